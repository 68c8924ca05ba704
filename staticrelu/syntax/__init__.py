"""The making of the tree: the one room that knows libcst.

``parse`` turns the text of a file into a ``Tree`` and the problems met on the way, and never raises, whatever the text
is. The way of a text:

- ``guard`` looks at the bare text for what would hurt a parser: nesting without end, patterns within patterns;
- ``measure`` has CPython parse the text, for two things only: where every node stands, and how deep the nodes go;
- libcst parses it, and ``expressions``, ``literals``, ``statements`` and ``patterns`` turn its nodes into those of
  ``staticrelu.tree``, one small function for a kind of node, which are found in tables by the node's type;
- ``cpython`` makes the same tree of CPython's, for those who look through many files for names;
- each made node takes its place from a ``Spans`` (``spans``): from CPython's where the running Python could parse the
  text, otherwise from libcst's own position metadata (``fallback``), which is exact too, but costs more than the parse.

Importing this room does not import libcst; the first parse does.
"""

from __future__ import annotations

import symtable
import warnings
from collections.abc import Iterable
from typing import NamedTuple

from staticrelu.problem import Problem
from staticrelu.tree import Tree


class Parsed(NamedTuple):
    """What became of a text: its tree, or None and the problem that prevented it."""

    tree: Tree | None
    problems: tuple[Problem, ...]


def parse(path: str, text: str) -> Parsed:
    """Make the tree of ``text``; ``path`` only names it in problems (``syntax``, ``too-deep``). Never raises."""
    from staticrelu.syntax.making import make  # libcst takes long to load: only who parses should wait for it
    from staticrelu.syntax.refusal import RefusalError

    try:
        return Parsed(make(text), ())
    except RefusalError as refused:
        problem = Problem(path, refused.line, refused.column, refused.kind, refused.message)
        return Parsed(None, (problem,))


def skim(text: str) -> Tree | None:
    """The tree that ``parse`` makes of ``text``, at a fifth of the cost; None where that must be asked. Never raises.

    It is for whoever only looks for names.
    """
    from staticrelu.syntax.cpython import read
    from staticrelu.syntax.refusal import RefusalError

    try:
        return read(text)
    except (RefusalError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def without_broken(path: str, text: str, pieces: Iterable[tuple[int, int]]) -> tuple[str, tuple[Problem, ...]]:
    """The text with each piece (first line, line behind the last) that cannot be parsed by itself blank, and why."""
    lines = text.split("\n")
    found: list[Problem] = []
    for first, end in pieces:
        wrong = problems(path, "\n".join(lines[first - 1 : end - 1]))
        if wrong:
            lines[first - 1 : end - 1] = [""] * (end - first)
            found += [problem._replace(line=first - 1 + min(problem.line, end - first)) for problem in wrong]
    return "\n".join(lines), tuple(found)


def problems(path: str, text: str) -> tuple[Problem, ...]:
    """What ``parse`` would complain about, without a tree: CPython's parser, which is quick, has the first say.

    It is asked for the table of names, which it makes without a Python object for each node: in a third of the time that
    ``ast.parse`` takes. What it refuses besides (a name that is global too late) ``parse`` does not complain about.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            symtable.symtable(text, "text", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return parse(path, text).problems
    return ()
