"""Places and conditions in the words for a reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from staticrelu.graph import Graph
from staticrelu.guards import Guard
from staticrelu.place import Origin, Place
from staticrelu.tree import Tree


class Told(NamedTuple):
    """What was read: the lines and trees of programs, and where their lines stand in files."""

    source: Callable[[str, int], str]
    text: Callable[[Place], str]
    origin: Callable[[str, int], Origin]
    tree: Callable[[str], Tree | None]

    def place(self, place: Place) -> str:
        """``path:line``, with the cell of a notebook between."""
        origin = self.origin(place.path, place.line)
        return f"{place.path}:{f'cell {origin.cell}:' if origin.cell else ''}{origin.line}"

    def line(self, place: Place | None, path: str) -> str:
        """The line of a place, as seen from a file."""
        if place is None or not place.path:
            return ""
        if place.path != path:
            return self.place(place)
        origin = self.origin(path, place.line)
        return f"cell {origin.cell}, line {origin.line}" if origin.cell else f"line {origin.line}"

    @staticmethod
    def when(graph: Graph, guard: Guard) -> str:
        """A guard in words, given what must hold for a run to come to its end; empty for one that always holds."""
        return graph.space.text(guard, graph.assumed.about(guard))
