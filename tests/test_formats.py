"""The formats of a check: valid for those who read them, within their limits, and safe for what they are printed to."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checked import check, model, result_of
from staticrelu.checks import Finding, Spot
from staticrelu.report.columns import from_utf8, from_utf16, to_utf8, to_utf16
from staticrelu.report.findings import Result, concise, github, gitlab, junit, markdown, rdjson, sarif, text
from staticrelu.report.findings import json as json_format
from staticrelu.report.schema import findings_schema
from staticrelu.report.v1 import Error

ROOT = Path(__file__).parent.parent
SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=30)
WILD = "a|b`c`\x1b[31m\u202e<img src=x onerror=1>@team #12 [x](http://y) ::error::z ##[error] ]]> % \r\n, : \\"
RENDERERS = (concise, github, gitlab, junit, markdown, rdjson, sarif, text, json_format)


def finding(message: str = "wrong", path: str = "pkg/model.py", line: int = 3, **more: Any) -> Finding:
    spot = Spot(path, line, 5, 9, "é = relu(x)")
    related = (Spot(path, 1, 1, 4, "rnn = LSTM()", f"label {message}"),)
    fields = {
        "code": "SR102",
        "name": "relu-directly-on-output",
        "severity": "warning",
        "spot": spot,
        "related": related,
    }
    fields |= {"steps": related, "model": "model.Net", "certainty": "definite", "condition": "", "unresolved": ()}
    return Finding(**{**fields, "fingerprint": f"{line:032x}", "message": message, **more})


# --- columns --------------------------------------------


@settings(deadline=None)
@given(LINE, st.data())
def test_columns_go_to_other_units_and_back(source: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(source) + 1))
    assert from_utf16(source, to_utf16(source, column)) == column
    assert from_utf8(source, to_utf8(source, column)) == column
    assert column <= to_utf16(source, column) <= to_utf8(source, column) <= 4 * column


@settings(deadline=None)
@given(LINE, st.data())
def test_columns_keep_their_order(source: str, data: st.DataObject) -> None:
    first, second = sorted(data.draw(st.tuples(*[st.integers(1, len(source) + 1)] * 2)))
    for convert in (to_utf16, to_utf8):
        assert (convert(source, first) < convert(source, second)) == (first < second)


def test_columns_of_wide_characters() -> None:
    assert (to_utf16("a😀b", 3), to_utf8("a😀b", 3), from_utf16("a😀b", 3), from_utf8("a😀b", 4)) == (4, 6, 2, 2)


# --- SARIF --------------------------------------------


def log_of(result: Result) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(sarif.render(result))
    jsonschema.Draft4Validator(SARIF).validate(log)
    return log


def test_sarif_satisfies_the_official_schema_and_tells_the_way() -> None:
    program = model("self.rnn = nn.GRU(4, 4)\nself.act = nn.ReLU()", "é = self.rnn(x)[0]\nreturn self.act(é)")
    findings, _ = check({"pkg/a b.py": program}, "SR102")
    run = log_of(result_of(findings))["runs"][0]
    (shown,) = run["results"]
    place = shown["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "pkg/a%20b.py", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 14, "startColumn": 16, "endColumn": 27}
    assert run["columnKind"] == "unicodeCodePoints"
    assert [other["physicalLocation"]["region"]["startLine"] for other in shown["relatedLocations"]] == [10, 9]
    steps = shown["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"] for step in steps] == ["self.rnn(x)", "self.act(é)"]
    assert run["tool"]["driver"]["rules"][shown["ruleIndex"]]["id"] == "SR102"
    assert set(shown["partialFingerprints"]) == {"primaryLocationLineHash", "staticrelu/v1"}


def test_many_programs_give_valid_sarif_and_fingerprints_that_stay_when_lines_move() -> None:
    folders = [ROOT / "fixtures" / "models", *(ROOT / "tests" / "cases" / name for name in ("branches", "in_place"))]
    programs = {
        str(path.relative_to(ROOT)): path.read_text("utf-8") for folder in folders for path in folder.glob("*.py")
    }
    findings, _ = check(programs)
    assert len(findings) > 50
    shown = log_of(result_of(findings))["runs"][0]["results"]
    report_of(result_of(findings))
    shifted, _ = check({path: "# a comment\n" * 10 + text for path, text in programs.items()})
    again = json.loads(sarif.render(result_of(shifted)))["runs"][0]["results"]
    fingerprints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in shown]
    assert [result["partialFingerprints"]["primaryLocationLineHash"] for result in again] == fingerprints
    assert len(set(fingerprints)) == len(findings)


def test_sarif_keeps_the_limits_and_says_what_it_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", 3)
    findings = [finding(line=n, severity="error" if n == 9 else "note") for n in range(1, 10)]
    run = log_of(result_of(findings))["runs"][0]
    assert [shown["level"] for shown in run["results"]] == ["error", "note", "note"]
    assert "6 results were left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    rules = run["tool"]["driver"]["rules"]
    assert all(len(rule[key]["text"]) <= 1024 for rule in rules for key in ("shortDescription", "fullDescription"))


def test_sarif_keeps_what_is_silenced_and_what_could_not_be_read() -> None:
    error = Error("x.py", 1, 1, "syntax", "what is this")
    silenced = [finding(silenced="comment"), finding(line=4, silenced="baseline")]
    run = log_of(Result([], silenced, [error], [], 1))["runs"][0]
    assert [shown["suppressions"][0]["kind"] for shown in run["results"]] == ["inSource", "external"]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "syntax: what is this"


def test_brackets_in_a_message_are_no_links() -> None:
    (shown,) = log_of(result_of([finding("x[0](http://evil)")]))["runs"][0]["results"]
    assert shown["message"]["text"].startswith("x\\[0\\](http://evil) ([label x\\[0\\]")


# --- GitHub --------------------------------------------


def test_github_gets_commands_with_everything_escaped() -> None:
    out = github.render(result_of([finding("50% of\nit", path="a,b:c.py")]))
    assert out.split("\n")[0] == (
        "::warning title=staticrelu (SR102),file=a%2Cb%3Ac.py,line=3,col=5,endLine=3,endColumn=9::50%25 of\\nit"
    )


def test_github_shows_ten_of_a_kind_and_says_how_many_more() -> None:
    findings = [finding(f"number {n}", line=n) for n in range(1, 31)] + [finding("note", severity="note")]
    lines = github.render(result_of(findings)).split("\n")
    warnings = [line for line in lines if line.startswith("::warning")]
    assert len(warnings) == 10
    assert "21 more" in warnings[-1]
    assert sum(line.startswith("- pkg/model.py") for line in lines) == 21
    assert sum(line.startswith("::notice") for line in lines) == 1


# --- others --------------------------------------------


def test_gitlab_gets_unique_fingerprints_and_its_own_severities() -> None:
    findings = [finding(line=n, severity=severity) for n, severity in enumerate(("error", "warning", "note"), 1)]
    issues = json.loads(gitlab.render(result_of(findings)))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert issues[0]["location"] == {"path": "pkg/model.py", "lines": {"begin": 1}}
    assert json.loads(gitlab.render(result_of([]))) == []


def test_reviewdog_counts_bytes() -> None:
    (diagnostic,) = json.loads(rdjson.render(result_of([finding()])))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 3, "column": 6}, "end": {"line": 3, "column": 10}}
    assert (diagnostic["severity"], diagnostic["code"]) == ("WARNING", {"value": "SR102"})


def test_junit_has_a_failing_case_a_finding_and_a_passing_one_without() -> None:
    root = ET.fromstring(junit.render(result_of([finding(), finding(line=4), finding(path="b.py")])))
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [("pkg/model.py", "2"), ("b.py", "1")]
    (suite,) = ET.fromstring(junit.render(result_of([])))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def report_of(result: Result) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The JSON report and its lines, both as their schema says."""
    report: dict[str, Any] = json.loads(json_format.render(result))
    lines = [json.loads(line) for line in json_format.render_lines(result).split("\n")[:-1]]
    schema = findings_schema()
    jsonschema.validate(report, schema)
    for line in lines:
        jsonschema.validate(line, {"$ref": "#/$defs/line", "$defs": schema["$defs"]})
    return report, lines


