"""What a selector describes in one model's graph: *subjects*, and operations on a way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple, TypeAlias

from staticrelu.checks.rule import ANY, CHOSEN, Selector, Selectors
from staticrelu.graph import Graph, Node
from staticrelu.guards import Guard
from staticrelu.place import Place

SILENT = frozenset(("join", "element", "placeholder"))
"""Kinds of node that are no operation: nothing is asked of them on a way."""


Nodes: TypeAlias = "tuple[tuple[int, Guard], ...]"
"""Nodes of the graph by their numbers, each with the guard under which it counts."""


class Subject(NamedTuple):
    """One thing in source. ``nodes`` are the graph's nodes that belong to it, each with the guard under which it does."""

    kind: str
    place: Place
    text: str
    defined: Place | None = None
    nodes: Nodes = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same thing in another model."""
        return (self.kind, self.place, self.text if self.kind == "activation" else "", self.defined)


class Subjects:
    """The subjects of one graph. ``kinds`` are the chosen kinds of activation."""

    def __init__(self, graph: Graph, kinds: frozenset[str]) -> None:
        self.graph = graph
        self.kinds = kinds

    def select(self, selectors: Selectors) -> list[Subject]:
        """The things that one of the selectors describes, by place."""
        found: dict[tuple[object, ...], Subject] = {}
        for selector in selectors:
            for subject in self._subjects(selector):
                found.setdefault(subject.key, subject)
        return [found[key] for key in sorted(found, key=lambda key: (found[key].place, str(key)))]

    def _subjects(self, selector: Selector) -> Iterator[Subject]:
        if selector.layer:
            yield from self._layers(selector)
        elif selector.activation:
            yield from self._activations(selector)
        elif selector.module:
            yield from self._modules(selector)
        else:
            for node in self.graph.nodes:
                if node.op not in SILENT and self.applies(selector, node):
                    yield Subject("node", node.place, node.target, None, ((node.number, self.graph.space.true),))

    def _layers(self, selector: Selector) -> Iterator[Subject]:
        true = self.graph.space.true
        by_place: dict[Place, list[int]] = {}
        for layer in self.graph.layers:
            if _named(layer.type, selector.layer) and self._is_as_said(layer.number, selector):
                by_place.setdefault(layer.place, []).append(layer.number)
        for place, numbers in by_place.items():
            nodes = tuple((n.number, true) for n in self.graph.nodes if n.layer in numbers)
            layer = self.graph.layers[numbers[0]]
            text = f"{layer.attribute} ({layer.type})" if layer.attribute else layer.type
            yield Subject("layer", place, text, None, nodes)

    def _is_as_said(self, number: int, selector: Selector) -> bool:
        layer = self.graph.layers[number]
        inside = {kind for kind, guard in layer.inside if self.graph.assumed.allows(guard & layer.guard)}
        if selector.inside and not any(self.is_kind(kind, selector.inside) for kind in inside):
            return False
        if not layer.given.isdisjoint(selector.not_given):
            return False
        return not selector.given or not layer.given.isdisjoint(selector.given)

    def _activations(self, selector: Selector) -> Iterator[Subject]:
        found: dict[tuple[Place, Place | None, str], list[tuple[int, Guard]]] = {}
        for node in self.graph.nodes:
            for activation in node.activations:
                if self.is_kind(activation.kind, selector.activation) and (node.in_place or not selector.in_place):
                    key = (node.place, activation.defined, activation.form)
                    found.setdefault(key, []).append((node.number, activation.guard))
        for (place, defined, form), nodes in found.items():
            yield Subject("activation", place, form, defined, tuple(nodes))

    def _modules(self, selector: Selector) -> Iterator[Subject]:
        true = self.graph.space.true
        by_place: dict[Place, list[int]] = {}
        for module in self.graph.modules:
            if self.is_kind(module.kind, selector.module):
                by_place.setdefault(module.place, []).append(module.number)
        for place, numbers in by_place.items():
            calls = (n for n in self.graph.nodes if any(a.module in numbers for a in n.activations))
            form = self.graph.modules[numbers[0]].form
            yield Subject("module", place, form, None, tuple((n.number, true) for n in calls))

    def describes(self, selector: Selector, subject: Subject) -> bool:
        """Whether a subject is among those of a selector."""
        return any(found.key == subject.key for found in self._subjects(selector))

    def applies(self, selector: Selector, node: Node) -> bool:
        """Whether an operation on a way is what a selector describes."""
        if selector.layer:
            return node.layer is not None and _named(self.graph.layers[node.layer].type, selector.layer)
        if selector.activation:
            return any(self.is_kind(a.kind, selector.activation) for a in node.activations)
        return (
            (not selector.trait or not node.traits.isdisjoint(selector.trait))
            and (not selector.op or node.op in selector.op)
            and (not selector.apply or _named(node.target, selector.apply))
        )

    def is_kind(self, kind: str, wanted: Sequence[str]) -> bool:
        """Whether a kind of activation is a wanted one; ``any`` and ``chosen`` are words for several."""
        return ANY in wanted or kind in wanted or (CHOSEN in wanted and kind in self.kinds)


def _named(name: str, patterns: Sequence[str]) -> bool:
    """Whether a dotted name, or its last part, is one of some patterns."""
    last = name.rpartition(".")[2]
    return any(pattern == ANY or fnmatchcase(name, pattern) or fnmatchcase(last, pattern) for pattern in patterns)
