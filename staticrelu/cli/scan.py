"""``staticrelu scan``: report the ReLUs around recurrent layers."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from staticrelu.cli import options, terminal
from staticrelu.cli.progress import Progress

if TYPE_CHECKING:
    from staticrelu.cache import Cache
    from staticrelu.config import Config
    from staticrelu.report.v1 import Report


class Format(str, Enum):
    """How the report is written."""

    text = "text"
    json = "json"


def scan(
    paths: options.Paths = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="Text for people, or JSON (version 1 of the report).")
    ] = Format.text,
    output: options.Output = None,
    exclude: options.Exclude = None,
    activation: options.Activation = None,
    config_file: options.ConfigFile = None,
    isolated: options.Isolated = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
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
        with options.opened_cache(no_cache, cache_dir) as cache:
            report = _scan(inputs, options.kinds(lambda: options.known_catalog(found), kinds), found, jobs, cache)
        options.complain_of(report.errors)
        _deliver(report, output_format, output, "ReLU" if kinds == ("relu",) else "activation")


def _scan(inputs: options.Inputs, kinds: frozenset[str], found: Config, jobs: int | None, cache: Cache) -> Report:
    # Imported here, so that --help and wrong usage answer without loading the engine.
    from staticrelu.scan import Options, scan_sources

    with Progress() as progress:
        chosen = Options(kinds, (), found.paths(found.settings.catalogs), jobs or options.cores(), cache)
        return scan_sources(inputs.files, inputs.problems, progress.update, chosen)


def _deliver(report: Report, output_format: Format, output: Path | None, what: str) -> None:
    from staticrelu.report import json as json_report
    from staticrelu.report import text as text_report

    if output_format is Format.json:
        terminal.deliver(json_report.render(report), output, encoding="utf-8")
    else:
        coloured = output is None and terminal.is_coloured()
        terminal.deliver(text_report.render(report, coloured=coloured, what=what), output)
