"""From the graph to the facts: recurrent layers, activations, relations with their certainty, and absence.

``after`` and ``before`` are one reachability query with its ends exchanged; certainty comes from the guard of all ways
together, in one function. What the words mean is the contract of the JSON report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from staticrelu.graph import Graph, Node, Ways, leading_to, spread
from staticrelu.guards import Guard
from staticrelu.place import Place

Certainty: TypeAlias = Literal["definite", "conditional", "possible"]
Kind: TypeAlias = Literal["after", "before", "inside"]

RELU_ONLY = frozenset(("relu",))
"""The kinds of activation that are reported unless others are chosen."""
_SILENT = frozenset(("join", "element", "operator", "get_attr", "placeholder"))


class Standing(NamedTuple):
    """How a guard stands: certainty, condition as text, and what it rests on that could not be resolved."""

    certainty: Certainty
    condition: str = ""
    unresolved: tuple[str, ...] = ()
    is_left_open: bool = False
    """It depends on an argument without a default: a model that constructs this one knows better."""


class Application(NamedTuple):
    """An activation applied at a place; ``defined`` is where its module was constructed."""

    kind: str
    form: str
    place: Place
    defined: Place | None


@dataclass(frozen=True, slots=True)
class Relation:
    """How an application acts on the recurrent layer constructed at ``layer``; ``steps`` runs along the flow."""

    application: Application
    layer: Place
    kind: Kind
    standing: Standing
    steps: tuple[Place, ...]
    way: tuple[int, ...] = ()
    """The graph's nodes along the flow."""


@dataclass(frozen=True, slots=True)
class LayerFacts:
    """One place that constructs a recurrent layer, with what becomes of its output."""

    type: str
    attribute: str
    place: Place
    called: bool
    on_output: Literal["yes", "sometimes", "unknown", "no"]
    goes_to: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """All facts of one model. ``parts`` are the names of scanned classes and functions that it is made of."""

    name: str
    kind: Literal["class", "function", "module"]
    place: Place
    parts: frozenset[str]
    is_running: bool
    """It calls layers, and does not only build them for others."""
    layers: tuple[LayerFacts, ...]
    applications: tuple[Application, ...]
    relations: tuple[Relation, ...]


def standing(graph: Graph, guard: Guard) -> Standing | None:
    """What a relation that holds under a guard is: nothing if that cannot be, else its certainty.

    It is definite if it holds on every way that runs to its end, assuming that no exception is raised; conditional if
    it can hold without anything unresolved; else possible.
    """
    space, assumed = graph.space, graph.assumed.about(guard)
    if not assumed.meets(guard):
        return None
    certain = space.without(guard, "unresolved")
    if assumed.meets(certain):
        if space.without(assumed, "exception").implies(space.without(certain, "exception")):
            return Standing("definite")
        text = space.text(certain, assumed) or "a condition that was not kept"
        left_open = any(space.atoms[level].required for level in space.support(space.restrict(certain, assumed)))
        return Standing("conditional", text, (), left_open)
    names, rest = space.cheapest(space.restrict(guard, assumed), "unresolved")
    return Standing("possible", space.text(rest, assumed), names)


class _Query:
    """The graph with what several queries need of it."""

    def __init__(self, graph: Graph, kinds: frozenset[str]) -> None:
        self.graph = graph
        self.users = graph.users()
        self.calls: dict[Place, list[int]] = {layer.place: [] for layer in graph.layers}
        self.applied: dict[Application, list[tuple[int, Guard]]] = {}
        for node in graph.nodes:
            if node.layer is not None:
                self.calls[graph.layers[node.layer].place].append(node.number)
            for activation in node.activations:
                if activation.kind in kinds:
                    where = Application(activation.kind, activation.form, node.place, activation.defined)
                    self.applied.setdefault(where, []).append((node.number, activation.guard))
        applied = {number for nodes in self.applied.values() for number, _ in nodes}
        lost = {node.number for node in graph.nodes if node.op == "unresolved"}
        feeds = graph.feeds()
        self._to_applied = leading_to(applied, self.users, feeds)
        self._from_applied = leading_to(applied, feeds, self.users)
        self._to_lost = leading_to(lost, self.users, feeds)

    def related(self, place: Place, kind: Kind) -> list[Relation]:
        """The relations of one kind of the layers constructed at a place."""
        calls = self.calls[place]
        if kind == "after":
            steps, cost = self._to_applied, self._cost
        else:
            steps, cost = self._from_applied, self._cost_back
        reached = spread(self.graph, calls, steps, upstream=kind == "before")
        ways = Ways(calls, steps, cost)
        found = []
        for application, nodes in self.applied.items():
            guards = {n: reached[n] & g & self.graph.nodes[n].guard for n, g in nodes if n in reached}
            how = standing(self.graph, self.graph.space.any(guards.values())) if guards else None
            if how is not None:
                way = ways.to(n for n, guard in guards.items() if not guard.is_false)
                along = tuple(way if kind == "after" else way[::-1])
                places = steps_along([self.graph.nodes[n] for n in along])
                found.append(Relation(application, place, kind, how, places, along))
        return found

    def _cost(self, start: int, end: int, guard: Guard) -> int:
        """Certain ways first, then short ones."""
        node, space = self.graph.nodes[end], self.graph.space
        holds = node.guard & guard
        if not self.graph.assumed.allows(holds):
            return -1
        doubt = 10_000 if space.without(holds, "unresolved").is_false else 0
        return doubt + (0 if holds.is_true else 100) + (1 if node.op in _SILENT else 10)

    def _cost_back(self, start: int, end: int, guard: Guard) -> int:
        return self._cost(end, start, guard)

    def goes_to(self, place: Place) -> tuple[Place, ...]:
        """What the outputs of the layers constructed at a place meet first: calls and returns."""
        found: dict[Place, None] = {}
        for start in self.calls[place]:
            chain = self.graph.nodes[start].chain
            seen, stack = {start}, [start]
            while stack:
                for number, _ in self.users.get(stack.pop(), ()):
                    node = self.graph.nodes[number]
                    if number in seen:
                        continue
                    seen.add(number)
                    if node.op in _SILENT:
                        stack.append(number)
                    else:
                        found[_outermost(node, chain)] = None
        return tuple(sorted(found))

    def is_lost(self, place: Place) -> bool:
        """Whether a way of an output could not be followed to its end."""
        reached = spread(self.graph, self.calls[place], self._to_lost)
        return bool(self.graph.cut) or any(self.graph.nodes[n].op == "unresolved" for n in reached)


