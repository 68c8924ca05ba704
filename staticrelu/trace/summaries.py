"""Summaries: what a call did, done again where it is called with other tensors, or on another layer that is alike.

While a call runs, a layer of the store notes what it reads of the state around it. A later call of the same function does
the same if its arguments and all that it would read are alike (see ``renaming``): then what the first call wrote down, wrote
and gave is copied, with the nodes and objects of this call in place of those of the first. So a layer is interpreted once,
and not for each of a stack of them, for each method that calls it and for each round that comes by.

Not kept is a call that leaves a body that goes on around it, or in which an answer rests on what is in no store: on the calls
around it, or on what is taken for granted by then. One that gives what closes over it is kept, and cannot be done again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from staticrelu.graph import Activation, Layer, Module, Node
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.trace import calls, escape, memo
from staticrelu.trace.frames import MEMORY, Frame, Key
from staticrelu.trace.machine import Called, Machine, NodeNumber, Serial
from staticrelu.trace.renaming import Renaming, Site, UnlikeError, contents, guards_in
from staticrelu.trace.values import Class, Const, Function, Library, Listing, Mapping, Obj, Thing, Value, is_own, only

MIN_WORK = 150
"""Steps from which on a call is kept: to find out that one is alike, and to copy what it did, costs as much as some hundred."""

MAX_KEPT = 4
"""Summaries of one function that are looked at."""

MAX_MISSES = 6
"""Calls in a row that were like none of those: then the calls of the function differ in something that varies, and it is run."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far everything had come at one time."""

    nodes: int
    called: int
    handed_on: int
    serial: int
    asked: int
    clauses: int
    drawn: int
    apart: int
    told: int
    fixed: tuple[int, ...]
    """What a call that is kept adds nothing to."""

    @staticmethod
    def of(m: Machine) -> Mark:
        """How far it has come now."""
        graph = m.graph
        fixed = len(graph.cut), len(m.left), len(m.defaults)
        sizes = len(graph.nodes), len(m.seen.called), len(m.handed_on), m.serials, len(m.space.asked)
        return Mark(*sizes, graph.assumed.mark, m.drawn, len(m.apart), len(m.told), fixed)


@dataclass(frozen=True, slots=True)
class Own:
    """The numbers that a call gave: all that were given meanwhile, but for those by top levels that were run for a name."""

    given: range
    apart: tuple[range, ...]

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        number = int(number)  # a range looks through all that it has for any other kind of number
        return number in self.given and not any(number in numbers for numbers in self.apart)


@dataclass(frozen=True, slots=True)
class Summary:
    """One call as it was run: where, on which way and with what; what it read, what it left, and which tests it asked.

    ``given`` are its arguments, ``after`` is the way behind it, ``born`` when it began. ``made`` has what was written into all
    that it made, which is made again only if something else is found to hold it. ``nodes`` are those that were made meanwhile,
    as they were when it ended, ``own_numbers`` the serial numbers that it drew.
    """

    site: Site
    given: Hashable
    path: Guard
    after: Guard
    born: int
    start: Mark
    end: Mark
    reads: tuple[tuple[Key, object], ...]
    writes: tuple[tuple[Key, object], ...]
    made: dict[object, list[tuple[Key, object]]]
    clauses: tuple[Guard, ...]
    value: Value
    asked: frozenset[int]
    nodes: tuple[Node, ...]
    own_nodes: Own
    own_numbers: Own
    found: list[tuple[frozenset[int], bool]] = field(default_factory=list)

    def tests(self, m: Machine) -> tuple[frozenset[int], bool]:
        """The tests that it depends on, and whether it does the same on any way: none of the way's is among them.

        Found out when it is first of use: most are not.
        """
        if not self.found:
            read = _tests_read(m, self.path, (self.given, *(held for _, held in self.reads)))
            way = m.space.support(self.path)
            is_free = (self.asked | read).isdisjoint(way - {0})
            self.found.append((self.asked | read if is_free else self.asked | read | way, is_free))
        return self.found[0]

    def alike(self, m: Machine, given: Hashable, site: Site) -> Renaming | None:
        """What stands in a call that would do the same for what there was in this one; None if it may do something else."""
        found = Renaming(m, self.path, self.site, site)
        try:
            found.match(self.given, given)
            for key, held in self.reads:
                found.match(held, m.store.get(found.renamed(key)))
            if not self.tests(m)[1] and not m.path.implies(found.renamed(self.path)):
                return None
            found.match_writes({key[0]: held for key, held in self.reads if key[1] == MEMORY})
        except UnlikeError:
            return None
        return found


