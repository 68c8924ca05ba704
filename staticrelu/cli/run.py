"""One check: the command line and the configuration taken together, from the files to the findings that count."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from staticrelu.cache import Cache
from staticrelu.checks import Finding, baseline
from staticrelu.checks.choose import choose, graded, severities
from staticrelu.checks.finding import rooted
from staticrelu.checks.gather import gather
from staticrelu.checks.rule import SEVERITIES
from staticrelu.checks.suppress import silence
from staticrelu.cli import options, terminal
from staticrelu.cli.progress import Progress
from staticrelu.cli.wanted import Wanted
from staticrelu.config import Severity
from staticrelu.report.findings import Result

if TYPE_CHECKING:
    from staticrelu.scan import Options
    from staticrelu.scan.parts import Shard


class Run:
    """One check, with the command line and the configuration taken together."""

    def __init__(self, wanted: Wanted, known: options.Knowledge, cache: Cache) -> None:
        self.wanted = wanted
        self.known = known
        self.cache = cache
        self.settings = known.config.settings
        settings = self.settings
        self.active = choose(
            known.rules,
            settings.select if wanted.rules.select is None else wanted.rules.select,
            [*settings.extend_select, *wanted.rules.extend_select],
            [*settings.ignore, *wanted.rules.ignore],
        )
        self.severities = {
            **severities(known.rules, settings.severity),
            **severities(known.rules, _severities(wanted.rules.severity)),
        }
        self.home = options.home(known.config)
        self.kinds = options.kinds(
            lambda: options.known_catalog(known.config), wanted.activation or settings.activation
        )
        self.per_file = [
            (
                options.configured_patterns(known.config, "per-file-ignores", [pattern]),
                {rule.code for rule in choose(known.rules, words, (), ())},
            )
            for pattern, words in settings.per_file_ignores.items()
        ]
        named = [*known.config.paths((settings.baseline,))] if settings.baseline else []
        self.baseline = wanted.baseline or next(iter(named), None)
        if wanted.write_baseline and self.baseline is None:
            raise options.UsageError("--write-baseline needs --baseline FILE, or `baseline` in the configuration")
        if wanted.write_baseline and wanted.baseline is None:
            self._demand_own_baseline(known.config.folder)
        must_exist = self.baseline is not None and (not wanted.write_baseline or self.baseline.exists())
        self.old = baseline.read(self.baseline) if self.baseline is not None and must_exist else None

    def part(self, shard: Shard) -> bytes:
        """What the models of one share answer to the rules, for a later check to join."""
        from staticrelu.scan import check_part

        inputs = self._inputs()
        files = inputs.files if inputs is not None else []
        with Progress() as progress:
            return check_part(files, progress.update, self._options(), shard)

    def result(self) -> Result:
        """Read, scan, ask the rules, and take away what comments and the baseline silence."""
        # Imported here, so that --help and wrong usage answer without loading the engine.
        from staticrelu.scan import check_sources
        from staticrelu.scan.parts import read_answers

        inputs = self._inputs()
        if inputs is None:
            return Result([], [], [], self.active, 0)
        joined = [read_answers(str(path), options.file_bytes(path)) for path in self.wanted.joined]
        with Progress() as progress:
            found = check_sources(inputs.files, inputs.problems, progress.update, self._options(), joined)
        gathered = gather(found.answers, found.line, found.text, self.home)
        findings = [finding for finding in gathered if concerns(finding, inputs.reported)]
        findings = silence(findings, self.known.rules, self.active, inputs.reported, found.source, self.home)
        findings = [graded(finding, self.severities) for finding in findings if not self._is_off(finding)]
        findings.sort(key=lambda f: (f.spot.path, f.spot.line, f.spot.column, f.code))
        findings = self._against_baseline(findings, inputs.reported)
        findings = [finding.moved(found.origin) for finding in findings]
        stated = inputs.reported | {problem.path for problem in inputs.problems}
        errors = [error for error in found.errors if error.path in stated]
        return Result(
            [f for f in findings if not f.silenced],
            [f for f in findings if f.silenced],
            errors,
            self.active,
            len(inputs.reported),
            self.home,
        )

    def _inputs(self) -> options.Inputs | None:
        """What is read; None where all that was named is excluded."""
        wanted, config = self.wanted, self.known.config
        paths = options.not_excluded(wanted.paths, wanted.exclude, config) if wanted.force_exclude else wanted.paths
        return options.project_inputs(paths, wanted.exclude, wanted.stdin_filename, config) if paths else None

    def _options(self) -> Options:
        from staticrelu.scan import Options

        catalogs = self.known.config.paths(self.settings.catalogs)
        return Options(self.kinds, self.active, catalogs, self.wanted.jobs, self.cache)

    def fails(self, result: Result) -> bool:
        """Whether a finding is severe enough to fail the check."""
        level = self.wanted.fail_on or self.settings.fail_on
        if level == "never" or self.wanted.write_baseline:
            return False
        return any(SEVERITIES.index(f.severity) <= SEVERITIES.index(level) for f in result.findings)

    def _demand_own_baseline(self, folder: Path) -> None:
        """A scanned tree must not say where this program writes, but below the folder of its own configuration."""
        if self.baseline is not None and not options.is_below(self.baseline, folder):
            raise options.UsageError(
                f"the configuration names a baseline outside of its folder: {self.baseline}; "
                "to write it, name it with --baseline"
            )

    def _is_off(self, finding: Finding) -> bool:
        path = finding.spot.path
        return any(finding.code in codes and patterns.verdict(path, False) for patterns, codes in self.per_file)

    def _against_baseline(self, findings: list[Finding], files: frozenset[str]) -> list[Finding]:
        paths, codes = {rooted(self.home, path) for path in files}, {rule.code for rule in self.active}

        def asked(entry: baseline.Entry) -> bool:
            return entry.path in paths and entry.code in codes

        if self.baseline is not None and self.wanted.write_baseline:
            terminal.check_output(self.baseline)
            terminal.deliver(baseline.write(findings, self.old, asked, self.home), self.baseline)
            self.old = baseline.read(self.baseline)
        if self.old is None:
            return findings
        gone = baseline.gone(findings, self.old, asked)
        if gone:
            those = "1 finding of the baseline is" if gone == 1 else f"{gone} findings of the baseline are"
            terminal.complain(f"staticrelu: {those} there no more: --write-baseline forgets what is gone")
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