def _outermost(node: Node, chain: tuple[Place, ...]) -> Place:
    """Where a node is met by one who follows a value from a call chain: the call that leads into it, if it lies deeper."""
    common = 0
    while common < min(len(chain), len(node.chain)) and chain[common] == node.chain[common]:
        common += 1
    return node.chain[common] if common == len(chain) and len(node.chain) > common else node.place


def steps_along(way: Sequence[Node]) -> tuple[Place, ...]:
    """The calls on a way, with the calls that lead into and deeper into the program."""
    found: list[Place] = []
    chain: tuple[Place, ...] = way[0].chain if way else ()
    for node in way:
        if node.op in _SILENT:
            continue
        common = 0
        while common < min(len(chain), len(node.chain)) and chain[common] == node.chain[common]:
            common += 1
        for place in (*node.chain[common:], node.place):
            if not found or found[-1] != place:
                found.append(place)
        chain = node.chain
    return tuple(found)


def derive(
    graph: Graph,
    name: str,
    kind: Literal["class", "function", "module"],
    place: Place,
    parts: Iterable[str],
    kinds: frozenset[str] = RELU_ONLY,
) -> ModelFacts:
    """The facts of one model about some kinds of activation."""
    query = _Query(graph, kinds)
    relations: list[Relation] = []
    layers = []
    for layer_place in dict.fromkeys(layer.place for layer in graph.layers):
        after = query.related(layer_place, "after")
        relations += after + query.related(layer_place, "before") + _inside(graph, layer_place, kinds)
        facts = _layer(query, layer_place, after)
        if facts is not None:
            layers.append(facts)
    applications = [a for a, nodes in query.applied.items() if any(_can_be(graph, n, g) for n, g in nodes)]
    applications += [r.application for r in relations]
    return ModelFacts(
        name,
        kind,
        place,
        frozenset(parts) - {name},
        kind == "class" or any(node.op == "call_module" for node in graph.nodes),
        tuple(sorted(layers, key=lambda x: x.place)),
        tuple(sorted(dict.fromkeys(applications), key=_application_order)),
        tuple(sorted(relations, key=lambda r: (r.layer, r.kind, _application_order(r.application)))),
    )


def _application_order(application: Application) -> tuple[Place, Place, str]:
    return application.place, application.defined or application.place, application.form


def _can_be(graph: Graph, number: int, guard: Guard) -> bool:
    return graph.assumed.allows(graph.nodes[number].guard & guard)


def _inside(graph: Graph, place: Place, kinds: frozenset[str]) -> list[Relation]:
    """The relations of a layer's own nonlinearity to it."""
    guards: dict[str, Guard] = {}
    for layer in graph.layers:
        for kind, guard in layer.inside if layer.place == place else ():
            if kind in kinds:
                guards[kind] = guards.get(kind, graph.space.false) | (guard & layer.guard)
    found = []
    for kind, guard in guards.items():
        how = standing(graph, guard)
        if how is not None:
            found.append(Relation(Application(kind, "nonlinearity", place, None), place, "inside", how, (place,)))
    return found


def _layer(query: _Query, place: Place, after: Sequence[Relation]) -> LayerFacts | None:
    graph = query.graph
    here = [layer for layer in graph.layers if layer.place == place and graph.assumed.allows(layer.guard)]
    if not here:
        return None
    called = any(graph.assumed.allows(graph.nodes[n].guard) for n in query.calls[place])
    certainties = {relation.standing.certainty for relation in after}
    on_output: Literal["yes", "sometimes", "unknown", "no"] = "no"
    if "definite" in certainties:
        on_output = "yes"
    elif "conditional" in certainties:
        on_output = "sometimes"
    elif called and (certainties or query.is_lost(place)):
        on_output = "unknown"
    types = "|".join(dict.fromkeys(layer.type for layer in here))
    attribute = next((layer.attribute for layer in here if layer.attribute), "")
    return LayerFacts(types, attribute, place, called, on_output, query.goes_to(place) if called else ())
