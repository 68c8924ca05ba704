"""``staticrelu cache``: what is kept from run to run."""

from __future__ import annotations

import typer

from staticrelu.cli import options, terminal

app = typer.Typer(help="The trees and facts that are kept from run to run.", no_args_is_help=True)


@app.command()
def info(cache_dir: options.CacheDir = None) -> None:
    """Say where the cache is, how large it is, and what it holds."""
    from staticrelu.cache import FILE, DiskCache, default_folder

    folder = cache_dir or default_folder()
    with options.usage():
        if not (folder / FILE).exists():
            terminal.say(f"{folder / FILE}: there is no cache")
            return
        cache = DiskCache(folder)
        found = cache.info()
        cache.close()
        rows = [
            f"{found.path}: {found.size:,} bytes",
            *(f"{n:>8,}  {kind}  {size:,} bytes" for kind, n, size in found.kinds),
        ]
        terminal.say("\n".join(rows))


@app.command()
def clean(cache_dir: options.CacheDir = None) -> None:
    """Remove the cache."""
    from staticrelu.cache import default_folder, remove

    with options.usage():
        terminal.say(f"{remove(cache_dir or default_folder()):,} bytes removed")
