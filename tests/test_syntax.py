from __future__ import annotations

import ast
import gc
import inspect
import random
import subprocess
import sys
import sysconfig
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import libcst as cst
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staticrelu import tree
from staticrelu.limits import MAX_LEVELS, RECURSION_LIMIT
from staticrelu.place import Span
from staticrelu.syntax import expressions, measure, parse, patterns, skim, statements
from staticrelu.syntax.fallback import MetadataSpans
from staticrelu.syntax.maker import Maker
from staticrelu.syntax.making import _convert
from staticrelu.tree_text import dump, unparse
from syntax_page import PAGE


@pytest.fixture(autouse=True)
def deep_recursion() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(RECURSION_LIMIT)
    yield
    sys.setrecursionlimit(before)


def made(text: str) -> tree.Tree:
    parsed = parse("page.py", text)
    assert parsed.problems == ()
    assert parsed.tree is not None
    return parsed.tree


def only(text: str) -> tree.Stmt:
    (statement,) = made(text).body
    return statement


def value(text: str) -> tree.Expr:
    statement = only(text)
    assert isinstance(statement, tree.ExprStmt)
    return statement.value


def library_sample(count: int) -> list[str]:
    """Texts of the standard library, always the same ones for one Python."""
    folder = Path(sysconfig.get_path("stdlib"))
    paths = sorted(path for path in folder.glob("**/*.py") if not {"site-packages", "test"} & set(path.parts))
    small = [path for path in paths if 2_000 < path.stat().st_size < 30_000]
    chosen = random.Random(1).sample(small, count)
    return [path.read_text(encoding="utf-8", errors="replace") for path in chosen]


# --- the two sources of spans -----------------------------------------------------------------------------------------


def both_ways(text: str) -> tuple[str, str]:
    module = cst.parse_module(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fast = _convert(module, Maker(measure.measure(text)))
        slow = _convert(module, Maker(MetadataSpans(module)))
    return dump(fast), dump(slow)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the page holds a star in an index")
def test_both_sources_of_spans_agree_on_the_page() -> None:
    fast, slow = both_ways(PAGE)
    assert fast.splitlines() == slow.splitlines()


def test_both_sources_of_spans_agree_on_the_library() -> None:
    for text in library_sample(40):
        fast, slow = both_ways(text)
        assert fast == slow


def test_a_disagreement_of_the_parsers_is_met_with_the_other_source(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "x = f(a.b)\n"
    expected = dump(made(text))
    monkeypatch.setitem(measure._TABLE, ast.Attribute, ("", ("value",)))
    assert dump(made(text)) == expected


# --- the two parsers --------------------------------------------------------------------------------------------------


def both_parsers(text: str) -> tuple[str, str]:
    skimmed = skim(text)
    assert skimmed is not None
    return dump(skimmed), dump(made(text))


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the page holds a star in an index")
def test_both_parsers_agree_on_the_page() -> None:
    quick, exact = both_parsers(PAGE)
    assert quick.splitlines() == exact.splitlines()


def test_both_parsers_agree_on_the_library() -> None:
    for text in library_sample(150):
        quick, exact = both_parsers(text)
        assert quick == exact


@pytest.mark.parametrize(
    "text",
    [
        "f'a{b!r:>{w}}c' 'd' f'{e = }{{' ''",
        "'' f'' rf'\\{a}'",
        'b\'a\' rb\'\\x\' B"c" \\\n  b"""d\n"""  # b\'e\'',
        "f(a, *b, c=1, *d, **e)",
        "if a: pass\nelif b: pass\nelse:\n    if c: pass\n    else: pass",
        'f"""\\\n"{x}"""',
        "if a: pass\n\felif b: pass\n",
        "\ufeffé = [ñ.x, 1j, 0xFF_FF, 99999999999999999999, '\\ud800', ...]",
        "class A(B, *c, metaclass=M):\n    async def f(self, /, a: int = 1, *b, c, **d) -> (yield): await (yield from e)",
        "match a:\n    case {'k': [x, *_], **r} | C(1, y=None as z) if x: pass",
    ],
)
def test_both_parsers_agree_where_they_see_it_differently(text: str) -> None:
    quick, exact = both_parsers(text)
    assert quick.splitlines() == exact.splitlines()


@pytest.mark.parametrize(
    "text",
    ["x = " + "a + " * 400 + "a", "x = " + "f(a and " * 60 + "a" + ")" * 60, "x = " + "[" * 90 + "]" * 90],
    ids=["chain", "chains in calls", "brackets"],
)
def test_what_is_skimmed_is_parsed_as_well(text: str) -> None:
    assert skim(text) is not None
    assert made(text)


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "a + " * MAX_LEVELS + "a",
        "if a: pass\n" + "elif a: pass\n" * MAX_LEVELS,
        "import a" + ".a" * MAX_LEVELS,
        "match a:\n    case " + "[" * 20 + "]" * 20 + ": pass",
        "x = (",
    ],
    ids=["chain", "elif", "dotted", "pattern", "syntax"],
)
def test_what_is_not_skimmed_is_left_to_the_other_parser(text: str) -> None:
    assert skim(text) is None
    assert parse("page.py", text).problems


