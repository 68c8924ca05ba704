"""JUnit XML, which nearly every CI server shows: a suite a file, a failing case a finding."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import groupby

from staticrelu.report.findings import concise
from staticrelu.report.findings.result import Result
from staticrelu.report.text import printable


def render(result: Result) -> str:
    """A document with one suite for each file that has findings, and a passing one where there are none."""
    root = ET.Element("testsuites", name="staticrelu")
    for path, group in groupby(result.findings, key=lambda finding: finding.spot.path):
        findings = list(group)
        suite = _suite(root, path, len(findings), failures=len(findings))
        for finding in findings:
            spot = finding.spot.in_file
            name = f"{finding.code} ({spot.line}:{spot.column})"
            case = ET.SubElement(
                suite, "testcase", name=name, classname=printable(path), file=printable(path), line=str(spot.line)
            )
            failure = ET.SubElement(case, "failure", type=finding.severity, message=printable(finding.message))
            failure.text = concise.line(finding)
    for error in result.errors:
        suite = _suite(root, error.path, 1, errors=1)
        case = ET.SubElement(suite, "testcase", name=error.kind, classname=printable(error.path))
        ET.SubElement(case, "error", type=error.kind, message=printable(error.message))
    if not len(root):
        ET.SubElement(_suite(root, "staticrelu", 1), "testcase", name="no findings", classname="staticrelu")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, name: str, tests: int, failures: int = 0, errors: int = 0) -> ET.Element:
    counts: dict[str, str] = {"tests": str(tests), "failures": str(failures), "errors": str(errors)}
    return ET.SubElement(root, "testsuite", {"name": printable(name), **counts})
