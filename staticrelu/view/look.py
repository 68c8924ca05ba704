"""One model with everything that there is to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from staticrelu.facts import ModelFacts
from staticrelu.graph import Graph, Node
from staticrelu.place import Place
from staticrelu.view.outline import Outline, Part


class Look(NamedTuple):
    """A traced model, with its parts (``view.outline``).

    ``facts`` are None where it holds no recurrent layer; ``spent`` says which budget cut it off, if one did.
    """

    name: str
    kind: str
    place: Place
    graph: Graph
    outline: Outline
    facts: ModelFacts | None
    spent: str

    @property
    def root(self) -> Part:
        """The parts as one tree."""
        parts = self.outline.parts
        if self.kind == "class" and parts:
            return parts[0]
        return Part("", self.name, place=self.place, parts=parts)


class Owner(NamedTuple):
    """The call of a part that a node was made in: the part, its dotted name, and the call's first node."""

    name: str
    part: Part
    first: int


def owners(look: Look) -> list[tuple[Owner, ...]]:
    """For each node the calls of parts that it was made in, outermost first."""
    stretches = sorted(
        (
            (first, -end, Owner(name, part, first))
            for name, part in look.root.walk()
            if not part.again
            for first, end in part.calls
        ),
        key=lambda stretch: stretch[:2],
    )
    found: list[tuple[Owner, ...]] = [()] * len(look.graph.nodes)
    for first, end, owner in stretches:
        for number in range(first, -end):
            if not any(inner.part is owner.part and inner.first == first for inner in found[number]):
                found[number] = (*found[number], owner)
    return found


def caller(node: Node, owner: Sequence[Owner], look: Look) -> Owner | None:
    """The part whose call a node is: a library's layer that the model holds."""
    is_own = bool(owner) and node.op == "call_module" and not owner[-1].part.parts
    return owner[-1] if is_own and node.number not in look.outline.inline else None


def short(dotted: str) -> str:
    """The last name of a dotted one."""
    return dotted.rpartition(".")[2]


def called(node: Node) -> str:
    """What a node calls, as short as a reader knows it; of what could not be resolved, all that is known."""
    return node.target if node.op == "unresolved" else short(node.target)
