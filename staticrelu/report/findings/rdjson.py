"""The diagnostic format of reviewdog, whose columns count bytes of UTF-8."""

from __future__ import annotations

import json
from typing import Any

from staticrelu.checks.finding import Spot
from staticrelu.report.columns import to_utf8
from staticrelu.report.findings.result import Result

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(result: Result) -> str:
    """One JSON object with all diagnostics."""
    source = {"name": "staticrelu"}
    diagnostics = [
        {
            "message": finding.message,
            "location": _location(finding.spot),
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.code},
            "related_locations": [{"message": other.label, "location": _location(other)} for other in finding.related],
        }
        for finding in result.findings
    ]
    return json.dumps({"source": source, "diagnostics": diagnostics}, indent=2, ensure_ascii=False) + "\n"


def _location(spot: Spot) -> dict[str, Any]:
    spot = spot.in_file
    start = {"line": spot.line, "column": to_utf8(spot.source, spot.column)}
    end = {"line": spot.line, "column": to_utf8(spot.source, spot.end_column)}
    return {"path": spot.path, "range": {"start": start, "end": end}}
