"""For people: each finding with its line of source, marked by carets, the other ends and the way of the value."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from staticrelu.checks.finding import Finding, Spot
from staticrelu.report.findings.result import Result, Summary
from staticrelu.report.text import inert, printable
from staticrelu.report.v1 import Step
from staticrelu.report.way import way

_COLOURS = {"error": "31", "warning": "33", "note": "36", "bold": "1", "dim": "2"}
MAX_SOURCE = 160
"""Characters of a line of source that are shown; of a longer one the part around the finding."""


def render(result: Result, *, coloured: bool = False) -> str:
    """All findings, by place, and the counts."""
    blocks = ["\n".join(_block(finding, coloured)) for finding in result.findings]
    return inert("\n\n".join([*blocks, _paint(str(Summary.of(result)), "bold", coloured)]) + "\n")


def _paint(text: str, style: str, coloured: bool) -> str:
    shown = printable(text)
    return f"\x1b[{_COLOURS[style]}m{shown}\x1b[0m" if coloured else shown


def _block(finding: Finding, coloured: bool) -> Iterator[str]:
    spot = finding.spot
    head = _paint(f"{finding.severity} {finding.code}", finding.severity, coloured)
    where = _paint(f"{spot}:", "bold", coloured)
    yield f"{where} {head} {printable(finding.message)}"
    number = str(spot.line)
    margin = " " * len(number)
    before, marked, after = _pieces(spot)
    yield f"  {_paint(f'{number} |', 'dim', coloured)} {before}{marked}{after}"
    carets = _paint("^" * max(_width(marked), 1), finding.severity, coloured)
    yield f"  {_paint(f'{margin} |', 'dim', coloured)} {' ' * _width(before)}{carets}"
    for other in finding.related:
        yield f"  {margin} = {printable(f'{other.label}: {other}')}"
    line = way([Step(s.path, s.line, s.column, s.label) for s in finding.steps])
    if " -> " in line:
        yield f"  {margin} = {printable(line)}"


def _pieces(spot: Spot) -> tuple[str, str, str]:
    """The line before, at and behind the finding; white space at its beginning is left out."""
    start, end, source = spot.column - 1, max(spot.end_column - 1, spot.column), spot.source
    first = min(len(source) - len(source.lstrip()), start)
    first = max(first, start - MAX_SOURCE // 2)
    return (
        printable(source[first:start]),
        printable(source[start:end][:MAX_SOURCE]),
        printable(source[end : first + MAX_SOURCE]),
    )


def _width(text: str) -> int:
    """Cells that a text takes on a terminal."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) != 0 for c in text)
