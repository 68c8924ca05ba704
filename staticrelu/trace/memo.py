"""Calls that were run before: the same function, over the same things, finding the same state, does the same again.

While such a call runs, a layer of the store notes what it reads of the state around it. What the call gave and wrote
is given again to a later call of the same function with equal arguments, if all that was read is as it was. A
constructor is told apart from its object: what it wrote into one new object it writes into the next one. Tensors that the
call made are made again, since each may be written into; a way that is shown through them names the first call. A call that
makes anything else with an identity of its own, calls a recurrent layer or draws on what is outside the program, is not kept.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from staticrelu import limits
from staticrelu.graph import Node
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.trace import calls, renaming
from staticrelu.trace.frames import MEMORY, Frame, Key, Store
from staticrelu.trace.machine import Machine, element_values
from staticrelu.trace.values import (
    Class,
    Const,
    Entries,
    Function,
    Library,
    Listing,
    Many,
    Mapping,
    Obj,
    One,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    is_own,
    only,
)

_MAX_KEPT = 4
_NEW = "<the new object>"


@dataclass(frozen=True, slots=True)
class Kept:
    """One call as it was run: on which way, what it read and wrote, what it took for granted and what it gave.

    ``nodes`` are the graph's nodes that it made, ``memories`` what it left in those of them that it wrote into, ``asked`` the
    tests that it asked.
    """

    path: Guard
    nodes: frozenset[int]
    memories: dict[int, int]
    reads: tuple[tuple[Key, object], ...]
    writes: tuple[tuple[Key, object], ...]
    clauses: tuple[Guard, ...]
    value: Value
    asked: tuple[int, ...]

    def fits(self, m: Machine, made: Obj | None) -> bool:
        """Whether running the call now would do the same."""
        return m.path.implies(self.path) and all(m.store.get(_named(k, made)) == v for k, v in self.reads)

    def repeat(self, m: Machine, made: Obj | None) -> Value:
        """Do again what the call did."""
        again = _Again(m, self)
        m.space.asked += self.asked
        for key, held in self.writes:
            m.store.set(_named(key, made), again.held(held))
        for clause in self.clauses:
            m.graph.assumed.add(clause)
        return again.value(self.value)


class _Again:
    """What a call gave and wrote, with the tensors that it made made again."""

    def __init__(self, m: Machine, kept: Kept) -> None:
        self._m = m
        self._kept = kept
        self._copies: dict[int, int] = {}
        self._memories: dict[int, int] = {}

    def held(self, held: Any) -> Any:
        """The same for a value, or the elements of a list."""
        return tuple(self._element(x) if isinstance(x, One | Many) else (x[0], self._thing(x[1])) for x in held)

    def value(self, value: Value) -> Value:
        """The same for a value."""
        return tuple((guard, self._thing(thing)) for guard, thing in value)

    def _element(self, element: One | Many) -> One | Many:
        if isinstance(element, One):
            return One(self.value(element.value))
        return Many(tuple(self.value(value) for value in element.values), element.optional)

    def _thing(self, thing: Thing) -> Thing:
        if isinstance(thing, Tuple):
            return replace(thing, elements=tuple(self._element(e) for e in thing.elements))
        if not isinstance(thing, Tensor) or thing.memory not in self._kept.nodes:
            return thing
        node = max(thing.node, self._kept.memories.get(thing.memory, 0))
        if node not in self._copies:
            self._copies[node] = self._m.node_again(node)
        copy = self._copies[node]
        return replace(thing, node=copy, memory=self._memories.setdefault(thing.memory, copy))


def _named(key: Key, made: Obj | None) -> Key:
    return (made, key[1]) if key[0] is _NEW else key


def _abstract(key: Key, made: Obj | None) -> Key:
    return (_NEW, key[1]) if made is not None and key[0] is made else key


def is_helper(m: Machine, function: Function, args: calls.Args) -> bool:
    """Whether a call of a scanned function computes with tensors alone: with no object, and naming no layer.

    Masks and shapes are computed from the same lengths over and over.
    """
    return not m.active_names.names(function.module, function.definition) and all(map(_is_data, args.values()))


def _is_data(value: Value) -> bool:
    return all(
        isinstance(x, Const | Symbol | Tensor | Listing)
        or (isinstance(x, Tuple) and all(_is_data(v) for v in element_values(x.elements)))
        for _, x in value
    )


def run(m: Machine, frame: Frame, function: Function, args: calls.Args, place: Place) -> Value:
    """Run a call, unless it is known what it does.

    Over data alone it does the same on every way that says nothing of the data, and is run as on any; only a recursion
    ends by the way it is on.
    """
    is_recursive = any(definition is function.definition for definition, _ in m.active)
    is_whole = all(map(_is_data, args.values())) and _are_all_given(function, args)
    if is_recursive or not is_whole or _is_told_of(m, args):
        return _run(m, frame, function, args, place)
    path, mark, nodes, layers = m.path, m.graph.assumed.mark, len(m.graph.nodes), len(m.graph.layers)
    args = args.map(m.live)
    m.path = m.space.true
    value = _run(m, frame, function, args, place)
    if any(_acts(node) for node in m.graph.nodes[nodes:]) or len(m.graph.layers) > layers:
        for known in m.summaries.values():  # the nodes of those made since are to be on this way alone
            known.kept[:] = [x for x in known.kept if x.start.nodes < nodes]
        for node in m.graph.nodes[nodes:]:
            node.guard = node.guard & path
        for layer in m.graph.layers[layers:]:
            layer.guard = layer.guard & path
    checks = m.graph.assumed.since(mark)
    m.graph.assumed.forget(mark)
    for check in checks:
        m.graph.assumed.add(~path | check)  # it was made on this way
    m.path = path & m.path
    return value


def _run(m: Machine, frame: Frame, function: Function, args: calls.Args, place: Place) -> Value:
    recording = Recording(m, function, args)
    known = recording.known()
    if known is not None:
        return known.repeat(m, recording.made)
    store = m.store
    layer = m.store = store.child()
    layer.reads = {}
    value = calls.run_function(m, frame, function, args, place)
    gather(m, store, layer)
    recording.keep(layer, value)
    return value


def _are_all_given(function: Function, args: calls.Args) -> bool:
    needed = (p for p, default in zip(function.definition.params, function.defaults, strict=True) if default is None)
    return all(p.name in args.keywords or p.kind in ("*", "**") for p in list(needed)[len(args.positional) :])


def _is_told_of(m: Machine, args: calls.Args) -> bool:
    """Whether a test that the way depends on speaks of an argument."""
    tests = m.space.support(m.path)
    if not tests:
        return False
    told = {part for number in tests for part in parts_of_key(m.space.atoms[number].key)}
    return any(not told.isdisjoint(_names(m, thing)) for value in args.values() for _, thing in value)


def _names(m: Machine, thing: Thing, depth: int = limits.MAX_VALUE_DEPTH) -> Iterator[Hashable]:
    """What a test may know something by, or what is in it."""
    if isinstance(thing, Symbol):
        yield thing.key
    elif isinstance(thing, Tensor):
        yield m.content(thing)
    elif isinstance(thing, Tuple | Listing) and depth:
        elements = thing.elements if isinstance(thing, Tuple) else m.elements(thing)
        yield elements
        for _, inner in itertools.chain.from_iterable(element_values(elements)):
            yield from _names(m, inner, depth - 1)


def parts_of_key(key: Hashable, depth: int = limits.MAX_VALUE_DEPTH) -> Iterator[Hashable]:
    """What the key of a test consists of."""
    yield key
    if isinstance(key, Symbol):
        yield from parts_of_key(key.key, depth)
    elif isinstance(key, tuple) and depth:
        for part in key:
            yield from parts_of_key(part, depth - 1)


def visit(m: Machine, what: Hashable, value: Value, name: Key | None, action: Callable[[], object]) -> None:
    """Do something with one of many, unless it is a layer and it came to nothing with another of its class that is alike.

    Weights are initialized by a walk over all layers, most of which only asks each for its class. ``what`` tells what is
    done from all else, ``name`` is the variable that stands for the layer meanwhile. That it may come to nothing is found
    out first, then what is read for it.
    """
    layer = only(value)
    if not isinstance(layer, Obj) or not m.is_module(layer.cls):
        action()
        return
    key = (visit, what, layer.cls, tuple(layer.names))
    known: list[Visit] | None = m.memo.get(key)
    for visited in known or ():
        if visited.is_like(m, layer):
            m.space.asked += visited.asked
            return
    before, path, store, asked = _traces(m), m.path, m.store, len(m.space.asked)
    inner = m.store = store.child()
    inner.reads = {} if known is not None else None
    action()
    gather(m, store, inner)
    if _traces(m) != before or m.path is not path or any(not is_temporary(owner, inner) for owner, _ in inner.data):
        m.memo.pop(key, None)
        return
    reads = {k: held for k, held in (inner.reads or {}).items() if k != name and not is_temporary(k[0], inner)}
    asks_which = any(k[0] is not layer and _may_be(held, layer) for k, held in reads.items())
    if inner.reads is None:
        m.memo[key] = []
    elif known is not None and not asks_which and len(known) < _MAX_KEPT:
        tests = frozenset(m.space.asked[asked:]).union(*(renaming.contents(m, held)[1] for held in reads.values()))
        way = m.space.support(path) - {0}
        is_free = way.isdisjoint(tests)
        abstract = tuple((_abstract(k, layer), held) for k, held in reads.items())
        known.append(Visit(None if is_free else path, abstract, tests if is_free else tests | way))


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that came to nothing: on one way, or on any if nothing that it asked depends on the way; and what it read."""

    path: Guard | None
    reads: tuple[tuple[Key, object], ...]
    asked: frozenset[int]

    def is_like(self, m: Machine, layer: Obj) -> bool:
        """Whether one of this layer would come to nothing, too."""
        if self.path is not None and self.path is not m.path:
            return False
        return all(m.store.get(_named(key, layer)) == held for key, held in self.reads)