def test_what_may_nest_too_deeply_is_not_skimmed() -> None:
    assert skim("x = " + "a.f(b + " * 100 + "b + " * 600 + "a" + ")" * 100) is None


@pytest.mark.parametrize("text", ["(pars): bool = True", "def f():\n    return(lambda: 0)", "def f():\n    return.5"])
def test_what_only_cpython_understands_is_read_all_the_same(text: str) -> None:
    with pytest.raises((cst.ParserSyntaxError, cst.CSTValidationError, TypeError)):
        cst.parse_module(text)
    assert dump(made(text)) == dump(skim(text) or tree.Tree(()))


def test_spans_count_characters_from_one_and_end_exclusively() -> None:
    call = value('é["é"](x)')
    assert isinstance(call, tree.Call)
    assert call.span == Span(1, 1, 1, 10)
    assert call.args[0].value.span == Span(1, 8, 1, 9)


def test_a_span_excludes_the_parentheses_of_its_node_and_includes_those_of_its_parts() -> None:
    outer = value("((a).b(\n)).c")
    assert isinstance(outer, tree.Attribute)
    assert outer.span == Span(1, 1, 2, 5)
    assert outer.value.span == Span(1, 2, 2, 2)


def test_a_definition_has_the_span_of_its_header() -> None:
    text = '@a\nasync def f(x: int = {1: "#:"}[1],  # not: here\n            ) -> b :\n    pass\n'
    assert only(text).span == Span(2, 1, 3, 21)
    assert only("class A: x: int = 1").span == Span(1, 1, 1, 9)


def test_all_inside_an_f_string_has_its_span() -> None:
    string = value('(f"a{b.c}" "d")')
    assert isinstance(string, tree.Joined)
    assert {part.span for part in string.parts} == {Span(1, 2, 1, 15)}


# --- what the tree says ----------------------------------------------------------------------------------------------


def test_the_dump_shows_one_node_a_line() -> None:
    text = "if a + b - c:\n    x: int = 1\nelif d: pass\n"
    assert dump(made(text)).splitlines() == [
        "If 1:1-3:13 orelse=()",
        "  arms:",
        "    Binary 1:4-1:13",
        "      first: Name 1:4-1:5 id='a'",
        "      rest: '+'",
        "        Name 1:8-1:9 id='b'",
        "      rest: '-'",
        "        Name 1:12-1:13 id='c'",
        "    AnnAssign 2:5-2:15",
        "      target: Name 2:5-2:6 id='x'",
        "      annotation: Name 2:8-2:11 id='int'",
        "      value: Constant 2:14-2:15 value=1 kind=''",
        "  arms:",
        "    Name 3:6-3:7 id='d'",
        "    Jump 3:9-3:13 kind='pass'",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0x_ff", 255),
        ("1_0", 10),
        (str(2**64 - 1), 2**64 - 1),
        (str(2**64), float(2**64)),
        ("9" * 10_000, float("inf")),
        ("0x" + "f" * 10_000, float("inf")),
        ("1e999", float("inf")),
        ("True", True),
        ("None", None),
        ("'a' \"b\" r'\\c' '\\x64'", "ab\\cd"),
        ("'''a\r\nb'''", "a\nb"),
        ("''''a'''", "'a"),
        ('""', ""),
        ("'\\ud800'", "?"),
    ],
)
def test_literals(text: str, expected: object) -> None:
    constant = value(text)
    assert isinstance(constant, tree.Constant)
    assert constant.kind == ""
    assert constant.value == expected
    assert type(constant.value) is type(expected)


@pytest.mark.parametrize(("text", "kind"), [("rb'a' b'b'", "bytes"), ("1.5j", "complex"), ("...", "ellipsis")])
def test_other_literals_keep_their_source(text: str, kind: str) -> None:
    constant = value(text)
    assert isinstance(constant, tree.Constant)
    assert (constant.value, constant.kind) == (text, kind)