def test_json_and_json_lines_say_the_same() -> None:
    report, lines = report_of(result_of([finding()], [finding(silenced="comment")]))
    assert [line["type"] for line in lines] == ["finding", "summary"]
    assert lines == [*report["findings"], report["summary"]]
    assert (report["schema_version"], report["summary"]["silenced"], len(report["silenced"])) == (1, 1, 1)


def test_what_could_not_be_read_has_a_line_of_its_own() -> None:
    report, lines = report_of(Result([], [], [Error("x.py", 1, 1, "syntax", "what is this")], [], 1))
    assert [line["type"] for line in lines] == ["error", "summary"]
    assert {**report["errors"][0], "type": "error"} == lines[0]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report | {"findings": [lines[0]]}, findings_schema())


def test_markdown_is_a_table_that_stays_small() -> None:
    out = markdown.render(result_of([finding(f"{n} " * 100, line=n) for n in range(1, 1000)]))
    assert len(out) < 65_536
    assert "more\n" in out
    assert "| | rule | place | finding |" in out


def test_text_marks_the_place_below_its_line() -> None:
    spot = Spot("m.py", 7, 10, 14, "    日本 = relu(x)")
    out = text.render(result_of([finding(spot=spot, related=(), steps=())])).split("\n")
    assert out[1:3] == ["  7 | 日本 = relu(x)", "    |        ^^^^"]
    shifted = Spot("m.py", 7, 2, 6, "\trelu(x)")
    out = text.render(result_of([finding(spot=shifted)])).split("\n")
    assert out[1:3] == ["  7 | relu(x)", "    | ^^^^"]


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_nothing_scanned_escapes_from_its_place(renderer: Any) -> None:
    wild = finding(WILD, path=f"{WILD}.py", model=WILD, condition=WILD)
    wild = msgspec.structs.replace(wild, spot=Spot(f"{WILD}.py", 1, 1, 5, WILD, WILD))
    out = renderer.render(result_of([wild]))
    lines = out.split("\n")
    assert "\x1b" not in out
    if renderer is not gitlab and renderer is not rdjson and renderer is not json_format:
        assert "\u202e" not in out
    if renderer is github:
        assert [line.startswith("::") for line in lines] == [True, False, False]
    if renderer is markdown:
        (row,) = [line for line in lines if "SR102" in line]
        assert row.count("|") == 5
        assert "<" not in row
        assert "@" not in row
        assert "](" not in row
        assert "`" not in row
    if renderer is junit:
        ET.fromstring(out)
    if renderer is sarif:
        log_of(result_of([wild]))
    if renderer is concise:
        assert len(lines) == 2


@settings(deadline=None)
@given(LINE, LINE)
def test_every_format_takes_any_text(message: str, path: str) -> None:
    result = result_of([finding(message or "x", path=path or "x")])
    for renderer in RENDERERS:
        renderer.render(result)
    report_of(result)
    ET.fromstring(junit.render(result))
    log_of(result)
