"""``staticrelu scan``: report the ReLUs around recurrent layers."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from staticrelu.cli import options, terminal
from staticrelu.cli.progress import Progress

if TYPE_CHECKING:
    from staticrelu.report.v1 import Report
    from staticrelu.scan import Options
    from staticrelu.scan.parts import Shard


class Format(str, Enum):
    """How the report is written."""

    text = "text"
    json = "json"
    html = "html"


Wanted = Annotated[
    Format | None,
    typer.Option("--format", help="Text for people (default), JSON (version 1 of the report), or a page to look at."),
]
Share = Annotated[
    str | None,
    typer.Option(
        "--shard",
        metavar="I/N",
        help="Analyse only this share of the models; writes a part for `staticrelu merge`.",
    ),
]


def scan(
    paths: options.Paths = None,
    output_format: Wanted = None,
    output: options.Output = None,
    exclude: options.Exclude = None,
    activation: options.Activation = None,
    config_file: options.ConfigFile = None,
    isolated: options.Isolated = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    shard: Share = None,
) -> None:
    """Report which ReLUs act on the output of a recurrent layer, which feed it, and which are inside it.

    Folders are walked with .gitignore honoured. Exit status: 0 the scan was done, 2 wrong usage or nothing to read.
    """
    with options.usage():
        if output is not None:
            terminal.check_output(output)
        share = _share(shard, output_format) if shard is not None else None
        found = options.configuration(config_file, isolated)
        words = tuple(options.split(activation)) or found.settings.activation
        kinds = options.kinds(lambda: options.known_catalog(found), words)
        inputs = options.inputs(paths or ["."], exclude or [], found)
        with options.opened_cache(no_cache, cache_dir) as cache, Progress() as progress:
            # Imported here, so that --help and wrong usage answer without loading the engine.
            from staticrelu.scan import Options

            chosen = Options(kinds, (), found.paths(found.settings.catalogs), jobs or options.cores(), cache, share)
            answer = _answer(inputs, chosen, output_format or Format.text, progress)
        if isinstance(answer, str):
            terminal.deliver(answer, output, encoding="utf-8")
        else:
            options.complain_of(answer.errors)
            deliver(answer, output_format or Format.text, output, kinds)


def _answer(inputs: options.Inputs, chosen: Options, output_format: Format, progress: Progress) -> Report | str:
    """The report; or the text of a part, or of a page, as it is written."""
    from staticrelu.scan import scan_part, scan_sources

    if chosen.shard is not None:
        return scan_part(inputs.files, inputs.problems, progress.update, chosen, chosen.shard).decode()
    if output_format is Format.html:
        return _page(inputs, chosen, progress)
    return scan_sources(inputs.files, inputs.problems, progress.update, chosen)


def _share(text: str, output_format: Format | None) -> Shard:
    """The share that ``I/N`` names; it is written as a part. Raises UsageError."""
    if output_format in (Format.text, Format.html):
        raise options.UsageError(
            f"--shard writes a part, for `staticrelu merge`, and not {output_format.value}: leave --format out"
        )
    return options.shard(text)


def _page(inputs: options.Inputs, chosen: Options, progress: Progress) -> str:
    from staticrelu.scan.look import look_at
    from staticrelu.view import page, svg

    looked = look_at(inputs.files, inputs.problems, progress.update, chosen, page.draw)
    options.complain_of(looked.report.errors)
    if not svg.is_possible():
        terminal.complain(f"staticrelu: the graphs are not drawn; that needs {svg.HOW_TO_INSTALL}")
    return page.render(
        looked.report, looked.looks, looked.told, lambda done, total: progress.update("pages", done, total)
    )


def deliver(report: Report, output_format: Format, output: Path | None, kinds: frozenset[str]) -> None:
    """Write a report about some kinds of activation."""
    from staticrelu.report import json as json_report
    from staticrelu.report import text as text_report

    if output_format is Format.json:
        terminal.deliver(json_report.render(report), output, encoding="utf-8")
    else:
        what = "ReLU" if kinds == frozenset(("relu",)) else "activation"
        coloured = output is None and terminal.is_coloured()
        terminal.deliver(text_report.render(report, coloured=coloured, what=what), output)
