"""What one model's graph answers to a rule.

The things that a selector describes are *subjects* (``subjects.py``): a place in source with the graph's nodes that belong to
it. A way leads from a subject to a subject; whether there is one, and when, is the same reachability that the facts rest on.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from staticrelu.checks.rule import CERTAINTIES, Query, Rule, Selector, Selectors
from staticrelu.checks.subjects import SILENT, Nodes, Subject, Subjects
from staticrelu.facts import Standing, standing, steps_along
from staticrelu.graph import Graph, Ways, spread
from staticrelu.guards import Guard
from staticrelu.place import Place

_DEFINITE = Standing("definite")


@dataclass(frozen=True, slots=True)
class Match:
    """That a rule holds of a subject: with which others, how certainly, and on which way.

    ``refuted`` says that it does not hold: a rule about what never happens is refuted by one model where it does.
    """

    rule: Rule
    subject: Subject
    others: tuple[tuple[str, Subject], ...] = ()
    standing: Standing = _DEFINITE
    steps: tuple[Place, ...] = ()
    refuted: bool = False


def examine(graph: Graph, rules: Sequence[Rule], kinds: frozenset[str], is_whole: bool = True) -> list[Match]:
    """All that the rules have to say about one model. ``kinds`` are the chosen kinds of activation.

    ``is_whole`` tells that nothing of the model was left out: only then what was not seen does not happen.
    """
    model = _Model(graph, kinds, is_whole and not graph.cut)
    return [match for rule in rules for match in model.ask(rule)]


class _Model:
    """One graph, with what several rules ask of it."""

    def __init__(self, graph: Graph, kinds: frozenset[str], is_whole: bool) -> None:
        self.graph = graph
        self.subjects = Subjects(graph, kinds)
        self.is_whole = is_whole
        self.users = graph.users()
        self._steps: dict[tuple[Selectors, Selectors], dict[int, list[tuple[int, Guard]]]] = {}
        self._legs: dict[tuple[object, ...], dict[int, Guard]] = {}

    def ask(self, rule: Rule) -> Iterator[Match]:
        """What holds of a rule."""
        if rule.query.find:
            yield from self._find(rule)
        else:
            yield from self._ways(rule)

    def _standing(self, guard: Guard, rule: Rule, made: Guard | None = None) -> Standing | None:
        """How a guard stands; nothing if that is less certain than the rule wants, be it only of what is ``made`` at all."""
        found = standing(self.graph, guard)
        asked = found if made is None else standing(self.graph, self.graph.space.restrict(guard, made))
        if asked is None or CERTAINTIES.index(asked.certainty) > CERTAINTIES.index(rule.certainty):
            return None
        return found

    # --- things --------------------------------------------

    def _find(self, rule: Rule) -> Iterator[Match]:
        for selector in rule.query.find:
            for subject in self.subjects.select((selector,)):
                yield from self._judge(rule, selector, subject)

    def _judge(self, rule: Rule, selector: Selector, subject: Subject) -> Iterator[Match]:
        """Whether a subject is as the further words of a selector say."""
        if selector.called == "never" or selector.unused:
            happens = self._is_called(subject) if selector.called else self._is_used(subject)
            if happens or not self.is_whole:
                yield Match(rule, subject, refuted=True)
                return
            if subject.kind == "layer" and not self._is_kept(subject):
                return
        guard, others = self._existence(subject, selector), tuple[tuple[str, Subject], ...]()
        if selector.called == "several":
            guard, others = self._several(subject)
        how = self._standing(guard, rule, self._existence(subject, Selector()) if selector.inside else None)
        if how is not None:
            yield Match(rule, subject, others, how, tuple(other.place for _, other in others))

    def _existence(self, subject: Subject, selector: Selector) -> Guard:
        """When there is such a thing at all."""
        space = self.graph.space
        if subject.kind == "layer":
            layers = [layer for layer in self.graph.layers if layer.place == subject.place]
            if not selector.inside:
                return space.any(layer.guard for layer in layers)
            inside = ((layer.guard & g, kind) for layer in layers for kind, g in layer.inside)
            return space.any(guard for guard, kind in inside if self.subjects.is_kind(kind, selector.inside))
        if subject.kind == "module":
            return space.any(module.guard for module in self.graph.modules if module.place == subject.place)
        return space.any(self.graph.nodes[n].guard & guard for n, guard in subject.nodes)

    def _is_called(self, subject: Subject) -> bool:
        made = self.graph.layers if subject.kind == "layer" else self.graph.modules
        handed_on = (thing.handed_on for thing in made if thing.place == subject.place)
        reached = (self.graph.assumed.allows(self.graph.nodes[n].guard) for n, _ in subject.nodes)
        return any(reached) or any(handed_on)

    def _is_kept(self, subject: Subject) -> bool:
        """Whether an object keeps a layer; one that stands in a variable only is no part of a model, but looked at."""
        return any(layer.attribute for layer in self.graph.layers if layer.place == subject.place)

    def _is_used(self, subject: Subject) -> bool:
        return any(n in self.users or not self.graph.nodes[n].dropped for n, _ in subject.nodes)

    def _several(self, subject: Subject) -> tuple[Guard, tuple[tuple[str, Subject], ...]]:
        """When one module is applied in at least two places of one run, and these places."""
        guard, places = self.graph.space.false, dict[Place, Subject]()
        for module in (m for m in self.graph.modules if m.place == subject.place):
            nodes = [n for n in self.graph.nodes if any(a.module == module.number for a in n.activations)]
            for a, b in combinations(nodes[:_MOST_CALLS], 2):
                both = a.guard & b.guard
                if a.place != b.place and self.graph.assumed.allows(both):
                    guard = guard | both
                    places |= {x.place: Subject("node", x.place, "applied here") for x in (a, b)}
        return guard, tuple(("it", places[place]) for place in sorted(places))

    # --- ways --------------------------------------------

    def _ways(self, rule: Rule) -> Iterator[Match]:
        """One match for each thing that is shown: it holds whenever one of the ways from or to it does."""
        shown: dict[tuple[object, ...], list[_Way]] = {}
        # Ways that hold sometimes may always hold together.
        least = max(rule.certainty, "conditional", key=CERTAINTIES.index)
        for way in self._all_ways(rule.query):
            if way.doubt <= CERTAINTIES.index(least):
                shown.setdefault(way.shown(rule.query).key, []).append(way)
        for ways in shown.values():
            how = self._standing(self.graph.space.any(way.guard for way in ways), rule)
            if how is not None:
                yield self._match(rule, ways, how)

    def _all_ways(self, query: Query) -> Iterator[_Way]:
        ends = self.subjects.select(query.end)
        for start in self.subjects.select(query.start):
            for through in self.subjects.select(query.through) if query.through else (None,):
                for end in ends:
                    guard = self._way(query, start, through, end)
                    alone = standing(self.graph, guard) if guard is not None else None
                    if guard is not None and alone is not None and not (end.key == start.key and end.kind != "layer"):
                        yield _Way(start, through, end, guard, CERTAINTIES.index(alone.certainty))

    def _way(self, query: Query, start: Subject, through: Subject | None, end: Subject) -> Guard | None:
        """When the value of ``start`` comes to ``end``; None if it never does."""
        selector = next(s for s in query.end if self.subjects.describes(s, end))
        if selector.same and end.key != start.key:
            return None
        if through is None:
            return self._arrives(query, start, end, selector)
        first = self._leg(query, start.nodes)
        space, found = self.graph.space, []
        for number, guard in through.nodes:
            if number in first:
                second = self._arrives(query, through._replace(nodes=((number, guard),)), end, selector)
                found += [first[number] & second] if second is not None else []
        return space.any(found) if found else None

    def _leg(self, query: Query, starts: Nodes, closed: Nodes = ()) -> dict[int, Guard]:
        """Where the values of nodes come to, by ways that the query allows and that do not pass what is ``closed``."""
        key = (query.not_through, query.only_through, starts, closed)
        if key not in self._legs:
            reached: dict[int, Guard] = {}
            for number, guard in starts:
                for target, when in spread(self.graph, [number], self._steps_from(query, number, closed)).items():
                    reached[target] = reached.get(target, self.graph.space.false) | (when & guard)
            self._legs[key] = reached
        return self._legs[key]

    def _arrives(self, query: Query, start: Subject, end: Subject, selector: Selector) -> Guard | None:
        """When one of the nodes of ``end`` is reached; with ``into``, over an edge for one of these parameters."""
        space, nodes = self.graph.space, self.graph.nodes
        if not selector.into:
            reached = self._leg(query, start.nodes)
            found = [reached[number] & guard for number, guard in end.nodes if number in reached]
            return space.any(found) if found else None
        # A value that went through the layer has become another one: it arrives where it first comes to it.
        leaving = dict(self._leg(query, start.nodes, end.nodes))
        leaving |= {n: leaving.get(n, space.false) | (nodes[n].guard & guard) for n, guard in start.nodes}
        closed = {number for number, _ in end.nodes} - {number for number, _ in start.nodes}
        found = [
            leaving[edge.source] & edge.guard & nodes[number].guard & guard
            for number, guard in end.nodes
            for edge in nodes[number].inputs
            if edge.port in selector.into and edge.source in leaving and edge.source not in closed
        ]
        return space.any(found) if found else None

    def _steps_from(self, query: Query, start: int, closed: Nodes = ()) -> Mapping[int, list[tuple[int, Guard]]]:
        """The edges that a way from ``start`` may take."""
        first = {n: list[tuple[int, Guard]]() for n, _ in closed} | {start: self.users.get(start, [])}
        return ChainMap(first, self._allowed(query))

    def _allowed(self, query: Query) -> dict[int, list[tuple[int, Guard]]]:
        """The graph's edges, without those that leave an operation which the query does not let a value pass."""
        key = (query.not_through, query.only_through)
        if key not in self._steps:
            self._steps[key] = {n: to for n, to in self.users.items() if self._is_allowed(query, n)}
        return self._steps[key]

    def _is_allowed(self, query: Query, number: int) -> bool:
        node = self.graph.nodes[number]
        if any(self.subjects.applies(selector, node) for selector in query.not_through):
            return False
        return (
            node.op in SILENT
            or not query.only_through
            or any(self.subjects.applies(selector, node) for selector in query.only_through)
        )

    def _match(self, rule: Rule, ways: Sequence[_Way], how: Standing) -> Match:
        """What several ways to one thing show together. The way that is told is the most certain one."""
        ways = sorted(ways, key=lambda way: way.doubt)
        best = ways[0]
        others = [part for way in ways for part in way.others(rule.query)]
        steps = self._steps_of(rule.query, best.start, best.through, best.end)
        return Match(rule, best.shown(rule.query), tuple(dict.fromkeys(others)), how, steps)

    def _steps_of(self, query: Query, start: Subject, through: Subject | None, end: Subject) -> tuple[Place, ...]:
        """The way that is shown: the cheapest one, in two pieces where it leads through something."""
        stations = [[n for n, _ in s.nodes] for s in (start, through, end) if s is not None]
        way: list[int] = []
        for begin, finish in pairwise(stations):
            pieces = [
                _Ways(self.graph, [n], self._steps_from(query, n)).to(finish) for n in (way[-1:] or begin)[:_MOST_CALLS]
            ]
            piece = min((piece for piece in pieces if piece), key=len, default=[])
            way += piece[1:] if way else piece
        return steps_along([self.graph.nodes[n] for n in way])


