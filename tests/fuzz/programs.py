"""Programs that are made of others: their tokens, bytes and lines damaged, or their syntax trees grafted onto each other."""

from __future__ import annotations

import ast
import copy
import re
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from hypothesis import strategies as st

CASES = Path(__file__).parent.parent / "cases"
_TOKEN = re.compile(r"\w+|[^\w\s]|\n[ \t]*|[ \t]+")
_ODD = (
    "\0",
    "\r",
    "\r\n",
    "\f",
    "\v",
    "\t",
    "\ufeff",
    "\u2028",
    "\u202e",
    "\x1b[2J",
    "\\\n",
    "é",
    "\U0001d518",
    "\x85",
    "#",
    '"""',
    "'",
)
_HUGE = (
    "9" * 6000,
    "0x" + "f" * 6000,
    "1e999",
    "1_0" * 50,
    f"'{'a' * 70_000}'",
    f"[0] * {10**12}",
    "10 ** 10 ** 10",
    "'\\ud800'",
)
_LIKELY = (
    "self",
    "None",
    "True",
    "...",
    "super()",
    "locals()",
    "lambda: x",
    "*x",
    "**x",
    "yield",
    "await x",
    "(x := x)",
    "-1",
    "''",
    "{}",
)
_NESTS = (
    ("(", ")"),
    ("[", "]"),
    ("{0: ", "}"),
    ("f(", ")"),
    ("-", ""),
    ("not ", ""),
    ("lambda: ", ""),
    ("f'{", "}'"),
    ("", ".a"),
    ("", "[0]"),
    ("", "()"),
)

Draw: TypeAlias = Callable[[st.SearchStrategy], object]
_RECURRENT = re.compile(r"\bnn\.(RNN|LSTM|GRU)")


@cache
def seeds() -> tuple[str, ...]:
    """The texts of the repository's own cases; one without a statement has nothing to damage."""
    texts = (path.read_text("utf-8") for path in sorted(CASES.rglob("*.py")))
    return tuple(text for text in texts if ast.parse(text).body)


def seeds_of(folder: str) -> tuple[str, ...]:
    """The programs of a folder that build a recurrent layer: of the others little is asked."""
    texts = (path.read_text("utf-8", "replace") for path in sorted(Path(folder).rglob("*.py")))
    return tuple(text for text in texts if _RECURRENT.search(text))


# --- damaged text --------------------------------------------


def _token(draw, text):  # a token is deleted, doubled, or another one stands in its place
    tokens = _TOKEN.findall(text)
    if not tokens:
        return text
    at = draw(st.integers(0, len(tokens) - 1))
    new = draw(st.sampled_from(["", tokens[at] * 2, *_LIKELY, *_HUGE]) | st.sampled_from(tokens))
    return "".join([*tokens[:at], new, *tokens[at + 1 :]])


def _lines(draw, text):  # lines of another program in the middle of this one
    lines, others = text.split("\n"), draw(st.sampled_from(seeds())).split("\n")
    at, first = draw(st.integers(0, len(lines))), draw(st.integers(0, len(others)))
    count, gone = draw(st.integers(0, 8)), draw(st.integers(0, 3))
    return "\n".join([*lines[:at], *others[first : first + count], *lines[at + gone :]])


def _cut(draw, text):
    return text[: draw(st.integers(0, len(text)))]


def _odd(draw, text):
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(_ODD) | st.text(max_size=3)) + text[at:]


def _nested(draw, text):  # a name deep inside brackets, operators or calls
    names = list(re.finditer(r"\b\w+\b", text))
    if not names:
        return text
    name, depth = draw(st.sampled_from(names)), draw(st.sampled_from((2, 7, 50, 99, 150, 199, 1000, 1300, 5000)))
    before, after = draw(st.sampled_from(_NESTS))
    return f"{text[: name.start()]}{before * depth}{name.group()}{after * depth}{text[name.end() :]}"


def _indented(draw, text):
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    lines[at] = (
        draw(st.sampled_from((" ", "    ", "\t", "  \t"))) + lines[at] if draw(st.booleans()) else lines[at].lstrip()
    )
    return "\n".join(lines)


