"""The lines of source that a model is read with: its own definition, and what it calls elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from staticrelu import tree as t
from staticrelu.place import Place
from staticrelu.project.walk import walk
from staticrelu.view.told import Told

AROUND = 2
"""Lines shown before and behind one that is named."""

MAX_OWN_LINES = 250
"""Lines of a definition that are shown as a whole."""


class Line(NamedTuple):
    """One line. ``number`` counts in the program, ``shown`` is what a reader is told.

    ``gap`` tells that lines before it are left out.
    """

    number: int
    shown: str
    text: str
    gap: bool


class Excerpt(NamedTuple):
    """Lines of one file, in their order."""

    path: str
    lines: tuple[Line, ...]


def excerpts(definition: Place, places: Iterable[Place], told: Told) -> list[Excerpt]:
    """What to show of each file that a model has to do with, its own first."""
    wanted: dict[str, set[int]] = {definition.path: set(_own_lines(definition, told.tree(definition.path)))}
    for place in places:
        if place.path:
            near = range(max(place.line - AROUND, 1), place.line + AROUND + 1)
            wanted.setdefault(place.path, set()).update(near)
    return [Excerpt(path, tuple(_lines(path, sorted(numbers), told))) for path, numbers in wanted.items()]


def _own_lines(definition: Place, tree: t.Tree | None) -> range:
    first = definition.line
    own = [s for s in tree.body if s.span == definition.span] if tree is not None else []
    last = max((node.span.end_line for s in own for node in walk(s) if isinstance(node, t.Node)), default=first)
    return range(first, min(last, first + MAX_OWN_LINES) + 1)


def _lines(path: str, numbers: list[int], told: Told) -> Iterator[Line]:
    texts = {number: told.source(path, number) for number in numbers}
    before: int | None = None
    for number, text in texts.items():
        is_edge = not text.strip() and (not texts.get(number - 1, "").strip() or not texts.get(number + 1, "").strip())
        if not is_edge:
            origin = told.origin(path, number)
            shown = f"{origin.cell}:{origin.line}" if origin.cell else str(origin.line)
            yield Line(number, shown, text, before not in (None, number - 1))
            before = number