def test_an_f_string_says_where_it_is_not_exact() -> None:
    string = value('f"a{{\\n{b}{c!r}" "{d}"')
    assert isinstance(string, tree.Joined)
    first, b, c, last = string.parts
    assert isinstance(first, tree.Constant)
    assert first.value == "a{\n"
    assert isinstance(b, tree.Name)
    assert isinstance(c, tree.Joined)
    assert not c.exact
    assert isinstance(last, tree.Constant)
    assert last.value == "{d}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("yield", True),
        ("if a: x = yield from b", True),
        ("def g(): yield", False),
        ("return lambda: (yield)", False),
        ("class A:\n        def g(self): yield", False),
    ],
)
def test_generators(body: str, expected: bool) -> None:
    function = only(f"def f():\n    {body}\n")
    assert isinstance(function, tree.FunctionDef)
    assert function.is_generator is expected


def test_syntax_newer_than_the_running_python_is_understood() -> None:
    text = "lazy from a import b\ntype X[T: int] = list[T]\ndef f[*Ts](*a: *Ts): return t'{a}'\nz = [*x for x in y]\n"
    kinds = [type(statement).__name__ for statement in made(text).body]
    assert kinds == ["ImportFrom", "Assign", "FunctionDef", "Assign"]


def test_identifiers_are_normalised_as_python_does() -> None:
    name = value("\N{LATIN SMALL LIGATURE FI}")
    assert isinstance(name, tree.Name)
    assert name.id == "fi"


def test_a_byte_order_mark_is_not_text() -> None:
    assert only("\ufeffx = 1").span == Span(1, 1, 1, 6)


def concrete(*bases: type) -> set[type]:
    classes = {item for _, item in inspect.getmembers(cst, inspect.isclass) if issubclass(item, bases)}
    return {item for item in classes if not inspect.isabstract(item) and not item.__name__.startswith("Base")}


def test_every_node_of_libcst_is_known() -> None:
    assert concrete(cst.BaseExpression) <= set(expressions._EXPRESSIONS)
    assert concrete(cst.BaseSmallStatement, cst.BaseCompoundStatement) <= set(statements._STATEMENTS)
    assert concrete(cst.MatchPattern) - {cst.MatchSequence, cst.MatchPattern} <= set(patterns._PATTERNS)


# --- problems --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("x = 1\nprint x\n", 2, 1),
        ("x = (1,\n", 1, 5),
        ("def f():\nreturn\n", 2, 1),
        ("x = 0777", 1, 5),
        ("x\n  = 'half \ud800'", 2, 11),
    ],
)
def test_what_is_no_python_is_a_syntax_problem(text: str, line: int, column: int) -> None:
    parsed = parse("p.py", text)
    assert parsed.tree is None
    (problem,) = parsed.problems
    assert (problem.path, problem.kind, problem.line, problem.column) == ("p.py", "syntax", line, column)
    assert problem.message
    assert "\n" not in problem.message


LONG = {
    "elif": "if a: pass\n" + "elif b: pass\n" * 1000,
    "plus": "x = " + " + ".join(["a"] * 1000),
    "or": "x = " + " or ".join(["a"] * 1000),
    "method": "x = a" + ".b()" * 300,
    "list": "x = [" + "1, " * 20_000 + "]",
    "strings": "x = (" + "'a' " * 1000 + ")",
    "comparison": "x = " + " < ".join(["a"] * 1000),
    "statements": "x\n" * 10_000,
}


@pytest.mark.parametrize("name", LONG)
def test_what_is_merely_long_works(name: str) -> None:
    assert made(LONG[name] + "\n").body


DEEP = {
    "brackets": "(" * 500 + "1" + ")" * 500,
    "patterns": "match x:\n    case " + "{1: " * 12 + "1" + "}" * 12 + ": pass",
    "pattern parentheses": "match x:\n    case " + "(" * 40 + "1" + ")" * 40 + ": pass",
    "unary": "x = " + "-" * 5000 + "1",
    "not": "x = " + "not " * 5000 + "1",
    "attribute": "a" + ".b" * 5000,
    "method": "a" + ".b(1, 2)" * 5000,
    "lambda": "x = " + "lambda: " * 5000 + "1",
    "power": "x = " + "**".join(["a"] * 5000),
    "or": "x = " + " or ".join(["a"] * 20_000),
    "if": "x = " + "a if b else " * 5000 + "c",
    "elif": "if a: pass\n" + "elif b: pass\n" * 20_000,
    "import": "import a" + ".b" * 20_000,
    "f-string": 'x = f"{' + "+".join(["a"] * 5000) + '}"',
}


