"""Notebooks and pages as programs: what is cut out of them, and where a reader is told that things stand."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import staticrelu
from checked import RULES
from staticrelu import Report
from staticrelu.cache import Cache
from staticrelu.cli import app
from staticrelu.cli.options import Knowledge, configuration
from staticrelu.cli.run import Run
from staticrelu.cli.wanted import Choice, Wanted
from staticrelu.report.findings import Result, concise, github, gitlab, rdjson, sarif, text
from staticrelu.report.findings import json as json_findings
from staticrelu.report.text import render

IMPORTS = "import torch\nfrom torch import nn"
NET = """\
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])"""


def code(source: str | list[str], **more: Any) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source, **more}


def prose(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def notebook(*cells: str | dict[str, Any], **more: Any) -> str:
    """A notebook of format 4, as Jupyter writes it down: each line of a cell on a line of its own."""
    made = [code(cell.splitlines(keepends=True)) if isinstance(cell, str) else cell for cell in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}, indent=1)


def scan(*cells: str | dict[str, Any], **more: Any) -> Report:
    return staticrelu.scan_source(notebook(*cells, **more), "nb.ipynb")


def relations(report: Report) -> list[tuple[str, str, int | None, int]]:
    """Each relation: what, how certain, and the cell and line of the activation."""
    found = []
    for model in report.models:
        places = {a.id: a for a in model.activations}
        found += [
            (r.relation, r.certainty, places[r.activation].cell, places[r.activation].line) for r in model.relations
        ]
    return found


def errors(report: Report) -> list[tuple[str, int | None, int]]:
    return [(error.kind, error.cell, error.line) for error in report.errors]


AFTER = ("after", "definite")

# --- what is cut out ---------------------------------------------------------------------------------------------------


def test_all_code_cells_are_one_module_and_places_are_cell_and_line() -> None:
    report = scan(prose("# Title"), IMPORTS, prose("the model"), NET)
    (model,) = report.models
    assert (model.name, model.path, model.cell, model.line) == ("nb.Net", "nb.ipynb", 4, 1)
    assert (model.recurrent[0].cell, model.recurrent[0].line, model.recurrent[0].column) == (4, 4, 20)
    assert relations(report) == [(*AFTER, 4, 7)]
    assert model.relations[0].steps[0].cell == 4
    assert "nb.Net  nb.ipynb:cell 4:1" in render(report)
    assert "torch.relu  cell 4, line 7" in render(report)


def test_what_a_cell_makes_reaches_the_cells_behind_it() -> None:
    report = scan(IMPORTS, "rnn = nn.GRU(3, 4)", "y, h = rnn(torch.zeros(2, 3, 3))", "z = torch.relu(y)")
    assert relations(report) == [(*AFTER, 4, 1)]


def test_a_cell_that_defines_a_class_anew_replaces_it() -> None:
    plain = NET.replace("torch.relu(self.rnn(x)[0])", "self.rnn(x)[0]")
    assert relations(scan(IMPORTS, NET, plain)) == []
    assert relations(scan(IMPORTS, plain, NET)) == [(*AFTER, 3, 7)]


def test_a_class_that_is_used_before_it_is_defined_anew_is_seen_as_it_was() -> None:
    plain = NET.replace("torch.relu(self.rnn(x)[0])", "self.rnn(x)[0]")
    use = "y = Net()(torch.zeros(2, 3, 3))"
    assert relations(scan(IMPORTS, NET, use, plain, use)) == [(*AFTER, 2, 7)]


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_source_may_be_one_text_or_a_list_of_lines(end: str) -> None:
    as_lines = f"{NET}{end}".splitlines(keepends=True)
    for source in (f"{NET}{end}", as_lines, [f"{NET[:40]}", f"{NET[40:]}{end}"], [*as_lines, ""]):
        assert relations(scan(IMPORTS, code(source), "x = 1")) == [(*AFTER, 2, 7)]


def test_lines_that_end_as_on_windows() -> None:
    assert relations(scan(IMPORTS, code(NET.replace("\n", "\r\n")))) == [(*AFTER, 2, 7)]


def test_empty_cells_and_raw_cells_count() -> None:
    report = scan("", code([]), IMPORTS, {"cell_type": "raw", "metadata": {}, "source": "not (Python"}, NET)
    assert relations(report) == [(*AFTER, 5, 7)]
    assert errors(report) == []


def test_a_notebook_without_cells() -> None:
    assert (scan().models, scan().errors) == ((), ())


def test_a_cell_without_outputs_and_without_metadata() -> None:
    bare = [{"cell_type": "code", "source": source} for source in (IMPORTS, NET)]
    assert relations(scan(*bare)) == [(*AFTER, 2, 7)]


def test_the_older_format_with_worksheets() -> None:
    cells = [{"cell_type": "heading", "level": 1, "source": "Title"}]
    cells += [
        {"cell_type": "code", "collapsed": False, "input": source, "language": "python", "outputs": []}
        for source in (IMPORTS.splitlines(keepends=True), NET)  # type: ignore[misc]
    ]
    old = {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells}]}
    assert relations(staticrelu.scan_source(json.dumps(old), "old.ipynb")) == [(*AFTER, 3, 7)]


def test_five_megabytes_of_outputs_are_skipped_over() -> None:
    picture = {"output_type": "display_data", "data": {"image/png": "iVBOR" * 1_000_000}, "metadata": {}}
    printed = {"output_type": "stream", "name": "stdout", "text": ["self.rnn = nn.LSTM(3, 4)\n"] * 20_000}
    text = notebook(IMPORTS, code(NET, outputs=[picture, printed]))
    assert len(text) > 5_000_000
    began = time.monotonic()
    report = staticrelu.scan_source(text, "nb.ipynb")
    assert time.monotonic() - began < 5
    assert relations(report) == [(*AFTER, 2, 7)]
    assert errors(report) == []


def test_what_only_outputs_say_is_no_code() -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": f"{IMPORTS}\n{NET}"}
    assert scan(code("print(source)", outputs=[printed])).models == ()


@pytest.mark.parametrize("metadata", [{"language_info": {"name": "julia"}}, {"kernelspec": {"language": "R"}}])
def test_a_notebook_in_another_language_is_no_program(metadata: dict[str, Any]) -> None:
    report = scan("x <- function(y) { y }", metadata=metadata)
    assert (report.models, report.errors) == ((), ())
    python = {"language_info": {"name": "python"}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    assert relations(scan(IMPORTS, NET, metadata=python)) == [(*AFTER, 2, 7)]


def test_modules_beside_a_notebook_are_found_and_a_notebook_is_no_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("net.py").write_text(f"{IMPORTS}\n{NET}\n")
    Path("net.ipynb").write_text(notebook("x = 1"))
    Path("use.ipynb").write_text(notebook("import net", "y = net.Net()(x)[0]", "import use2"))
    Path("use.md").write_text("```python\nfrom net import Net\nz = Net()(x)\n```\n")
    report = staticrelu.scan_paths(["."])
    assert [(m.name, m.contained_in) for m in report.models] == [("net.Net", ("use",))]
    assert report.summary.files == 4


# --- magics ------------------------------------------------------------------------------------------------------------

SET_ASIDE = {
    "a line magic": "%matplotlib inline",
    "a magic with quotes that do not close": "%env NAME=it's",
    "a shell line": "!pip install torch >/dev/null 2>&1",
    "a shell line that goes on": "!pip install \\\n    torch \\\n    numpy",
    "two exclamation marks": "!!ls",
    "a question before": "?torch.relu",
    "a question behind": "torch.relu?",
    "two questions behind": "nn.GRU??",
    "an assigned shell line": "files = !ls *.py",
    "an assigned magic": "files = %ls",
    "a call without parentheses": "/print 1",
    "quoted arguments": ",print a b",
    "in a block": "if True:\n    !ls",
    "in a block among others": "for n in range(3):\n    print(n)\n    %time print(n)\n    print(n)",
    "between brackets": "names = [\n    1,\n]\n%time x = 1",
    "behind a text over lines": 'doc = """\n%s\n"""\n!ls',
    "behind a comment that looks open": "x = 1  # it's (\n!ls",
}


@pytest.mark.parametrize("lines", SET_ASIDE.values(), ids=SET_ASIDE.keys())
@pytest.mark.parametrize("where", ["before", "behind"])
def test_magics_are_set_aside_and_lines_are_kept(lines: str, where: str) -> None:
    cell = f"{lines}\n{NET}" if where == "before" else f"{NET}\n\n{lines}"
    report = scan(IMPORTS, cell)
    assert errors(report) == []
    assert relations(report) == [(*AFTER, 2, 7 + (len(lines.split("\n")) if where == "before" else 0))]


KEPT = {
    "a remainder on a line of its own": "x = (7\n% 4)",
    "a text over lines": 'x = """\n!ls\n%time\nwhat?\n"""',
    "a line that goes on": "x = 7 \\\n% 4",
    "a comparison": "x = 1 != 2",
    "a question in a comment": "x = 1  # why?",
    "a question in a text": "x = 'why?'",
}


@pytest.mark.parametrize("lines", KEPT.values(), ids=KEPT.keys())
def test_what_only_looks_like_a_magic_stays(lines: str) -> None:
    from staticrelu.sources.magics import set_aside

    assert set_aside(lines) == lines
    assert errors(scan(lines)) == []


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%writefile net.py", "%%javascript", "%%python2"])
def test_a_cell_in_another_language_is_set_aside_as_a_whole(magic: str) -> None:
    report = scan(IMPORTS, f"{magic}\n{NET}\nfor f in *; do", NET)
    assert relations(report) == [(*AFTER, 3, 7)]
    assert errors(report) == []


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 10", "%%capture output", "\n\n%%prun"])
def test_a_cell_that_is_only_measured_or_captured_is_a_part_of_the_notebook(magic: str) -> None:
    assert relations(scan(IMPORTS, f"{magic}\n{NET}")) == [(*AFTER, 2, 7 + len(magic.split("\n")))]


def test_a_layer_that_flows_through_a_magic_is_not_guessed_at() -> None:
    report = scan(IMPORTS, "rnn = nn.GRU(3, 4)\ny = rnn(torch.zeros(2, 3, 3))[0]\ny = %load y\nz = torch.relu(y)")
    assert relations(report) == []


# --- what is broken ----------------------------------------------------------------------------------------------------


def test_a_broken_cell_costs_that_cell() -> None:
    report = scan(IMPORTS, "x = 1\ndef f(:\n    pass", NET, "print 'old'", "y = (1,")
    assert relations(report) == [(*AFTER, 3, 7)]
    assert errors(report) == [("syntax", 2, 2), ("syntax", 4, 1), ("syntax", 5, 1)]
    assert "def f(:" not in render(report)


@pytest.mark.parametrize("cell", ["x = [1,\n2", 'y = """', "if True:", "z = 1 \\", "class A:", "@decorated"])
def test_what_a_cell_leaves_open_does_not_swallow_the_next(cell: str) -> None:
    report = scan(IMPORTS, cell, NET)
    assert relations(report) == [(*AFTER, 3, 7)]
    assert [(kind, cell) for kind, cell, _ in errors(report)] == [("syntax", 2)]


