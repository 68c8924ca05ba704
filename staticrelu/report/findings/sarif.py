"""SARIF 2.1.0, as code scanning takes it.

The primary place is one line, since an alert is shown on a pull request only if all of its lines are in the difference; the
other ends are related places, the way of the value is a code flow. Paths are relative to the root of the repository,
columns count characters.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from staticrelu.checks.finding import Finding, Spot
from staticrelu.checks.rule import Rule
from staticrelu.report.findings.result import Result
from staticrelu.report.text import printable
from staticrelu.report.v1 import Error
from staticrelu.version import __version__

MAX_RESULTS = 5_000
"""Results that code scanning shows; it refuses a file with more than 25,000."""

MAX_TEXT = 1_000
"""Characters of a description; more than 1,024 are cut off in the middle of a word, or refused."""

_BASE = "%SRCROOT%"
_PRECISION = {"definite": "very-high", "conditional": "high", "possible": "medium"}
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}
_SUPPRESSION = {"comment": "inSource", "baseline": "external"}


def render(result: Result) -> str:
    """The log, with one run."""
    result = result.from_root()
    found = [*result.by_severity, *result.silenced]
    shown = found[:MAX_RESULTS]
    index = {rule.code: number for number, rule in enumerate(result.rules)}
    run = {
        "tool": {"driver": {"name": "staticrelu", "version": __version__, "rules": _rules(result)}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The root of the repository."}}},
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": _notes(result, len(found) - len(shown))}
        ],
        "results": [_result(finding, index) for finding in shown],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rules(result: Result) -> list[dict[str, Any]]:
    return [_rule(rule) for rule in result.rules]


def _rule(rule: Rule) -> dict[str, Any]:
    programs = f"Reported:\n\n```python\n{rule.help.bad}```\n\nNot reported:\n\n```python\n{rule.help.good}```\n"
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary[:MAX_TEXT]},
        "fullDescription": {"text": " ".join(rule.help.text.split())[:MAX_TEXT]},
        "help": {"text": rule.help.text, "markdown": f"{rule.help.text}\n{programs}"},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "precision": _PRECISION[rule.certainty],
            "problem.severity": _PROBLEM[rule.severity],
            "tags": ["correctness"],
        },
    }


def _notes(result: Result, left_out: int) -> list[dict[str, Any]]:
    """What could not be read, and what was left out."""
    notes: list[dict[str, Any]] = [
        {
            "level": "error",
            "message": {"text": printable(f"{error.kind}{_in_cell(error)}: {error.message}")},
            "locations": [_location(Spot(error.path, 1 if error.cell else error.line, error.column, error.column, ""))],
        }
        for error in result.errors
    ]
    if left_out:
        text = f"{left_out:,} results were left out: only the {MAX_RESULTS:,} most severe ones are shown"
        notes.append({"level": "warning", "message": {"text": text}})
    return notes


def _in_cell(error: Error) -> str:
    """Where an error in a notebook is, which a place in the file cannot say."""
    return f" (cell {error.cell}, line {error.line})" if error.cell else ""


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": _message(finding)},
        "locations": [_location(finding.spot)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "staticrelu/v1": finding.fingerprint,
        },
        "properties": {"certainty": finding.certainty, "model": printable(finding.model)},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.related:
        related = enumerate(finding.related, 1)
        result["relatedLocations"] = [{"id": n, **_location(spot, spot.label)} for n, spot in related]
    if finding.steps:
        steps = [{"location": _location(step, step.label)} for step in finding.steps]
        result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    if finding.silenced:
        result["suppressions"] = [{"kind": _SUPPRESSION[finding.silenced]}]
    return result


def _message(finding: Finding) -> str:
    """The message as text in which brackets are links: those of the message are escaped, one leads to the other end."""
    text = _escaped(finding.message)
    if finding.related:
        text += f" ([{_escaped(finding.related[0].label)}](1))"
    return text


def _escaped(text: str) -> str:
    return printable(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(spot: Spot, label: str = "") -> dict[str, Any]:
    spot = spot.in_file
    region = {"startLine": spot.line, "startColumn": spot.column, "endColumn": max(spot.end_column, spot.column)}
    artifact = {"uri": quote(spot.path, safe="/"), "uriBaseId": _BASE}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    if label:
        location["message"] = {"text": _escaped(label)}
    return location