@pytest.mark.parametrize("newer", ["", "lazy import x\n"], ids=["measured", "guarded"])
def test_what_is_too_deep_is_refused_and_does_not_crash(newer: str) -> None:
    program = "import sys, ast; from staticrelu.syntax import parse\n"
    program += "for text in ast.literal_eval(sys.stdin.read()): print(parse('p', text).problems[0].kind)"
    texts = repr([newer + text + "\n" for text in DEEP.values()])
    run = subprocess.run([sys.executable, "-c", program], input=texts, capture_output=True, text=True, timeout=60)
    assert run.stdout.split() == ["too-deep"] * len(DEEP), run.stderr


def test_a_refusal_names_the_line() -> None:
    parsed = parse("p.py", "x = 1\n\ny = " + "(" * 500 + ")" * 500)
    assert [(problem.kind, problem.line) for problem in parsed.problems] == [("too-deep", 3)]


def test_the_interpreter_is_left_as_it_was() -> None:
    assert gc.isenabled()
    before = sys.getrecursionlimit()
    parse("p.py", "x = (")
    parse("p.py", "a" + ".b" * (MAX_LEVELS - 10))
    assert gc.isenabled()
    assert sys.getrecursionlimit() == before


def test_libcst_is_loaded_by_the_first_parse_only() -> None:
    program = "import sys, staticrelu.syntax, staticrelu.tree_text; print('libcst' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == "False"


WORDS = (
    "x 1 'a' f\" }\" ( ) [ ] { } : , ; . = == + - not lambda if else elif for in match case def class \\ # é".split()
)
BLANKS = ["\n", "\n    ", "\t", "\ud800", "\0"]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS + BLANKS)).map(" ".join)))
def test_no_text_makes_it_raise(text: str) -> None:
    parsed = parse("p.py", text)
    assert (parsed.tree is None) == bool(parsed.problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in parsed.problems)


# --- expressions back to source --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "(a + b) * c - -d ** e ** f",
        "(a ** b) ** c",
        "a and (b or c) and not (d and e)",
        "(a and b) and c",
        "a < b is not c not in d",
        "(a if b else c) if d else e if f else g",
        "f(*a or b, k=lambda x, /, y=1, *, z: (yield), **c)",
        "(lambda *a, b=(1,), **c: ())(1)",
        'x["a", 1:2, ::3, ...][()][1,]',
        "[(x := 1), *a, {**b, 'c': 1}, {d}]",
        "{k: v for k, v in a if b if c for d in (lambda: e)}",
        "(1).real + 1.5 .real + (await_).b",
        """f"{a['b']}{{}}\\n{(lambda: 1)}{ {1: 2} }" + "it's" 'say "hi"'""",
        "(a, b)[(yield)]",
    ],
)
def test_unparse_keeps_the_meaning(text: str) -> None:
    assert ast.dump(ast.parse(unparse(value(text)))) == ast.dump(ast.parse(text))


def test_unparse_normalises() -> None:
    assert unparse(value("( ( a )+b [ 'c' ] )  if not(d)else[ 1,2 ]")) == 'a + b["c"] if not d else [1, 2]'


def outermost(node: object) -> Iterator[tree.Expr]:
    if isinstance(node, tuple) and not isinstance(node, Span):
        for item in node:
            yield from outermost(item)
    elif isinstance(node, get_args(tree.Expr)):
        yield node
    elif isinstance(node, msgspec.Struct):
        for name in node.__struct_fields__:
            yield from outermost(getattr(node, name))


def meaning(source: str) -> str:
    """What CPython reads in ``source``, without what the tree does not keep."""
    parsed = ast.parse(source, mode="eval")
    for node in ast.walk(parsed):
        if isinstance(node, ast.FormattedValue):
            node.conversion, node.format_spec = -1, None
        elif isinstance(node, ast.Constant):
            node.kind = None
            if isinstance(node.value, str):
                node.value = node.value.encode(errors="replace").decode()
            elif isinstance(node.value, int) and node.value >= 2**64:
                node.value = float(node.value)
        elif isinstance(node, ast.comprehension):
            node.is_async = 0
    return ast.dump(parsed)


def source_at(span: Span, lines: list[str]) -> str:
    inside = lines[span.line - 1 : span.end_line]
    inside[-1] = inside[-1][: span.end_column - 1]
    inside[0] = inside[0][span.column - 1 :]
    return "\n".join(inside)


@pytest.mark.filterwarnings("ignore")
def test_unparse_keeps_the_meaning_of_the_library() -> None:
    for text in library_sample(40):
        lines = text.split("\n")
        for expression in outermost(made(text).body):
            source, again = source_at(expression.span, lines), unparse(expression)
            if not isinstance(expression, (tree.Starred, tree.Slice)) and "=}" not in source:
                assert meaning(f"({source}\n)") == meaning(f"({again})")