def test_a_broken_cell_in_a_notebook_without_layers_is_said_all_the_same() -> None:
    assert errors(scan("x = 1", "def f(:")) == [("syntax", 2, 1)]


def test_comments_silence_behind_a_broken_cell() -> None:
    marked = NET + "  # staticrelu: ignore[SR102]"
    result = check(notebook(IMPORTS, 'x = """', marked))
    assert ([f.code for f in result.findings], [f.code for f in result.silenced]) == ([], ["SR102"])


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ("{", 1), ('{\n"cells": [\n{]\n}', 3), ("[]", 1), ('{"nbformat": 4}', 1), ('{"cells": 3}', 1)],
)
def test_what_is_no_notebook_is_said_with_its_line(text: str, line: int) -> None:
    report = staticrelu.scan_source(text, "nb.ipynb")
    (error,) = report.errors
    assert (error.kind, error.path, error.line, error.message[:11]) == ("syntax", "nb.ipynb", line, "no notebook")


def test_hostile_notebooks_cost_themselves_only() -> None:
    deep = '{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}"
    assert [e.kind for e in staticrelu.scan_source(deep, "nb.ipynb").errors] == ["syntax"]
    half = notebook(IMPORTS, "x = 'here'", NET).replace("here", "\\ud800")
    assert relations(staticrelu.scan_source(half, "nb.ipynb")) == [(*AFTER, 3, 7)]
    wrong = notebook(IMPORTS, code(None), code([1, None]), NET)  # type: ignore[arg-type, list-item]
    assert relations(staticrelu.scan_source(wrong, "nb.ipynb")) == [(*AFTER, 4, 7)]