def _traces(m: Machine) -> tuple[int, ...]:
    """What counts up whenever something is done that leaves a trace elsewhere than in the store."""
    return *_counters(m), len(m.graph.nodes), m.graph.assumed.mark, len(m.handed_on)


def _may_be(held: object, layer: Obj) -> bool:
    """Whether something that was read may be compared with a layer: which of its class it is then matters."""
    if isinstance(held, Obj):
        return held.cls == layer.cls
    if isinstance(held, Entries):
        return any(_may_be(key, layer) or _may_be(value, layer) for key, value in held.known) or _may_be(
            held.others, layer
        )
    if isinstance(held, One | Many | Tuple):
        held = element_values(held.elements if isinstance(held, Tuple) else (held,))
    return isinstance(held, tuple | list) and any(_may_be(part, layer) for part in held)


def _acts(node: Node) -> bool:
    """Whether a node is more than what a helper may do: a layer's call, or an activation."""
    return node.layer is not None or bool(node.activations)


def gather(m: Machine, store: Store, layer: Store) -> None:
    """Go on in a store with all that was written above it, which is now in one layer; who notes what is read hears of it.

    What was not there, and is since, because a top level was run for it, counts as read: it is there for all that come later.
    """
    for above in reversed(list(m.store.layers_above(layer))):
        layer.data.update(above.data)
    for key, held in (layer.reads or {}).items():
        now = store.get(key)
        if held is None and layer.reads is not None:
            layer.reads[key] = now
    m.store = store
    store.data.update(layer.data)


