"""Workflow commands of GitHub Actions, which show findings on the lines of a pull request.

GitHub shows ten annotations of each kind for a step and drops the others in silence. So the most severe ones come first, the last
one says how many more there are, and all of them stand in the log.
"""

from __future__ import annotations

from staticrelu.checks.finding import Finding
from staticrelu.report.findings import concise
from staticrelu.report.findings.result import Result, Summary
from staticrelu.report.text import printable

MAX_ANNOTATIONS = 10
"""Annotations of one kind that GitHub shows for one step."""

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(result: Result) -> str:
    """The annotations, then what they leave out, then the counts; paths are those of the repository."""
    result = result.from_root()
    lines: list[str] = []
    for severity, command in _COMMANDS.items():
        found = [finding for finding in result.findings if finding.severity == severity]
        shown = found if len(found) <= MAX_ANNOTATIONS else found[: MAX_ANNOTATIONS - 1]
        lines += [_annotation(command, finding) for finding in shown]
        rest = found[len(shown) :]
        if rest:
            lines.append(f"::{command} title=staticrelu::{len(rest)} more of this kind: see the log of this step")
            lines += [f"- {concise.line(finding)}" for finding in rest]
    return "\n".join([*lines, str(Summary.of(result))]) + "\n"


def _annotation(command: str, finding: Finding) -> str:
    spot = finding.spot.in_file
    properties = {
        "title": f"staticrelu ({finding.code})",
        "file": spot.path,
        "line": spot.line,
        "col": spot.column,
        "endLine": spot.line,
        "endColumn": spot.end_column,
    }
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{command} {listed}::{_data(finding.message)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
