"""What every format is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from staticrelu.checks.finding import Finding
from staticrelu.checks.rule import SEVERITIES, Rule
from staticrelu.report.v1 import Error


class Result(NamedTuple):
    """The findings that count, those that something silenced, what could not be read, and the rules that were asked."""

    findings: Sequence[Finding]
    silenced: Sequence[Finding]
    errors: Sequence[Error]
    rules: Sequence[Rule]
    files: int

    @property
    def by_severity(self) -> list[Finding]:
        """The findings, the most severe first."""
        return sorted(self.findings, key=lambda finding: SEVERITIES.index(finding.severity))


class Summary(NamedTuple):
    """The counts of a result."""

    files: int
    findings: int
    errors: int
    warnings: int
    notes: int
    silenced: int
    unread: int

    @staticmethod
    def of(result: Result) -> Summary:
        """The counts of a result."""
        counts = Counter(finding.severity for finding in result.findings)
        return Summary(
            result.files,
            len(result.findings),
            counts["error"],
            counts["warning"],
            counts["note"],
            len(result.silenced),
            len(result.errors),
        )

    def __str__(self) -> str:
        silenced = f" ({self.silenced:,} silenced)" if self.silenced else ""
        files = _count(self.files, "file")
        if not self.findings:
            return f"No findings in {files}{silenced}"
        words = [
            _count(n, noun)
            for n, noun in ((self.errors, "error"), (self.warnings, "warning"), (self.notes, "note"))
            if n
        ]
        return f"{_count(self.findings, 'finding')} in {files}: {', '.join(words)}{silenced}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
