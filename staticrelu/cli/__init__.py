"""The command line: one file a command, and what they share in ``terminal``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

import typer

from staticrelu.cli import cache, rules
from staticrelu.cli.check import check
from staticrelu.cli.look import show, trace
from staticrelu.cli.merge import merge
from staticrelu.cli.scan import scan
from staticrelu.version import __version__

_COMMANDS: Mapping[str, Callable[..., None] | typer.Typer] = {
    "scan": scan,
    "check": check,
    "show": show,
    "trace": trace,
    "merge": merge,
    "rules": rules.app,
    "cache": cache.app,
}


def application(names: Iterable[str] = _COMMANDS) -> typer.Typer:
    """The command line, with the commands of some names."""
    made = typer.Typer(
        name="staticrelu",
        help="Where does a ReLU act on a recurrent layer? Answers from the source alone, without running it.",
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # plain help: what draws boxes takes longer to load than all else that help needs
    )
    made.callback()(_options)
    for name in names:
        command = _COMMANDS[name]
        if isinstance(command, typer.Typer):
            made.add_typer(command, name=name)
        else:
            made.command(name)(command)
    return made


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"staticrelu {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Where does a ReLU act on a recurrent layer? Answers from the source alone, without running it."""


def main() -> None:
    """Run the command line; ends the process with its exit status.

    Only the command that is called is built: building all takes as long as reading some hundred files.
    """
    called = [name for name in sys.argv[1:2] if name in _COMMANDS]
    application(called or _COMMANDS)(prog_name="staticrelu")


app = application()
"""The whole command line, for whoever documents or embeds it."""
