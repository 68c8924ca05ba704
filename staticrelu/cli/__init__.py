"""The command line: one file a command, and what they share in ``terminal``."""

from __future__ import annotations

from typing import Annotated

import typer

from staticrelu.cli import cache, rules
from staticrelu.cli.check import check
from staticrelu.cli.look import show, trace
from staticrelu.cli.merge import merge
from staticrelu.cli.scan import scan
from staticrelu.version import __version__

app = typer.Typer(
    name="staticrelu",
    help="Where does a ReLU act on a recurrent layer? Answers from the source alone, without running it.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: what draws boxes takes longer to load than all else that help needs
)
app.command()(scan)
app.command()(check)
app.command()(show)
app.command()(trace)
app.command()(merge)
app.add_typer(rules.app, name="rules")
app.add_typer(cache.app, name="cache")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"staticrelu {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Where does a ReLU act on a recurrent layer? Answers from the source alone, without running it."""


def main() -> None:
    """Run the command line; ends the process with its exit status."""
    app(prog_name="staticrelu")
