"""``staticrelu scan``: report the ReLUs around recurrent layers."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from staticrelu.cli import options, terminal
from staticrelu.cli.progress import Progress
from staticrelu.config import Config
from staticrelu.report import json as json_report
from staticrelu.report import text as text_report
from staticrelu.report.v1 import Report


class Format(str, Enum):
    """How the report is written."""

    text = "text"
    json = "json"
    html = "html"


def scan(
    paths: options.Paths = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="Text for people, JSON (version 1 of the report), or a page to look at.")
    ] = Format.text,
    output: options.Output = None,
    exclude: options.Exclude = None,
    activation: options.Activation = None,
    config_file: options.ConfigFile = None,
    isolated: options.Isolated = False,
) -> None:
    """Report which ReLUs act on the output of a recurrent layer, which feed it, and which are inside it.

    Folders are walked with .gitignore honoured. Exit status: 0 the scan was done, 2 wrong usage or nothing to read.
    """
    with options.usage():
        if output is not None:
            terminal.check_output(output)
        found = options.configuration(config_file, isolated)
        kinds = tuple(options.split(activation)) or found.settings.activation
        inputs = options.inputs(paths or ["."], [*found.settings.exclude, *(exclude or [])])
        known = options.kinds(options.known_catalog(found), kinds)
        if output_format is Format.html:
            terminal.deliver(_page(inputs, known, found), output, encoding="utf-8")
            return
        report = _scan(inputs, known, found)
        options.complain_of(report.errors)
        _deliver(report, output_format, output, "ReLU" if kinds == ("relu",) else "activation")


def _scan(inputs: options.Inputs, kinds: frozenset[str], found: Config) -> Report:
    # Imported here, so that --help and wrong usage answer without loading the engine.
    from staticrelu.scan import Options, scan_sources

    with Progress() as progress:
        chosen = Options(kinds, (), found.paths(found.settings.catalogs))
        return scan_sources(inputs.files, inputs.problems, progress.update, chosen)


def _page(inputs: options.Inputs, kinds: frozenset[str], found: Config) -> str:
    from staticrelu.scan import Options, look_at
    from staticrelu.view import page, svg

    chosen = Options(kinds, (), found.paths(found.settings.catalogs), page.draw)
    with Progress() as progress:
        looked = look_at(inputs.files, inputs.problems, progress.update, chosen)
        options.complain_of(looked.report.errors)
        if not svg.is_possible():
            terminal.complain(f"staticrelu: the graphs are not drawn; that needs {svg.HOW_TO_INSTALL}")
        return page.render(looked.report, looked.looks, looked.told, progress.update)


def _deliver(report: Report, output_format: Format, output: Path | None, what: str) -> None:
    if output_format is Format.json:
        terminal.deliver(json_report.render(report), output, encoding="utf-8")
    else:
        coloured = output is None and terminal.is_coloured()
        terminal.deliver(text_report.render(report, coloured=coloured, what=what), output)