@dataclass(slots=True)
class Known:
    """What is known of the calls of one function: the summaries of some, and how many others in a row were like none of them."""

    kept: list[Summary] = field(default_factory=list)
    misses: int = 0
    is_of_use: bool = True


def run(m: Machine, frame: Frame, function: Function, args: calls.Args, place: Place) -> Value:
    """Run a call, or do again what one alike did."""

    def call() -> Value:
        return calls.run_function(m, frame, function, args, place)

    known: Known = m.summaries.setdefault(_key(m, function, args), Known())
    is_recursive = any(definition is function.definition for definition, _ in m.active)
    if not known.is_of_use or is_recursive or m.inert_left is not None:
        return call()
    given = function.defaults, args.positional, tuple(args.keywords.items()), args.rest, args.others
    site = Site(calls.context_of(m, frame, function, place), m.round, (*frame.chain, place), m.later_from)
    for summary in known.kept:
        renaming = summary.alike(m, given, site)
        value = _Again(m, summary, site, renaming).repeat() if renaming is not None else None
        if value is not None:
            known.misses = 0
            return value
    known.misses += 1
    began = m.work
    value = _record(m, known.kept, site, given, call) if len(known.kept) < MAX_KEPT else call()
    if m.work - began < MIN_WORK or known.misses > MAX_MISSES:
        known.is_of_use = False
        known.kept.clear()
    return value


def _record(m: Machine, kept: list[Summary], site: Site, given: Hashable, action: Callable[[], Value]) -> Value:
    """Run a call, and keep what it did."""
    start, path, store = Mark.of(m), m.path, m.store
    layer = m.store = store.child()
    layer.reads = {}
    value = action()
    memo.gather(m, store, layer)
    end = Mark.of(m)
    if end.fixed != start.fixed or m.is_told_from_outside(start.told):
        return value
    lasting: list[tuple[Key, object]] = []
    made: dict[object, list[tuple[Key, object]]] = {}
    for key, held in layer.data.items():
        (made.setdefault(key[0], []) if memo.is_temporary(key[0], layer) else lasting).append((key, held))
    apart = m.apart[start.apart : end.apart]
    own_nodes = Own(range(start.nodes, end.nodes), tuple(nodes for nodes, _ in apart))
    own_numbers = Own(range(start.serial + 1, end.serial + 1), tuple(numbers for _, numbers in apart))
    reads = tuple(x for x in memo.reads_of(layer).items() if x[0][1] != MEMORY or x[0][0] not in own_nodes)
    asked = frozenset(m.space.asked[start.asked : end.asked])
    left = tuple(lasting), made, tuple(m.graph.assumed.since(start.clauses)), value
    own = tuple(m.graph.nodes[start.nodes : end.nodes]), own_nodes, own_numbers
    kept.append(Summary(site, given, path, m.path, layer.born, start, end, reads, *left, asked, *own))
    return value


def _tests_read(m: Machine, path: Guard, held: Iterable[object]) -> frozenset[int]:
    """The tests that something which was read on a way depends on."""
    way = m.space.support(path)
    found: set[int] = set()
    for part in held:
        tests = contents(m, part)[1]
        if not way.isdisjoint(tests):
            tests = frozenset().union(*(m.space.support(m.space.restrict(g, path)) for g in guards_in(part)))
        found |= tests
    return frozenset(found)


def _key(m: Machine, function: Function, args: calls.Args) -> Hashable:
    """What calls that may be alike have in common."""
    kinds = tuple(_kind(only(value)) for value in (*args.positional, *args.keywords.values()))
    surroundings = m.round.is_later, m.catches
    where = function.module.path, function.definition.span, function.env, function.owner
    return where, tuple(args.keywords), kinds, surroundings


def _kind(thing: Thing | None) -> Hashable:
    if isinstance(thing, Obj):
        return thing.cls, thing.place
    if isinstance(thing, Const | Class | Library):
        return thing
    return type(thing).__name__


