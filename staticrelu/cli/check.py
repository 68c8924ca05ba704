"""``staticrelu check``: findings by rules."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from staticrelu.checks import Finding, baseline
from staticrelu.checks.choose import choose, severities
from staticrelu.checks.gather import gather, number
from staticrelu.checks.rule import SEVERITIES
from staticrelu.checks.suppress import silence
from staticrelu.cli import options, terminal
from staticrelu.cli.progress import Progress
from staticrelu.config import FailOn, Severity
from staticrelu.report.findings import Result, concise, github, gitlab, json, junit, markdown, rdjson, sarif, text
from staticrelu.sources.ignore import compile_patterns


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


_RENDERERS = {
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

Words = list[str] | None


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files and folders (default: .); - reads a program from standard input.", show_default=False
        ),
    ] = None,
    select: Annotated[
        Words,
        typer.Option("--select", metavar="RULES", help="Only these rules: codes, names, beginnings of codes, ALL."),
    ] = None,
    extend_select: Annotated[Words, typer.Option("--extend-select", metavar="RULES", help="These rules, too.")] = None,
    ignore: Annotated[Words, typer.Option("--ignore", metavar="RULES", help="Not these rules.")] = None,
    severity: Annotated[
        Words, typer.Option("--severity", metavar="RULE=LEVEL", help="Another severity: error, warning or note.")
    ] = None,
    fail_on: Annotated[
        Level | None, typer.Option("--fail-on", help="The least severity that makes the exit status 1 (default: note).")
    ] = None,
    activation: Annotated[
        Words,
        typer.Option("--activation", metavar="KINDS", help="Which activations are meant (default: relu); or all."),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", "--output-format", help="How the findings are written.")
    ] = Format.text,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the findings to a file.")
    ] = None,
    exclude: Annotated[
        Words,
        typer.Option("--exclude", metavar="GLOB", help="Leave out what matches (gitignore syntax). May be repeated."),
    ] = None,
    baseline_file: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Findings in this file do not count.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write the findings into the baseline; nothing counts.")
    ] = False,
    stdin_filename: Annotated[
        str | None, typer.Option("--stdin-filename", metavar="PATH", help="The file that standard input stands for.")
    ] = None,
    config_file: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="This configuration instead of the nearest one.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="No configuration at all.")] = False,
) -> None:
    """Report what the rules find. `staticrelu rules` lists them.

    Where files are named, the project around them is read and findings that have to do with these files are reported. Exit
    status: 0 nothing found, 1 findings, 2 wrong usage or configuration, or nothing to read.
    """
    wanted = Wanted(
        paths or ["."],
        None if select is None else options.split(select),
        options.split(extend_select),
        options.split(ignore),
        options.split(severity),
        fail_on.value if fail_on else None,
        options.split(activation),
        exclude or [],
        baseline_file,
        write_baseline,
        stdin_filename,
    )
    with options.usage():
        if output is not None:
            terminal.check_output(output)
        run = Run(wanted, options.knowledge(options.configuration(config_file, isolated)))
        result = run.result()
        for error in result.errors:
            terminal.complain(f"{error.path}:{error.line}:{error.column}: {error.kind}: {error.message}")
        _deliver(result, output_format, output)
        raise typer.Exit(1 if run.fails(result) else 0)


def _deliver(result: Result, output_format: Format, output: Path | None) -> None:
    if output_format is Format.text:
        coloured = output is None and terminal.is_coloured()
        terminal.deliver(text.render(result, coloured=coloured), output)
    else:
        terminal.deliver(_RENDERERS[output_format](result), output, encoding="utf-8")


class Wanted:
    """What the command line asks for."""

    def __init__(
        self,
        paths: list[str],
        select: list[str] | None,
        extend_select: list[str],
        ignore: list[str],
        severity: list[str],
        fail_on: FailOn | None,
        activation: list[str],
        exclude: list[str],
        baseline: Path | None,
        write_baseline: bool,
        stdin_filename: str | None,
    ) -> None:
        self.paths = paths
        self.select = select
        self.extend_select = extend_select
        self.ignore = ignore
        self.severity = severity
        self.fail_on = fail_on
        self.activation = activation
        self.exclude = exclude
        self.baseline = baseline
        self.write_baseline = write_baseline
        self.stdin_filename = stdin_filename


class Run:
    """One check, with the command line and the configuration taken together."""

    def __init__(self, wanted: Wanted, known: options.Knowledge) -> None:
        self.wanted = wanted
        self.known = known
        self.settings = known.config.settings
        settings = self.settings
        self.active = choose(
            known.rules,
            settings.select if wanted.select is None else wanted.select,
            [*settings.extend_select, *wanted.extend_select],
            [*settings.ignore, *wanted.ignore],
        )
        self.severities = {
            **severities(known.rules, settings.severity),
            **severities(known.rules, _severities(wanted.severity)),
        }
        self.kinds = options.kinds(known.catalog, wanted.activation or settings.activation)
        self.per_file = [
            (compile_patterns([pattern]), {rule.code for rule in choose(known.rules, words, (), ())})
            for pattern, words in settings.per_file_ignores.items()
        ]
        named = [*known.config.paths((settings.baseline,))] if settings.baseline else []
        self.baseline = wanted.baseline or next(iter(named), None)
        if wanted.write_baseline and self.baseline is None:
            raise options.UsageError("--write-baseline needs --baseline FILE, or `baseline` in the configuration")
        must_exist = self.baseline is not None and (not wanted.write_baseline or self.baseline.exists())
        self.old = baseline.read(self.baseline) if self.baseline is not None and must_exist else None

    def result(self) -> Result:
        """Read, scan, ask the rules, and take away what comments and the baseline silence."""
        # Imported here, so that --help and wrong usage answer without loading the engine.
        from staticrelu.scan import Options, check_sources

        wanted, config = self.wanted, self.known.config
        exclude = [*self.settings.exclude, *wanted.exclude]
        inputs = options.project_inputs(wanted.paths, exclude, wanted.stdin_filename, config)
        catalogs = config.paths(self.settings.catalogs)
        with Progress() as progress:
            found = check_sources(
                inputs.files, inputs.problems, progress.update, Options(self.kinds, self.active, catalogs)
            )
        findings = [
            finding
            for finding in gather(found.answers, found.line, found.text, self.severities)
            if concerns(finding, inputs.reported) and not self._is_off(finding)
        ]
        findings = number(silence(findings, self.known.rules, self.active, inputs.reported, found.source))
        findings.sort(key=lambda f: (f.spot.path, f.spot.line, f.spot.column, f.code))
        findings = self._against_baseline(findings, inputs.reported)
        errors = [error for error in found.report.errors if error.path in inputs.reported]
        return Result(
            [f for f in findings if not f.silenced],
            [f for f in findings if f.silenced],
            errors,
            self.active,
            len(inputs.reported),
        )

    def fails(self, result: Result) -> bool:
        """Whether a finding is severe enough to fail the check."""
        level = self.wanted.fail_on or self.settings.fail_on
        if level == "never" or self.wanted.write_baseline:
            return False
        return any(SEVERITIES.index(f.severity) <= SEVERITIES.index(level) for f in result.findings)

    def _is_off(self, finding: Finding) -> bool:
        return any(finding.code in codes and spec.match_file(finding.spot.path) for spec, codes in self.per_file)

    def _against_baseline(self, findings: list[Finding], reported: frozenset[str]) -> list[Finding]:
        if self.baseline is not None and self.wanted.write_baseline:
            terminal.check_output(self.baseline)
            terminal.deliver(baseline.write(findings, self.old, reported), self.baseline)
            self.old = baseline.read(self.baseline)
        if self.old is None:
            return findings
        gone = baseline.gone(findings, self.old, reported)
        if gone:
            terminal.complain(
                f"staticrelu: {gone} findings of the baseline are there no more: --write-baseline forgets them"
            )
        return baseline.apply(findings, self.old)


def concerns(finding: Finding, paths: frozenset[str]) -> bool:
    """Whether a finding has to do with one of some files: it stands there, an end of it does, or its way leads through."""
    return any(spot.path in paths for spot in (finding.spot, *finding.related, *finding.steps))


def _severities(words: Sequence[str]) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for word in words:
        name, _, level = word.partition("=")
        if level not in SEVERITIES:
            raise options.UsageError(f"--severity: expected RULE=error, RULE=warning or RULE=note, not {word!r}")
        found[name] = level
    return found
