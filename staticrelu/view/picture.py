"""The graph of a model as a picture: what is worth a box, what is an arrow between them, and when each is there.

Joins, elements of results and indexing are no boxes: what flows through them goes straight on, under the guards of all that
it passed. So a picture says the same as the graph, in fewer words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from staticrelu import limits
from staticrelu.graph import Graph, Node
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.view.look import Look, Owner, called, caller, owners, short
from staticrelu.view.outline import Part

Kind: TypeAlias = Literal[
    "input", "output", "recurrent", "relu", "activation", "layer", "function", "operator", "unresolved"
]
Holds: TypeAlias = "tuple[tuple[tuple[int, bool], ...], ...]"
"""When something is there: in one of these cases, each a number of tests (by their number) with what they must say."""

ALWAYS: Holds = ((),)


class Box(msgspec.Struct, frozen=True):
    """One application of one thing. ``name`` is that of its part, ``what`` what is applied, ``group`` where it stands."""

    number: int
    kind: Kind
    name: str
    what: str
    place: Place
    group: int
    condition: str
    holds: Holds


class Arrow(msgspec.Struct, frozen=True):
    """A value that flows from one box to another. ``label`` is the condition as seen from the source, empty for none."""

    source: int
    target: int
    condition: str
    label: str
    holds: Holds


class Group(msgspec.Struct, frozen=True):
    """One call of a part that has parts of its own. ``outer`` is the group around it; 0 for none."""

    number: int
    name: str
    what: str
    outer: int


class Picture(msgspec.Struct, frozen=True):
    """All of it. ``tests`` are the words of the tests that conditions are made of; ``left_out`` counts boxes not drawn."""

    model: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    groups: tuple[Group, ...]
    tests: tuple[str, ...]
    left_out: int
    stands_for: dict[int, int]
    """For each node of the graph that is drawn, the box that stands for it."""


def by_group(picture: Picture) -> tuple[dict[int, list[Box]], dict[int, list[Group]]]:
    """The boxes that stand in each group, and the groups inside each group; 0 is the outermost one."""
    inside: dict[int, list[Box]] = {}
    for box in picture.boxes:
        inside.setdefault(box.group, []).append(box)
    groups: dict[int, list[Group]] = {}
    for group in picture.groups:
        groups.setdefault(group.outer, []).append(group)
    return inside, groups


def picture(look: Look) -> Picture:
    """The picture of a model."""
    return _Drawing(look).picture()


class _Drawing:
    def __init__(self, look: Look) -> None:
        self._look = look
        self._graph: Graph = look.graph
        self._owners = owners(look)
        self._tests: dict[int, int] = {}
        self._groups: dict[tuple[int, str], Group] = {}

    def picture(self) -> Picture:
        wanted = [node for node in self._graph.nodes if self._is_box(node) and self._graph.assumed.allows(node.guard)]
        drawn = self._same(self._most_important(wanted))
        arrows = tuple(self._arrows(wanted, drawn))
        joined = {end for arrow in arrows for end in (arrow.source, arrow.target)}
        boxes = tuple(
            self._box(node)
            for node in wanted
            if drawn.get(node.number) == node.number
            and (node.number in joined or node.op not in ("placeholder", "call_method"))
        )
        tests = tuple(self._graph.space.atoms[level].text for level in self._tests)
        groups = tuple(self._groups.values())
        return Picture(self._look.name, boxes, arrows, groups, tests, len(wanted) - len(drawn), drawn)

    @staticmethod
    def _is_box(node: Node) -> bool:
        if node.op == "operator":
            return node.target != "getitem" and len({edge.source for edge in node.inputs}) > 1
        return node.op not in ("join", "element", "get_attr")

    def _most_important(self, nodes: list[Node]) -> list[Node]:
        """As many as a picture can hold: recurrent layers and what is applied on related ways before all others."""
        if len(nodes) <= limits.MAX_BOXES:
            return nodes
        facts = self._look.facts
        on_ways = {number for relation in (facts.relations if facts else ()) for number in relation.way}

        def rank(node: Node) -> tuple[bool, bool, bool, int]:
            return (node.layer is None, not node.activations, node.number not in on_ways, node.number)

        return sorted(nodes, key=rank)[: limits.MAX_BOXES]

    def _same(self, nodes: list[Node]) -> dict[int, int]:
        """For each node the box that stands for it: what a loop's further rounds do anew is drawn once, at the first."""
        firsts: dict[tuple[object, ...], list[Node]] = {}
        found: dict[int, int] = {}
        for node in sorted(nodes, key=lambda node: node.number):
            owner = self._owners[node.number]
            key = (node.op, node.target, node.place, node.chain, tuple(id(o.part) for o in owner))
            earlier = firsts.setdefault(key, [])
            first = next((n for n in earlier if n.guard is not node.guard and node.guard.implies(n.guard)), node)
            if first is node:
                earlier.append(node)
            found[node.number] = first.number
        return found

    def _arrows(self, nodes: list[Node], drawn: dict[int, int]) -> Iterator[Arrow]:
        """The arrows between boxes, each with when it is there at all."""
        space, guards = self._graph.space, dict[tuple[int, int], Guard]()
        for node in nodes:
            for source, guard in self._inflow(node, drawn) if node.number in drawn else ():
                ends = (drawn[source], drawn[node.number])
                guards[ends] = guards.get(ends, space.false) | guard
        for (source, target), guard in guards.items():
            if self._graph.assumed.allows(guard):
                label = self._words(space.restrict(guard, self._graph.nodes[source].guard))
                yield Arrow(source, target, self._words(guard), label, self._holds(guard))

    def _inflow(self, node: Node, drawn: dict[int, int]) -> list[tuple[int, Guard]]:
        """The boxes that flow into one: back from it, through what is no box."""
        found: dict[int, Guard] = {}
        reached: dict[int, Guard] = {node.number: node.guard}
        waiting = [node.number]
        while waiting:
            number = waiting.pop()
            for edge in self._graph.nodes[number].inputs:
                guard = reached[number] & edge.guard & self._graph.nodes[edge.source].guard
                table = found if edge.source in drawn else reached
                before = table.get(edge.source, self._graph.space.false)
                after = before | guard
                if after is before:
                    continue
                table[edge.source] = after
                if table is reached:
                    waiting.append(edge.source)
        return sorted(found.items(), key=lambda item: item[0])

    def _box(self, node: Node) -> Box:
        owner = self._owners[node.number]
        part = caller(node, owner, self._look)
        around = owner[:-1] if part is not None else owner
        what = f"{short(node.target)}({part.part.arguments})" if part is not None else _what(node)
        name = part.name if part is not None else ""
        return Box(
            node.number,
            _kind(node),
            name,
            what,
            node.place,
            self._group(around),
            self._words(node.guard),
            self._holds(node.guard),
        )

    def _group(self, around: Iterable[Owner]) -> int:
        """The number of the innermost group; parts without parts of their own, as a library's layers, are none."""
        number = 0
        for owner in around:
            if not owner.part.parts and not _is_scanned(owner.part):
                continue
            key = (owner.first, owner.name)
            if key not in self._groups:
                group = Group(len(self._groups) + 1, owner.name, short(owner.part.type), number)
                self._groups[key] = group
            number = self._groups[key].number
        return number

    def _words(self, guard: Guard) -> str:
        return self._graph.space.text(guard, self._graph.assumed.about(guard))

    def _holds(self, guard: Guard) -> Holds:
        """A guard as cases; one of more tests than a reader is shown is not taken apart."""
        space = self._graph.space
        rest = space.restrict(guard, self._graph.assumed.about(guard))
        if rest.is_true or space.is_wide(rest):
            return ALWAYS
        cases = [[(self._test(level), holds) for level, holds in cube] for cube in space.cubes(rest)]
        return tuple(tuple(case) for case in cases)

    def _test(self, level: int) -> int:
        return self._tests.setdefault(level, len(self._tests))


def _is_scanned(part: Part) -> bool:
    """Whether the calls of a part are made of several nodes: of its own code."""
    return any(end - first > 1 for first, end in part.calls) and part.layer is None


def _what(node: Node) -> str:
    if node.op == "call_method":
        return f".{node.target}"
    return called(node)


def _kind(node: Node) -> Kind:
    if node.op == "placeholder":
        return "input"
    if node.op in ("output", "operator", "unresolved"):
        return node.op
    if node.layer is not None:
        return "recurrent"
    if node.activations:
        return "relu" if any(a.kind == "relu" for a in node.activations) else "activation"
    return "layer" if node.op == "call_module" else "function"