class _Again(Renaming):
    """A summary done again: what the call made itself is made anew."""

    def __init__(self, m: Machine, summary: Summary, site: Site, found: Renaming) -> None:
        super().__init__(m, summary.path, summary.site, site)
        self._nodes, self._things, self._numbers = found._nodes, found._things, found._numbers
        self._differ_in_round = found._differ_in_round
        self._summary = summary
        self._asked, self._is_free = summary.tests(m)
        self._shift = len(m.graph.nodes) - summary.start.nodes
        self._made: dict[Any, object] = {}
        self._olds: list[Any] = []  # what was made anew, to go through while that makes more
        self._new_objects: list[Obj] = []
        self._sizes = len(m.graph.layers), len(m.graph.modules)
        self._serials: dict[int, Serial] = {}
        self.way = m.space.support(summary.path) - {0}

    def node(self, number: int) -> NodeNumber:
        """What stands for a node."""
        if number in self._summary.own_nodes:
            return NodeNumber(number + self._shift)
        return self._nodes.get(number, NodeNumber(number))

    def stand_in(self, thing: Any) -> Any:
        """What stands for an object; one that the call made is made anew."""
        if thing in self._things:
            return self._things[thing]
        if not is_own(thing.born, self._summary.born) and self.counterpart(thing) is thing:
            return thing
        if thing not in self._made:
            self._made[thing] = self._new(thing)
            self._olds.append(thing)
        return self._made[thing]

    def _check(self, asked: set[int]) -> None:
        """Raises UnlikeError where this way says more of what is asked than the first did: less would be left open."""
        way = self.m.path
        if not self._is_free:
            way = self.m.space.restrict(way, super()._guard(self._summary.path))
        if not asked.isdisjoint(self.m.space.support(way) - {0}):
            raise UnlikeError

    def _new(self, thing: Any) -> object:
        if isinstance(thing, Obj):
            return self._new_object(thing)
        if isinstance(thing, Listing):
            return Listing(thing.kind, thing.place)
        if isinstance(thing, Mapping):
            return Mapping(thing.place, self.renamed(thing.shown), self.renamed(thing.factory))
        raise UnlikeError

    def _new_object(self, old: Obj) -> Obj:
        """The object in place of one that the call made; what it makes a layer or a module of the graph is not there yet."""
        m, address = self.m, self.renamed(old.address)
        if address not in m.objects:
            m.objects[address] = Obj(address, old.cls, old.place)
            self._new_objects.append(m.objects[address])
        new = m.objects[address]
        if old in m.layers and new not in m.layers:
            m.layers[new] = len(m.graph.layers)
            layer = m.graph.layers[m.layers[old]]
            m.graph.layers.append(replace(layer, number=m.layers[new], guard=m.space.false, inside=(), handed_on=False))
        if old in m.modules and new not in m.modules:
            m.modules[new] = len(m.graph.modules)
            module = m.graph.modules[m.modules[old]]
            m.graph.modules.append(replace(module, number=m.modules[new], guard=m.space.false, handed_on=False))
        return new

    def _guard(self, guard: Guard) -> Guard:
        if not self.way.isdisjoint(self.m.space.support(guard)):
            guard = self._on_way(guard)
            if self._is_free and not self.way.isdisjoint(self.m.space.support(guard)):
                raise UnlikeError
        return super()._guard(guard)

    def other(self, part: Any) -> Any:
        """What stands for a number that was never given before: one that the call drew is drawn anew."""
        if isinstance(part, Serial) and part in self._summary.own_numbers:
            if part not in self._serials:
                self._serials[part] = self.m.serial()
            return self._serials[part]
        return part

    def repeat(self) -> Value | None:
        """Do it again; None, and nothing is done, if it left something that can only be made by running it."""
        m, summary = self.m, self._summary
        start, end = summary.start, summary.end
        try:
            asked = self.levels_of(self._asked)
            self._check(asked)
            nodes = [self._node(node) for node in summary.nodes]
            writes = [(self.renamed(key), self.renamed(held)) for key, held in summary.writes]
            value: Value = self.renamed(summary.value)
            clauses = [~m.path | self.renamed(clause) for clause in summary.clauses]
            handed = [self.renamed(thing) for thing in m.handed_on[start.handed_on : end.handed_on]]
            called = [self._called(call) for call in m.seen.called[start.called : end.called]]
            after = m.path if summary.after is summary.path else m.path & self.renamed(summary.after)
            given = [(n, self.renamed(m.inputs[n])) for n in range(start.nodes, end.nodes) if n in m.inputs]
            masks = [(n, self.renamed(m.positive[n])) for n in range(start.nodes, end.nodes) if n in m.positive]
            built = self._written_into_made(writes)
            parts = self._parts_of_graph()
        except UnlikeError:
            self._forget_objects()
            return None
        m.tick()
        m.append(nodes)
        for new in self._things.values():
            if isinstance(new, Obj):
                m.objects.setdefault(new.address, new)
        for part, guard, inside in parts:
            part.guard = part.guard | guard
            if isinstance(part, Layer):
                part.inside = (*part.inside, *inside)
        m.inputs.update((n + self._shift, symbol) for n, symbol in given)
        m.positive.update((n + self._shift, node) for n, node in masks)
        for key, held in writes:
            m.store.set(key, held)
        m.seen.built.update(built)
        m.seen.called += called
        m.space.asked += asked
        m.drawn += end.drawn - start.drawn
        for clause in clauses:
            m.graph.assumed.add(clause)
        for thing in handed:
            escape.hand_on(m, m.just(thing))
        m.path = after
        return value

    def _forget_objects(self) -> None:
        """Nothing was done: whoever runs the call makes its objects."""
        m = self.m
        for new in self._new_objects:
            del m.objects[new.address]
            m.layers.pop(new, None)
            m.modules.pop(new, None)
        del m.graph.layers[self._sizes[0] :], m.graph.modules[self._sizes[1] :]

    def _written_into_made(self, writes: list[tuple[Key, object]]) -> dict[Obj, calls.Args]:
        """Add what was written into all that is made anew, which may be more with each; gives what it was built with."""
        built: dict[Obj, calls.Args] = {}
        for old in self._olds:
            writes += [(self.renamed(key), self.renamed(held)) for key, held in self._summary.made.get(old, ())]
            if isinstance(old, Obj) and old in self.m.seen.built:
                args = self.m.seen.built[old]
                built[self.stand_in(old)] = replace(args.map(self.renamed), rest=self.renamed(args.rest))
        return built

    def _parts_of_graph(self) -> list[tuple[Layer | Module, Guard, tuple[tuple[str, Guard], ...]]]:
        """The layers and modules that are made anew, each with its guard, and with what a layer has inside."""
        m, found = self.m, list[tuple[Layer | Module, Guard, tuple[tuple[str, Guard], ...]]]()
        for old in self._olds:
            new = self._made[old]
            if old in m.layers:
                layer = m.graph.layers[m.layers[old]]
                inside = tuple((kind, m.path & self.renamed(guard)) for kind, guard in layer.inside)
                found.append((m.graph.layers[m.layers[new]], m.path & self.renamed(layer.guard), inside))
            if old in m.modules:
                module = m.graph.modules[m.modules[old]]
                found.append((m.graph.modules[m.modules[new]], m.path & self.renamed(module.guard), ()))
        return found

    def _node(self, node: Node) -> Node:
        inputs = [
            edge._replace(source=int(self.node(edge.source)), guard=self.renamed(edge.guard)) for edge in node.inputs
        ]
        return replace(
            node,
            number=node.number + self._shift,
            chain=self._chain(node.chain),
            guard=self.renamed(node.guard) & self.m.path,
            inputs=inputs,
            layer=self._number("layers", node.layer),
            activations=tuple(self._activation(activation) for activation in node.activations),
        )

    def _chain(self, chain: tuple[Place, ...]) -> tuple[Place, ...]:
        """The calls that lead to a node; where ways meet, no call is told."""
        begun = len(self._summary.site.chain)
        return self.site.chain + chain[begun:] if len(chain) >= begun else chain

    def _activation(self, activation: Activation) -> Activation:
        number = self._number("modules", activation.module)
        return activation._replace(guard=self.renamed(activation.guard), module=number)

    def _number(self, kind: str, number: int | None) -> int | None:
        """The number of the layer, or of the module, that stands for the one of a number."""
        if number is None or (kind, number) in self._numbers:
            return number if number is None else self._numbers[kind, number]
        numbers: dict[Hashable, int] = getattr(self.m, kind)
        old = next((thing for thing, n in numbers.items() if n == number), None)
        return self._numbers.setdefault((kind, number), numbers[self.stand_in(old)]) if old is not None else None

    def _called(self, call: Called) -> Called:
        return Called(self.stand_in(call.layer), call.first + self._shift, call.end + self._shift)