# --- what formats say --------------------------------------------------------------------------------------------------


def check(text: str, path: str = "nb.ipynb") -> Result:
    Path(path).write_text(text, "utf-8")
    wanted = Wanted([path], Choice(["SR102"]), None, [], [], False, None, False, None, 1)
    return Run(wanted, Knowledge(configuration(None, True), RULES), Cache()).result()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_findings_say_the_cell_and_what_knows_no_cells_is_told_the_line_in_the_file() -> None:
    written = notebook(prose("one\ntwo"), IMPORTS, NET)
    line = next(n for n, line in enumerate(written.splitlines(), 1) if "torch.relu" in line)
    result = check(written)
    assert concise.render(result).startswith("nb.ipynb:cell 3:7:16: warning SR102")
    assert "nb.ipynb:cell 3:7:16:" in text.render(result)
    assert "rnn (torch.nn.GRU): nb.ipynb:cell 3:4:20" in text.render(result)
    (finding,) = json.loads(json_findings.render(result))["findings"]
    assert (finding["cell"], finding["line"], finding["related"][0]["cell"]) == (3, 7, 3)
    assert f"file=nb.ipynb,line={line},col=1," in github.render(result)
    (run,) = json.loads(sarif.render(result))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == line
    assert json.loads(gitlab.render(result))[0]["location"]["lines"]["begin"] == line
    assert json.loads(rdjson.render(result))["diagnostics"][0]["location"]["range"]["start"]["line"] == line