@st.composite
def damaged(draw, texts: tuple[str, ...]) -> bytes:
    """The bytes of one of some programs after some accidents."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from((_token, _token, _lines, _cut, _odd, _nested, _indented)))(draw, text)
    encoding = draw(
        st.sampled_from(("utf-8",) * 12 + ("latin-1", "utf-16", "utf-7", "rot13", "idna", "unicode_escape", "x"))
    )
    head = "" if encoding == "utf-8" else f"# coding: {encoding}\n"
    data = (head + text).encode("utf-16" if encoding == "utf-16" else "utf-8", "replace")
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=6)) + data[at:]
    return data


# --- grafted trees --------------------------------------------


@cache
def _parts() -> tuple[tuple[ast.expr, ...], tuple[ast.stmt, ...]]:
    """All expressions and statements of the cases, and some that no case has."""
    nodes = [node for text in (*seeds(), RARE) for node in ast.walk(ast.parse(text))]
    return tuple(n for n in nodes if isinstance(n, ast.expr)), tuple(n for n in nodes if isinstance(n, ast.stmt))


RARE = """
async def f(*a, b=1, **k):
    async with a as b, c: pass
    async for x, *y in z: await x
    else: del x, y.z, w[0]
    return [i async for i in x if i], {*a, *b}, {**a, "b": 1}, (yield), f"{x!r:>{w}}"
try:
    global_name: int = 1
except* (A, B) as e:
    raise E from e
else:
    assert x, y
finally:
    while x: break
    else: pass
match x:
    case {"a": [1, *rest], **more} if more: pass
    case A(b=1) | B() | None: pass
    case -1 | 1+2j | "s" | a.b: pass
    case _: pass
class C(*bases, metaclass=M, **k):
    __slots__ = ("a",)
    def __getattr__(self, name): return getattr(self, name)
    def __call__(self, *a): return self(*a)
    def __iter__(self): yield from self
    x = property(lambda self: self.x)
a = b[c:d:e, ...] = lambda *a, b, **k: (yield)
x @= y; x **= x; x //= x; x <<= x; x[x[0]] += x
import a.b.c as d, e
from . import *
from ...x import y as z
a = not (b if c else d) or e and f < g <= h is not i not in j
a, (b, *c), [d, e.f] = (x := 1), *x
for x in x: x = [x, x]
for _ in range(10**9): x = {x: x}
while True: x = (x,)
"""


@st.composite
def grafted(draw) -> bytes:
    """A program that parses, parts of which were exchanged for parts of other programs."""
    module = ast.parse(draw(st.sampled_from(seeds())))
    expressions, statements = _parts()
    for _ in range(draw(st.integers(1, 6))):
        places = [(node, field, value) for node in ast.walk(module) for field, value in ast.iter_fields(node)]
        holders = [(node, field) for node, field, value in places if isinstance(value, ast.expr)]
        blocks = [
            value for _, _, value in places if isinstance(value, list) and value and isinstance(value[0], ast.stmt)
        ]
        if holders and draw(st.booleans()):
            node, field = draw(st.sampled_from(holders))
            setattr(node, field, copy.deepcopy(draw(st.sampled_from(expressions))))
        else:
            block = draw(st.sampled_from(blocks))
            at = draw(st.integers(0, len(block)))
            block[at : at + draw(st.integers(0, 1))] = [copy.deepcopy(draw(st.sampled_from(statements)))]
            if draw(st.booleans()):
                block[:] = [_wrapped(draw(st.sampled_from(("if", "for", "while", "try", "with", "def"))), block[:])]
        text = _text(module)
        module = ast.parse(text) if text and _parses(text) else module
    return _text(module).encode("utf-8", "surrogatepass")


def _wrapped(how: str, body: list[ast.stmt]) -> ast.stmt:
    head = {
        "try": "try: pass\nexcept A: pass",
        "def": "def forward(self, x): pass",
        "for": "for x in x: pass",
        "with": "with x as y: pass",
    }
    (statement,) = ast.parse(head.get(how, f"{how} x: pass")).body
    statement.body = body  # type: ignore[attr-defined]
    return statement


def _text(module: ast.Module) -> str:
    try:
        return ast.unparse(module)
    except (RecursionError, ValueError, AttributeError, TypeError):  # a graft that no text has
        return ""


def _parses(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


# --- comments --------------------------------------------

_PIECES = (
    "# staticrelu: ",
    "#staticrelu:",
    "ignore",
    "file-ignore",
    "[",
    "]",
    "SR102",
    "relu-twice",
    "ALL",
    ",",
    "\n",
    "\r",
    "\f",
    "\\\n",
    "\t",
)
_PIECES += ('"', "'''", "f'{", "x = 1", "(", "\u2028", "\x85", "    ", "if x:\n")


@st.composite
def commented(draw: st.DrawFn) -> bytes:
    """A program with comments, well and badly made, between its lines and behind them."""
    lines = draw(st.sampled_from(seeds())).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at] += "".join(draw(st.lists(st.sampled_from(_PIECES) | st.text(max_size=2), min_size=1, max_size=9)))
    return "\n".join(lines).encode("utf-8", "replace")
