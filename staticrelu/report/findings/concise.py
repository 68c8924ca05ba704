"""One line a finding: for terminals, ``grep``, and editors that read compilers' messages."""

from __future__ import annotations

from staticrelu.checks.finding import Finding
from staticrelu.report.findings.result import Result
from staticrelu.report.text import inert, printable


def render(result: Result) -> str:
    """All findings, by place."""
    return "".join(f"{line(finding)}\n" for finding in result.findings)


def line(finding: Finding) -> str:
    """``path:line:column: severity CODE message``, with nothing in it that could end the line or move a cursor."""
    return inert(printable(f"{finding.spot}: {finding.severity} {finding.code} {finding.message}"))