def reads_of(layer: Store) -> dict[Key, object]:
    """What was read of the state around a layer."""
    return {key: held for key, held in (layer.reads or {}).items() if not is_temporary(key[0], layer)}


@dataclass(frozen=True, slots=True)
class Traces:
    """What a call read of the state around it, and what it wrote there."""

    reads: dict[Key, object]
    writes: dict[Key, object]

    def are_left_again(self, m: Machine) -> bool:
        """Whether the call would find all that it read as it was."""
        return all(m.store.get(key) == held for key, held in self.reads.items())

    def leave(self, m: Machine) -> None:
        """Write the same again."""
        for key, held in self.writes.items():
            m.store.set(key, held)


def traces_of(m: Machine, action: Callable[[], Value]) -> tuple[Traces, Value]:
    """Do something, and note what it read and wrote; and what it gave."""
    store = m.store
    layer = m.store = store.child()
    layer.reads = {}
    value = action()
    gather(m, store, layer)
    writes = {
        key: held
        for key, held in layer.data.items()
        if not isinstance(key[0], Frame) or not is_temporary(key[0], layer)
    }
    return Traces(reads_of(layer), writes), value


class Recording:
    """The recording of one call, from before it runs until it has run."""

    def __init__(self, m: Machine, function: Function, args: calls.Args) -> None:
        self._m = m
        self.made = _object_made(m, function, args)
        self._key = _key(function, args, self.made)
        self._before = _counters(m)
        self._nodes = len(m.graph.nodes)
        self._mark = m.graph.assumed.mark
        self._path = m.path
        self._asked, self._told = len(m.space.asked), len(m.told)

    def known(self) -> Kept | None:
        """The earlier call that this one would repeat; None if there is none."""
        return next((kept for kept in self._m.memo.get(self._key, ()) if kept.fits(self._m, self.made)), None)

    def keep(self, layer: Store, value: Value) -> None:
        """Keep what the call read and wrote, if it can be repeated. ``layer`` is the store's layer that it ran in."""
        m = self._m
        kept = m.memo.setdefault(self._key, [])
        if len(kept) >= _MAX_KEPT or _counters(m) != self._before or m.path is not self._path:
            return
        if m.is_told_from_outside(self._told) or any(_acts(node) for node in m.graph.nodes[self._nodes :]):
            return
        written = {key: held for key, held in layer.data.items() if not is_temporary(key[0], layer)}
        nodes = self._new_nodes()
        writes = {key: held for key, held in written.items() if key[1] != MEMORY or key[0] not in nodes}
        began = layer.born if self.made is None else self.made.born  # what leads to the new object is its own
        if not all(_is_settled(held, began) for held in (value, *writes.values())):
            return
        reads = reads_of(layer)
        kept.append(
            Kept(
                m.path,
                nodes,
                {key[0]: held for key, held in written.items() if isinstance(key[0], int) and key not in writes},
                tuple((_abstract(key, self.made), held) for key, held in reads.items()),
                tuple((_abstract(key, self.made), held) for key, held in writes.items()),
                tuple(m.graph.assumed.since(self._mark)),
                value,
                tuple({*m.space.asked[self._asked :], *m.space.support(m.path)}),
            )
        )

    def _new_nodes(self) -> frozenset[int]:
        """The nodes that the call made: what a top level makes that is run for a name is not the call's."""
        apart = (nodes for nodes, _ in self._m.apart if nodes.start >= self._nodes)
        return frozenset(range(self._nodes, len(self._m.graph.nodes))).difference(*apart)


