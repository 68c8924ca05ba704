"""The findings as JSON, version 1, and as JSON lines. Lines and columns count from 1, columns count characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from staticrelu.checks.finding import Finding, Spot
from staticrelu.report.findings.result import Result, Summary
from staticrelu.report.v1 import Error, Tool
from staticrelu.version import __version__

SCHEMA_VERSION: Final = 1


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of one line (in a notebook, of a cell), what is there, and the end, which is exclusive."""

    path: str
    line: int
    column: int
    end_column: int
    text: str
    cell: int | None = None


class JsonFinding(msgspec.Struct, frozen=True, omit_defaults=True, tag="finding"):
    """One finding."""

    code: str
    name: str
    severity: Literal["error", "warning", "note"]
    message: str
    path: str
    line: int
    column: int
    end_column: int
    model: str
    certainty: Literal["definite", "conditional", "possible"]
    condition: str
    unresolved: tuple[str, ...]
    related: tuple[Place, ...]
    steps: tuple[Place, ...]
    fingerprint: str
    silenced: Literal["", "comment", "baseline"]
    cell: int | None = None


class Counts(msgspec.Struct, frozen=True, tag="summary"):
    """How many there are; silenced ones are not among the findings."""

    files: int
    findings: int
    errors: int
    warnings: int
    notes: int
    silenced: int
    unread: int


class Report(msgspec.Struct, frozen=True):
    """The whole result of a check."""

    tool: Tool
    findings: tuple[JsonFinding, ...]
    silenced: tuple[JsonFinding, ...]
    errors: tuple[Error, ...]
    summary: Counts
    schema_version: Literal[1] = SCHEMA_VERSION


def render(result: Result) -> str:
    """One JSON object over several lines."""
    report = Report(
        Tool("staticrelu", __version__),
        tuple(_finding(finding) for finding in result.findings),
        tuple(_finding(finding) for finding in result.silenced),
        tuple(result.errors),
        _counts(result),
    )
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def render_lines(result: Result) -> str:
    """One JSON object a line: the findings, what could not be read, the counts; ``type`` says which it is."""
    return "".join(f"{msgspec.json.encode(item).decode()}\n" for item in _items(result))


def _items(result: Result) -> Iterator[object]:
    yield from (_finding(finding) for finding in result.findings)
    yield from ({"type": "error", **msgspec.to_builtins(error)} for error in result.errors)
    yield _counts(result)


def _counts(result: Result) -> Counts:
    return Counts(*Summary.of(result))


def _finding(finding: Finding) -> JsonFinding:
    spot = finding.spot
    return JsonFinding(
        code=finding.code,
        name=finding.name,
        severity=finding.severity,
        message=finding.message,
        path=spot.path,
        line=spot.line,
        column=spot.column,
        end_column=spot.end_column,
        model=finding.model,
        certainty=finding.certainty,
        condition=finding.condition,
        unresolved=finding.unresolved,
        related=tuple(_place(other) for other in finding.related),
        steps=tuple(_place(step) for step in finding.steps),
        fingerprint=finding.fingerprint,
        silenced=finding.silenced,
        cell=spot.cell or None,
    )


def _place(spot: Spot) -> Place:
    return Place(spot.path, spot.line, spot.column, spot.end_column, spot.label, spot.cell or None)
