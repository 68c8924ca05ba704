"""The code quality report of GitLab. Of two entries with one fingerprint it shows one, so fingerprints are unique."""

from __future__ import annotations

import json

from staticrelu.report.findings.result import Result

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(result: Result) -> str:
    """A JSON array of issues; paths are those of the repository, with no ``./`` before them."""
    issues = [
        {
            "description": f"{finding.code}: {finding.message}",
            "check_name": finding.code,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.spot.path, "lines": {"begin": finding.spot.in_file.line}},
        }
        for finding in result.from_root().findings
    ]
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"