def _object_made(m: Machine, function: Function, args: calls.Args) -> Obj | None:
    """The new object that a constructor is about to fill."""
    if function.name != "__init__" or not args.positional or len(args.positional[0]) != 1:
        return None
    thing = args.positional[0][0][1]
    return thing if isinstance(thing, Obj) and not thing.names else None


def _key(function: Function, args: calls.Args, made: Obj | None) -> Hashable:
    positional: tuple[object, ...] = args.positional
    if made is not None:
        positional = (made.cls, *positional[1:])
    return (
        function.definition.span,
        function.module.path,
        function.env,
        function.defaults,
        positional,
        tuple(args.keywords.items()),
        args.rest,
        args.others,
    )


def _counters(m: Machine) -> tuple[int, ...]:
    """What counts up whenever a call does something that cannot be done again by writing alone."""
    return m.drawn, len(m.graph.layers), len(m.graph.modules), len(m.graph.cut), len(m.left)


def is_temporary(owner: object, layer: Store) -> bool:
    """Whether something was made inside the call; nobody finds it afterwards unless through what the call gives."""
    if isinstance(owner, Frame) and (owner.is_module or owner.is_class):
        return False
    return isinstance(owner, Frame | Obj | Listing | Mapping) and is_own(owner.born, layer.born)


def _is_settled(held: object, began: int) -> bool:
    """Whether a value holds nothing that was made since a time and has an identity."""
    if isinstance(held, One):
        return _is_settled(held.value, began)
    if not isinstance(held, tuple):
        return False
    return all(_is_settled(x, began) if isinstance(x, One | Many) else _is_settled_thing(x[1], began) for x in held)


def _is_settled_thing(thing: Thing, began: int) -> bool:
    if isinstance(thing, Obj | Listing | Mapping):
        return not is_own(thing.born, began)
    if isinstance(thing, Tuple):
        return all(isinstance(e, One) and _is_settled(e.value, began) for e in thing.elements)
    return isinstance(thing, Const | Symbol | Tensor | Class | Library)