def test_the_line_of_a_cell_that_is_one_text_is_that_of_its_text() -> None:
    noise = {"output_type": "stream", "text": ["torch.relu\n", '"source": "x"']}
    written = notebook(IMPORTS, code("x = 1", outputs=[noise]), code(NET, outputs=[noise]))
    line = next(n for n, line in enumerate(written.splitlines(), 1) if "return torch.relu" in line)
    assert f"file=nb.ipynb,line={line}," in github.render(check(written))


def test_errors_in_cells_are_told_where_files_have_only_lines() -> None:
    result = check(notebook(IMPORTS, "def f(:"))
    (run,) = json.loads(sarif.render(result))["runs"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("syntax (cell 2, line 1):")


def test_the_parts_of_a_scan_make_the_same_report(tmp_path: Path) -> None:
    Path("nb.ipynb").write_text(notebook(prose("x"), IMPORTS, NET, "def f(:", "net = Net()"))
    runner = CliRunner()
    for number in (1, 2):
        runner.invoke(app, ["scan", "--isolated", "--shard", f"{number}/2", "-o", f"part{number}", "nb.ipynb"])
    merged = runner.invoke(app, ["merge", "--format", "json", "part1", "part2"]).stdout
    assert merged == runner.invoke(app, ["scan", "--isolated", "--format", "json", "nb.ipynb"]).stdout
    assert '"cell": 3' in merged
    assert "cell 4" in runner.invoke(app, ["scan", "--isolated", "nb.ipynb"]).stderr


def test_a_cell_that_moves_is_told_anew_by_a_scan_that_remembers(tmp_path: Path) -> None:
    for before in ([], [prose("x")]):
        Path("nb.ipynb").write_text(notebook(*before, IMPORTS, NET))
        output = CliRunner().invoke(app, ["scan", "--isolated", "--cache-dir", "cache", "nb.ipynb"]).stdout
        assert f"torch.relu  cell {2 + len(before)}, line 7" in output


def test_fingerprints_do_not_depend_on_the_cell() -> None:
    first, second = (check(notebook(*cells)).findings[0] for cells in ((IMPORTS, NET), (IMPORTS, prose("x"), "", NET)))
    assert first.fingerprint == second.fingerprint
    assert first.spot.cell != second.spot.cell


# --- pages -------------------------------------------------------------------------------------------------------------


def indented(text: str, by: str) -> str:
    return "".join(f"{by}{line}\n" for line in text.splitlines())


def page(report_text: str) -> Report:
    return staticrelu.scan_source(report_text, "page.md")


def test_the_python_blocks_of_a_page_are_one_module_with_the_lines_of_the_page() -> None:
    text = f"# Title\n\n```python\n{IMPORTS}\n```\n\nwords\n\n```py\n{NET}\n```\n\n```sh\nls\n```\n"
    report = page(text)
    assert relations(report) == [(*AFTER, None, 1 + text.split("torch.relu")[0].count("\n"))]
    assert report.models[0].cell is None
    assert errors(report) == []


@pytest.mark.parametrize("info", ["python", "Python", "py", "python3", "python title='x'", "{python}", "{.python .x}"])
def test_how_a_block_is_marked_as_python(info: str) -> None:
    assert len(page(f"```{info}\n{IMPORTS}\n{NET}\n```\n").models) == 1
    assert len(page(f"~~~~ {info}\n{IMPORTS}\n{NET}\n~~~~\n").models) == 1


@pytest.mark.parametrize("info", ["", "sh", "pycon", "text", "pyrex"])
def test_other_blocks_are_no_programs(info: str) -> None:
    assert page(f"```{info}\n{IMPORTS}\n{NET}\n```\n").models == ()


@pytest.mark.parametrize("before", ["  ", "> ", "> > "])
def test_columns_are_those_of_the_page_where_a_block_is_indented(before: str) -> None:
    text = indented(f"```python\n{IMPORTS}\n{NET}\n```", before)
    (model,) = page(text if before != "  " else f"- item\n\n{text}").models
    column = text.splitlines()[9].index("torch.relu") + 1
    assert (model.activations[0].column, model.recurrent[0].column) == (column, 20 + len(before))
    result = check(text if before != "  " else f"- item\n\n{text}", "page.md")
    assert f"col={column}," in github.render(result)


def test_a_broken_block_costs_that_block() -> None:
    text = f"```python\n{IMPORTS}\n```\n\n```python\nx = (\n```\n\n```python\n{NET}\n```\n"
    report = page(text)
    assert len(relations(report)) == 1
    assert errors(report) == [("syntax", None, 7)]


def test_a_block_that_is_not_closed_reaches_to_the_end() -> None:
    assert len(page(f"```python\n{IMPORTS}\n{NET}").models) == 1


def test_pages_of_other_encodings_and_ends_of_lines() -> None:
    windows = f"\ufeff```python\n{IMPORTS}\n{NET}\n```\n".replace("\n", "\r\n")
    assert len(page(windows).models) == 1
    Path("latin.md").write_bytes(b"caf\xe9\n```python\nx = 1\n```\n")
    assert [(e.kind, e.line) for e in staticrelu.scan_paths(["latin.md"]).errors] == [("encoding", 1)]


@pytest.mark.parametrize("end", ["```py", "```py\n", "```py\n```", "> ```py", "- ```py\n", "```py\r"])
def test_a_page_may_end_with_a_fence(end: str) -> None:
    page = f"```python\n{IMPORTS}\n{NET}\n```\n\n{end}"
    report = staticrelu.scan_source(page, "page.md")
    assert not report.errors
    assert relations(report) == [("after", "definite", None, 10)]


def test_a_hostile_page_takes_no_long_time() -> None:
    began = time.monotonic()
    page("```python\nx = 1\n```\n" + "> " * 50_000 + "\n" + "- " * 20_000 + "\n" + "[" * 100_000)
    assert time.monotonic() - began < 5
