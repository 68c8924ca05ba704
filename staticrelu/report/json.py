"""The report as JSON, version 1."""

from __future__ import annotations

import msgspec

from staticrelu.report.v1 import Report


def render(report: Report) -> str:
    """One JSON object over several lines, with a line end."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
