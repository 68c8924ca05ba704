"""GitHub's Markdown: for the summary of a job, a comment on a pull request, an issue."""

from __future__ import annotations

import re

from staticrelu.checks.finding import Finding
from staticrelu.report.findings.result import Result, Summary
from staticrelu.report.text import printable

MAX_CHARACTERS = 60_000
"""A comment may have 65,536 characters, the summary of a step a mebibyte."""

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+!|~$-]")


def render(result: Result) -> str:
    """A table of the findings, the most severe first, and the counts; how many the table leaves out is said."""
    head = f"**{Summary.of(result)}**\n"
    if not result.findings:
        return head
    table = "\n| | rule | place | finding |\n| --- | --- | --- | --- |\n"
    rows: list[str] = []
    size = 0
    for finding in result.by_severity:
        row = _row(finding)
        size += len(row)
        if size > MAX_CHARACTERS:
            break
        rows.append(row)
    left_out = len(result.findings) - len(rows)
    more = f"\nand {left_out:,} more\n" if left_out else ""
    return f"{head}{table}{''.join(rows)}{more}"


def _row(finding: Finding) -> str:
    place = escape(str(finding.spot))
    return f"| {finding.severity} | {finding.code} | {place} | {escape(finding.message)} |\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, no mention of anybody, no reference to an issue."""
    shown = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", shown.replace("&#64;", "\0")).replace("\0", "&#64;")