class _Way(NamedTuple):
    """That the value of ``start`` comes to ``end``, and when; ``doubt`` counts from 0, which is certain."""

    start: Subject
    through: Subject | None
    end: Subject
    guard: Guard
    doubt: int

    def shown(self, query: Query) -> Subject:
        """The end that a finding stands at: the activation that a reader would change, unless the query says otherwise."""
        return dict(self._parts)[self._at(query)]

    def others(self, query: Query) -> list[tuple[str, Subject]]:
        """The other ends, which are named beside it."""
        return [(role, subject) for role, subject in self._parts if role != self._at(query)]

    @property
    def _parts(self) -> list[tuple[str, Subject]]:
        return [("from", self.start), *([("through", self.through)] if self.through else []), ("to", self.end)]

    def _at(self, query: Query) -> str:
        return query.at or next((role for role, subject in self._parts if subject.kind == "activation"), "to")


class _Ways(Ways):
    """The cheapest ways of a graph: certain ones first, then short ones."""

    def __init__(self, graph: Graph, starts: Iterable[int], steps: Mapping[int, list[tuple[int, Guard]]]) -> None:
        def cost(start: int, end: int, guard: Guard) -> int:
            holds = graph.nodes[end].guard & guard
            if not graph.assumed.allows(holds):
                return -1
            doubt = 10_000 if graph.space.without(holds, "unresolved").is_false else 0
            return doubt + (0 if holds.is_true else 100) + (1 if graph.nodes[end].op in SILENT else 10)

        super().__init__(starts, steps, cost)


_MOST_CALLS = 64
"""Calls of one module that are compared pair by pair."""
