"""``staticrelu check``: findings by rules."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from staticrelu.cli import options, terminal
from staticrelu.cli.wanted import Choice, Wanted

if TYPE_CHECKING:
    from staticrelu.cache import Cache
    from staticrelu.config import Config
    from staticrelu.report.findings import Result
    from staticrelu.scan.parts import Shard


class Format(str, Enum):
    """How the findings are written."""

    text = "text"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    sarif = "sarif"
    github = "github"
    gitlab = "gitlab"
    junit = "junit"
    rdjson = "rdjson"
    markdown = "markdown"


class Level(str, Enum):
    """A severity, or ``never``."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULES", help="Only these rules: codes, names, beginnings of codes, ALL."),
]
Extend = Annotated[list[str] | None, typer.Option("--extend-select", metavar="RULES", help="These rules, too.")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="RULES", help="Not these rules.")]
Severities = Annotated[
    list[str] | None, typer.Option("--severity", metavar="RULE=LEVEL", help="Another severity: error, warning or note.")
]
FailOn = Annotated[
    Level | None, typer.Option("--fail-on", help="The least severity that makes the exit status 1 (default: note).")
]
OutputFormat = Annotated[Format, typer.Option("--format", "--output-format", help="How the findings are written.")]
BaselineFile = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Findings in this file do not count.")
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Write the findings into the baseline; nothing counts.")
]
ForceExclude = Annotated[bool, typer.Option("--force-exclude", help="Leave out named files, too, that are excluded.")]
StdinName = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="PATH", help="The file that standard input stands for.")
]

Share = Annotated[
    str | None,
    typer.Option("--shard", metavar="I/N", help="Ask only this share of the models; writes a part for `--join`."),
]
Join = Annotated[
    list[Path] | None,
    typer.Option(
        "--join", metavar="FILE", help="A part that `--shard` wrote; given for all parts, they are not asked again."
    ),
]


def check(
    paths: options.Paths = None,
    select: Select = None,
    extend_select: Extend = None,
    ignore: Ignore = None,
    severity: Severities = None,
    fail_on: FailOn = None,
    activation: options.Activation = None,
    output_format: OutputFormat = Format.text,
    output: options.Output = None,
    exclude: options.Exclude = None,
    force_exclude: ForceExclude = False,
    baseline_file: BaselineFile = None,
    write_baseline: WriteBaseline = False,
    stdin_filename: StdinName = None,
    config_file: options.ConfigFile = None,
    isolated: options.Isolated = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    shard: Share = None,
    join: Join = None,
) -> None:
    """Report what the rules find in models that hold a recurrent layer. `staticrelu rules` lists them.

    Where files are named, the project around them is read and findings that have to do with these files are reported. Exit
    status: 0 nothing found, 1 findings, 2 wrong usage or configuration, or nothing to read.
    """
    wanted = Wanted(
        paths or ["."],
        _choice(select, extend_select, ignore, severity),
        fail_on.value if fail_on else None,
        options.split(activation),
        exclude or [],
        force_exclude,
        baseline_file,
        write_baseline,
        stdin_filename,
        jobs or options.cores(),
        joined=join or (),
    )
    with options.usage(), options.opened_cache(no_cache, cache_dir) as cache:
        wanted = wanted._replace(shard=_shard(shard, output_format, wanted) if shard is not None else None)
        _run(wanted, options.configuration(config_file, isolated), cache, output_format, output)


def _choice(
    select: list[str] | None, extend_select: list[str] | None, ignore: list[str] | None, severity: list[str] | None
) -> Choice:
    only = None if select is None else options.split(select)
    return Choice(only, options.split(extend_select), options.split(ignore), options.split(severity))


def _shard(text: str, output_format: Format, wanted: Wanted) -> Shard:
    """The share that ``I/N`` names. Raises UsageError, also for what belongs to the check that joins the parts."""
    if output_format is not Format.text:
        raise options.UsageError(
            f"--shard writes a part, for `staticrelu check --join`, and not {output_format.value}: leave --format out"
        )
    if wanted.joined or wanted.write_baseline:
        raise options.UsageError(
            "--shard finds a part only: --join and --write-baseline are for the check that joins all"
        )
    return options.shard(text)


def _run(wanted: Wanted, found: Config, cache: Cache, output_format: Format, output: Path | None) -> None:
    from staticrelu.cli.run import Run  # not before, so that --help answers at once

    if output is not None:
        terminal.check_output(output)
    run = Run(wanted, options.knowledge(found, cache), cache)
    if wanted.shard is not None:
        terminal.deliver(run.part(wanted.shard).decode(), output, encoding="utf-8")
        return
    result = run.result()
    options.complain_of(result.errors)
    _deliver(result, output_format, output)
    raise typer.Exit(1 if run.fails(result) else 0)


def _deliver(result: Result, output_format: Format, output: Path | None) -> None:
    from staticrelu.report.findings import concise, github, gitlab, json, junit, markdown, rdjson, sarif, text

    if output_format is Format.text:
        coloured = output is None and terminal.is_coloured()
        terminal.deliver(text.render(result, coloured=coloured), output)
        return
    renderers = {
        Format.concise: concise.render,
        Format.json: json.render,
        Format.jsonl: json.render_lines,
        Format.sarif: sarif.render,
        Format.github: github.render,
        Format.gitlab: gitlab.render,
        Format.junit: junit.render,
        Format.rdjson: rdjson.render,
        Format.markdown: markdown.render,
    }
    terminal.deliver(renderers[output_format](result), output, encoding="utf-8")
