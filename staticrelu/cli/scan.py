"""``staticrelu scan``: report the ReLUs around recurrent layers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from staticrelu import limits
from staticrelu.cli import terminal
from staticrelu.cli.progress import Progress
from staticrelu.problem import Problem
from staticrelu.report import json as json_report
from staticrelu.report import text as text_report
from staticrelu.report.v1 import Report
from staticrelu.sources import Content, PathError, SourceFile, discover

STDIN = "-"


class Format(str, Enum):
    """How the report is written."""

    text = "text"
    json = "json"


def scan(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files and folders to scan (default: .); - reads a program from standard input.", show_default=False
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="Text for people, or JSON (version 1 of the report).")
    ] = Format.text,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file.")
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="GLOB", help="Leave out what matches (gitignore syntax). May be repeated."),
    ] = None,
) -> None:
    """Report which ReLUs act on the output of a recurrent layer, which feed it, and which are inside it.

    Folders are walked with .gitignore honoured. Exit status: 0 the scan was done, 2 wrong usage or nothing to read.
    """
    try:
        if output is not None:
            terminal.check_output(output)
        files, problems = _inputs(paths or ["."], exclude or [])
        report = _scan(files, problems)
        for error in report.errors:
            terminal.complain(f"{error.path}:{error.line}:{error.column}: {error.kind}: {error.message}")
        _deliver(report, output_format, output)
    except (PathError, terminal.OutputError) as error:
        terminal.complain(f"staticrelu: {error}")
        raise typer.Exit(2) from error
    except KeyboardInterrupt as error:
        terminal.complain("staticrelu: interrupted")
        raise typer.Exit(130) from error


def _inputs(paths: Sequence[str], exclude: Sequence[str]) -> tuple[list[SourceFile | Content], tuple[Problem, ...]]:
    """What to scan, and what could not be listed. Raises PathError where that leaves nothing to read."""
    found = discover((path for path in paths if path != STDIN), exclude)
    files: list[SourceFile | Content] = list(found.files)
    if STDIN in paths:
        # One byte more than allowed is enough to see that there is too much.
        files.insert(0, Content("<stdin>", sys.stdin.buffer.read(limits.MAX_FILE_BYTES + 1)))
    if not files:
        for problem in found.problems:
            terminal.complain(str(problem))
        raise PathError(f"nothing to read: no Python files in {', '.join(paths)}")
    return files, found.problems


def _scan(files: Sequence[SourceFile | Content], problems: Sequence[Problem]) -> Report:
    # Imported here, so that --help and wrong usage answer without loading the engine.
    from staticrelu.scan import scan_sources

    with Progress() as progress:
        return scan_sources(files, problems, progress.update)


def _deliver(report: Report, output_format: Format, output: Path | None) -> None:
    if output_format is Format.json:
        terminal.deliver(json_report.render(report), output, encoding="utf-8")
    else:
        coloured = output is None and terminal.is_coloured()
        terminal.deliver(text_report.render(report, coloured=coloured), output)
