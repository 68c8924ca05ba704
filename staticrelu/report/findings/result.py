"""What every format is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from staticrelu.checks.finding import Finding, Spot, rooted
from staticrelu.checks.rule import SEVERITIES, Rule
from staticrelu.report.v1 import Error


class Result(NamedTuple):
    """The findings that count, those that something silenced, what could not be read, and the rules that were asked.

    Paths are relative to the working directory; ``home`` is that, as seen from the root of the repository.
    """

    findings: Sequence[Finding]
    silenced: Sequence[Finding]
    errors: Sequence[Error]
    rules: Sequence[Rule]
    files: int
    home: str = "."

    def from_root(self) -> Result:
        """The same with paths as seen from the root of the repository: what platforms that show reports go by."""

        def spot(found: Spot) -> Spot:
            return replace(found, path=rooted(self.home, found.path))

        def finding(found: Finding) -> Finding:
            related, steps = tuple(map(spot, found.related)), tuple(map(spot, found.steps))
            return replace(found, spot=spot(found.spot), related=related, steps=steps)

        return self._replace(
            findings=[finding(found) for found in self.findings],
            silenced=[finding(found) for found in self.silenced],
            errors=[replace(error, path=rooted(self.home, error.path)) for error in self.errors],
            home=".",
        )

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
