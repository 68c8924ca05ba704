"""The package as it is shipped: its public face, its data, its README, and an installation from scratch."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import typing
import venv
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

import staticrelu
from expectations import read_case
from pages import agrees, blocks
from staticrelu import limits
from staticrelu.catalog import load
from staticrelu.report import v1
from staticrelu.report.findings import json as findings_v1
from staticrelu.report.json import render as render_json
from staticrelu.report.schema import findings_schema, report_schema
from staticrelu.report.text import render as render_text
from staticrelu.sources import PathError
from staticrelu.trace import builtin_functions, iterables
from test_cases import test_the_report_is_what_the_case_expects as what_the_case_expects_is_reported

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"


# --- the public face -------------------------------------------------------------------------------------------------


def test_what_is_public_is_there() -> None:
    assert all(hasattr(staticrelu, name) for name in staticrelu.__all__)
    assert importlib.metadata.version("staticrelu") == staticrelu.__version__


def test_importing_the_package_does_not_load_the_engine() -> None:
    code = "import sys, staticrelu; sys.exit(any(m in sys.modules for m in ('libcst', 'yaml', 'pathspec', 'typer')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_a_text_is_scanned_whatever_it_says_of_its_encoding() -> None:
    report = staticrelu.scan_source("# coding: latin-1\nfrom torch.nn import LSTM\né = LSTM(1, 1)\n", "note.py")
    assert report.errors == ()
    assert [(model.path, model.recurrent[0].line) for model in report.models] == [("note.py", 3)]


@pytest.mark.parametrize("text", ["\ud800", "\0", "def f(:"])
def test_a_text_that_is_no_program_is_an_error_in_the_report(text: str) -> None:
    (error,) = staticrelu.scan_source(text).errors
    assert error.path == "<source>"


def test_paths_are_scanned_and_a_missing_one_raises(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "b.py").write_text("x = 1\n")
    assert staticrelu.scan_paths([tmp_path], exclude=["b.py"]).summary.files == 1
    assert staticrelu.scan_paths([]).summary.files == 0
    with pytest.raises(PathError, match="gone"):
        staticrelu.scan_paths([tmp_path / "gone"])


# --- the report's schema ---------------------------------------------------------------------------------------------

DEFINITIONS: list[tuple[str, type[msgspec.Struct]]] = [
    ("model", v1.Model),
    ("recurrent", v1.RecurrentLayer),
    ("activation", v1.Activation),
    ("defined", v1.Defined),
    ("relation", v1.Relation),
    ("step", v1.Step),
    ("error", v1.Error),
    ("summary", v1.Summary),
]


@pytest.mark.parametrize("schema", [report_schema, findings_schema])
def test_the_schema_is_a_schema(schema: Callable[[], dict[str, Any]]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(("name", "struct"), DEFINITIONS, ids=[name for name, _ in DEFINITIONS])
def test_the_schema_knows_every_key_and_every_word(name: str, struct: type[msgspec.Struct]) -> None:
    definition = report_schema()["$defs"][name]
    fits(definition, struct)


def test_the_schema_knows_every_key_of_the_whole() -> None:
    fits(report_schema(), v1.Report)
    fits(report_schema()["properties"]["tool"], v1.Tool)


def test_the_schema_of_findings_knows_every_key_and_every_word() -> None:
    schema = findings_schema()
    fits(schema, findings_v1.Report)
    fits(schema["properties"]["tool"], v1.Tool)
    fits(schema["$defs"]["finding"], findings_v1.JsonFinding)
    fits(schema["$defs"]["place"], findings_v1.Place)
    fits(schema["$defs"]["summary"], findings_v1.Counts)
    assert schema["$defs"]["error"] == report_schema()["$defs"]["error"]


def fits(definition: dict[str, Any], struct: type[msgspec.Struct]) -> None:
    tag = struct.__struct_config__.tag
    names = [*struct.__struct_fields__, *(["type"] if tag else [])]
    assert definition["properties"].get("type", {}).get("const") == tag
    assert sorted(definition["properties"]) == sorted(names)
    assert sorted(definition["required"]) == sorted(set(names) - {"cell", "told_by"})
    for name, hint in typing.get_type_hints(struct).items():
        if typing.get_origin(hint) is typing.Literal and name != "schema_version":
            assert definition["properties"][name]["enum"] == list(typing.get_args(hint))


@pytest.mark.parametrize(
    "change",
    [
        {"schema_version": 2},
        {"summary": {}},
        {"errors": [{"path": "a.py", "line": 0, "column": 1, "kind": "syntax", "message": "no"}]},
        {"errors": [{"path": "a.py", "line": 1, "column": 1, "kind": "bad", "message": "no"}]},
    ],
)
def test_the_schema_refuses_what_is_wrong(change: dict[str, Any]) -> None:
    empty = v1.Report(v1.Tool("staticrelu", "0"), (), (), v1.Summary(0, 0, 0, 0, 0, 0))
    report = msgspec.json.decode(render_json(empty))
    jsonschema.validate(report, report_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report | change, report_schema())


# --- the README and the fixtures -------------------------------------------------------------------------------------


def test_the_readme_starts_with_its_two_commands() -> None:
    install, test = blocks(README, "sh")[:2]
    assert install.rstrip().endswith("staticrelu scan fixtures/")
    assert test.rstrip().endswith("python -m pytest -q")


def test_the_readme_shows_what_the_first_command_answers(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(ROOT)
    agrees(README, "text", [render_text(staticrelu.scan_paths(["fixtures/"]))], request.config)


def test_the_fixtures_show_each_kind_of_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    report = staticrelu.scan_paths(["fixtures/"])
    facts = {
        (model.name.rpartition(".")[2], relation.relation, relation.certainty)
        for model in report.models
        for relation in model.relations
    }
    assert facts == {
        ("Tagger", "after", "definite"),
        ("KeywordSpotter", "before", "definite"),
        ("Adder", "inside", "definite"),
        ("Forecaster", "after", "conditional"),
        ("Forecaster", "before", "conditional"),
    }
    outputs = {model.name.rpartition(".")[2]: [r.on_output for r in model.recurrent] for model in report.models}
    assert outputs["LanguageModel"] == ["no"]
    jsonschema.validate(msgspec.json.decode(render_json(report)), report_schema())


def test_the_readme_names_the_limits_as_they_are() -> None:
    text = README.read_text("utf-8")
    assert f"{limits.MAX_FILE_BYTES // 1_000_000} MB" in text
    for number in (limits.MAX_LEVELS, limits.MAX_ELEMENTS):
        assert f" {number:,} " in text


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (program,) = blocks(README, "python")
    exec(program, {})
    assert "rnn yes" in capsys.readouterr().out


# --- what CONTRIBUTING shows --------------------------------------------


def test_its_case_holds(tmp_path: Path) -> None:
    case = tmp_path / "bridge.py"
    case.write_text(blocks(CONTRIBUTING, "python")[0])
    what_the_case_expects_is_reported(read_case(case))


def test_its_entries_mean_what_it_says(tmp_path: Path) -> None:
    rules = tmp_path / "minrnn.yaml"
    rules.write_text(blocks(CONTRIBUTING, "yaml")[0])
    catalog = load([rules])
    layer, gate, count = (catalog.entry(f"minrnn.{name}") for name in ("MinGRU", "GatedReLU", "count_parameters"))
    assert layer is not None and gate is not None and count is not None
    assert (layer.recurrent, layer.returns) == (True, ("output", "h_n"))
    assert gate.activation is not None and gate.activation.default == "relu"
    assert count.result == "plain"
    assert "MinLSTM" in catalog.recurrent_names()


def test_its_function_works(monkeypatch: pytest.MonkeyPatch) -> None:
    names = dict(vars(iterables))
    exec(next(block for block in blocks(CONTRIBUTING, "python") if "def _cycle" in block), names)
    monkeypatch.setitem(builtin_functions.TABLE, "itertools.cycle", names["_cycle"])
    report = staticrelu.scan_source(
        "import itertools\n"
        "from torch import nn\n"
        "def run(x):\n"
        "    acts, rnn = [nn.ReLU()], nn.GRU(1, 1)\n"
        "    out, _ = rnn(x)\n"
        "    for act, _ in zip(itertools.cycle(acts), range(2)):\n"
        "        out = act(out)\n"
        "    return out\n"
    )
    relations = [relation for model in report.models for relation in model.relations]
    assert [(relation.relation, relation.certainty) for relation in relations] == [("after", "definite")]


# --- an installation from scratch ------------------------------------------------------------------------------------


def test_the_schema_lies_beside_its_types() -> None:
    assert files("staticrelu.report").joinpath("v1.schema.json").is_file()
    assert files("staticrelu.report.findings").joinpath("v1.schema.json").is_file()


@pytest.mark.slow
def test_an_installation_from_the_source_archive_is_whole(tmp_path: Path) -> None:
    """The archive is built, a wheel is built from it, and what that installs answers as the checkout does."""
    venv.create(tmp_path / "env", with_pip=True)
    binaries = tmp_path / "env" / "bin"

    def run(program: str, *arguments: str, cwd: Path = ROOT) -> str:
        command = [str(binaries / program), *arguments]
        return subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.PIPE, text=True, timeout=600).stdout

    run("python", "-m", "pip", "install", "--quiet", "hatchling")
    run("hatchling", "build", "--target", "sdist", "--directory", str(tmp_path / "dist"))
    (archive,) = (tmp_path / "dist").iterdir()
    run("python", "-m", "pip", "install", "--quiet", str(archive), cwd=tmp_path)
    package = Path(run("python", "-c", "import staticrelu; print(staticrelu.__path__[0])", cwd=tmp_path).strip())
    assert tmp_path in package.parents
    for data in ("rules/catalog", "report/v1.schema.json", "report/findings/v1.schema.json", "py.typed"):
        assert (package / data).exists()
    assert run("staticrelu", "--version") == f"staticrelu {staticrelu.__version__}\n"
    here = subprocess.run(
        [sys.executable, "-m", "staticrelu", "scan", "fixtures/"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert run("staticrelu", "scan", str(ROOT / "fixtures"), cwd=ROOT) == here.stdout
