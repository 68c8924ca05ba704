"""Iterating and indexing whatever can be iterated and indexed."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable
from dataclasses import replace

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.graph import Edge
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.trace import apart, conditions, positions
from staticrelu.trace.frames import MEMORY, Frame
from staticrelu.trace.machine import Machine, element_values, known_values
from staticrelu.trace.values import (
    ITERATOR,
    NOTHING,
    Class,
    Const,
    Elements,
    Entries,
    Library,
    Listing,
    Many,
    Mapping,
    Obj,
    One,
    Slice,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
    things,
)


def iterate(m: Machine, frame: Frame, value: Value, place: Place) -> Elements:
    """The elements that iterating over a value gives, as far as known."""
    cases = m.live(value)
    if len(cases) == 1:
        return _iterate(m, frame, cases[0][1], place)
    found: list[Elements] = [_iterate(m, frame, thing, place) for _, thing in cases]
    if not found:
        return (Many((m.unknown("an element", ("element", place), "an empty value"),)),)
    return m._merge_elements(found, [guard for guard, _ in cases], place)


def rounds(m: Machine, frame: Frame, value: Value, place: Place) -> Elements:
    """The elements for the rounds of a loop: many groups of open count become one, where no tensor or layer is in them."""
    elements = iterate(m, frame, value, place)
    open_ = [i for i, element in enumerate(elements) if isinstance(element, Many)]
    if len(open_) <= limits.MAX_OPEN_GROUPS:
        return elements
    first, end = open_[0], open_[-1] + 1
    values = element_values(elements[first:end])
    if not all(isinstance(thing, Const | Symbol) for value in values for _, thing in value) or any(
        map(m.flows, values)
    ):
        return elements
    one = m.join([(m.space.true, value) for value in values], place, "element")
    return (*elements[:first], Many((one,)), *elements[end:])


def constant(m: Machine, thing: Thing | None) -> Const | None:
    """A constant; of a list or tuple of nothing else, those as a tuple."""
    if isinstance(thing, Const):
        return thing
    found = constants(m, thing)
    return Const(found) if found else None


def constants(m: Machine, thing: Thing | None) -> tuple[object, ...]:
    """What a list or tuple holds if that is constants and nothing else, each of them certain."""
    if not isinstance(thing, Listing | Tuple) or (isinstance(thing, Tuple) and thing.names):
        return ()
    elements = thing.elements if isinstance(thing, Tuple) else m.elements(thing)
    found = [e.value[0] for e in elements if isinstance(e, One) and len(e.value) == 1]
    known = tuple(x.value for guard, x in found if isinstance(x, Const) and m.path.implies(guard))
    return known if len(known) == len(elements) else ()


def key_of(m: Machine, thing: Thing | None) -> Const | Obj | Class | Library | None:
    """What a dict tells apart as a key: a constant, a tuple of nothing else, or what has an identity; None for what is open."""
    if isinstance(thing, Tuple):
        return constant(m, thing)
    return thing if isinstance(thing, Const | Obj | Class | Library) else None


def _iterate(m: Machine, frame: Frame, thing: Thing, place: Place) -> Elements:
    if isinstance(thing, Tuple):
        return thing.elements
    if isinstance(thing, Listing):
        elements = m.elements(thing)
        if thing.kind == ITERATOR:
            m.store.set((thing, "[]"), ())
        return elements
    if isinstance(thing, Mapping):
        return _keys(m, thing, place)
    if isinstance(thing, Const) and isinstance(thing.value, str):
        return tuple(One(m.const(c)) for c in thing.value[: limits.MAX_ELEMENTS])
    if isinstance(thing, Tensor):
        return (Many((take(m, frame, thing, place),)),)
    if isinstance(thing, Obj):
        return _iterate_object(m, frame, thing, place)
    element = _symbol_element(m, thing, place)
    one = only(element)
    return (Many((element,), made_of=one if isinstance(one, Symbol) else None),)


def held_elements(m: Machine, obj: Obj, place: Place) -> Elements | None:
    """The elements, or the keys, that an object has as one of a library's class; None if it is none that holds any."""
    if m.store.get((obj, "[]")) is not None:
        return m.elements(obj)
    return _keys(m, obj, place) if m.store.get((obj, "{}")) is not None else None


def _iterate_object(m: Machine, frame: Frame, obj: Obj, place: Place) -> Elements:
    from staticrelu.trace import calls, objects

    method = objects.find_method(m, obj, "__iter__")
    held = held_elements(m, obj, place) if method is None else None
    if held is not None:
        return held
    found = calls.call(m, frame, method, calls.Args(), place) if method is not None else NOTHING
    if found and not any(isinstance(thing, Obj) and objects.find_method(m, thing, "__next__") for _, thing in found):
        return iterate(m, frame, found, place)
    step = objects.find_method(m, only(found) or obj, "__next__")
    if step is not None:  # an object that gives one element after the other, until it raises
        return (Many((calls.call(m, frame, step, calls.Args(), place),)),)
    item = objects.find_method(m, obj, "__getitem__") if not found else None
    if item is not None:
        number = m.unknown("the position", ("position", obj, place))
        return (Many((calls.call(m, frame, item, calls.Args((number,)), place),)),)
    return (Many((_symbol_element(m, obj, place),)),)


def _symbol_element(m: Machine, thing: Thing, place: Place) -> Value:
    if not isinstance(thing, Symbol):
        return m.unknown("an element of it", ("element", thing, place))
    if m.store.get((thing, "{}")) is not None:
        return item_of(m, thing, m.unknown("an index", ("index", place)), place)
    if thing.depth >= limits.MAX_OPEN_DEPTH:
        return m.just(thing)
    text, depth = f"an element of {thing.text}", thing.depth + limits.MAX_OPEN_DEPTH // 2
    return m.just(Symbol(("element", thing, place), text, thing.reason, argument=thing.argument, depth=depth))


def _keys(m: Machine, holder: Mapping | Obj, place: Place) -> Elements:
    entries = m.entries(holder)
    known = tuple(One(m.key(key)) for key, _ in entries.known)
    if not entries.others:
        return known
    return (*known, Many((m.unknown("a key", ("key", holder, place)),)))


def take(m: Machine, frame: Frame, tensor: Tensor, place: Place, index: Value = NOTHING) -> Value:
    """A part of a tensor: it shares its memory unless it is copied, and a tensor used as index flows in as well."""
    edges = [Edge(m.content(tensor), m.space.true), *m.flows(index)]
    traits = m.catalog.traits("operator.getitem")
    node = m.node("operator", "getitem", place, frame, edges, traits=traits)
    return m.tensor(node) if _copies(m, index) else m.tensor(node, tensor, part=True)


MASK = "mask"
"""The trait of what says of each place of a tensor whether it is meant."""


def _copies(m: Machine, index: Value) -> bool:
    """Whether an index takes a copy: of several places at once, or of those that a mask means."""
    for thing in things(index):
        if isinstance(thing, Tensor) and any(MASK in m.graph.nodes[n].traits for n in (m.content(thing), thing.memory)):
            return True
        if isinstance(thing, Listing) or (
            isinstance(thing, Tuple) and any(_copies(m, value) for value in element_values(thing.elements))
        ):
            return True
    return False


def note_part(m: Machine, part: Value, opened: Value) -> None:
    """Of what is given from outside, and may be no tensor: that a part of it may be this open thing."""
    taken, symbol = only(part), only(opened)
    if isinstance(taken, Tensor) and isinstance(symbol, Symbol):
        m.inputs[m.content(taken)] = symbol


def element_at(m: Machine, elements: Elements, index: int, place: Place) -> Value:
    """The element at a known index; where the length is open, any that it may be."""
    order, steps = positions.counted(elements, index)
    alone = next((n for n, element in enumerate(order) if isinstance(element, Many)), len(order))
    order = positions.opened(order, steps + 1)
    for position, element in enumerate(order):
        if isinstance(element, Many) or not _surely_there(m, element.value):
            rest = order[position:]
            found = any_of(m, rest, place)
            return apart.one(m, found, ("index", index)) if len(set(element_values(rest))) == 1 else found
        if position == steps:
            return element.value if position < alone else apart.one(m, element.value, ("index", index))
    return NOTHING


def are_there(m: Machine, elements: Elements, index: int) -> bool:
    """Whether all that stands before an index, from the end that it is counted from, is there on every way."""
    order, steps = positions.counted(elements, index)
    return all(isinstance(e, Many) or _surely_there(m, e.value) for e in order[: steps + 1])


def _surely_there(m: Machine, value: Value) -> bool:
    absent = m.path & ~m.space.any(guard for guard, _ in value)
    if absent.is_false:
        return True
    m.told.append(-1)
    return not m.graph.assumed.allows(absent)


def any_of(m: Machine, elements: Elements, place: Place) -> Value:
    """Any one of the elements; which one, is open."""
    values = list(dict.fromkeys(element_values(elements)))
    return choose(m, values, ("element", place, tuple(values)), place) if values else NOTHING


def choose(m: Machine, values: list[Value], key: object, place: Place, index: Symbol | None = None) -> Value:
    """One of several values, told apart by an open choice: by that of the ``index`` where there is one."""
    if len(values) == 1:
        return values[0]
    symbol = index or Symbol((key, "choice"), "the index")
    if is_plain(values):
        reason = next((x.reason for v in values for _, x in v if isinstance(x, Symbol) and x.reason), "")
        return m.just(Symbol((key, "one of", tuple(values)), "an element", reason))
    told_apart = index is not None and index.argument and len(values) <= limits.MAX_CASES
    blended = _blend(m, values, place) if not told_apart else None
    return blended if blended is not None else chosen(m, values, symbol, place)


def chosen(m: Machine, values: list[Value], symbol: Symbol, place: Place) -> Value:
    """The value at an open index, each told apart, up to a number of them."""
    parts = []
    left = m.space.true
    for number, value in enumerate(values[: limits.MAX_CASES]):
        guard = _is_number(m, symbol, number) if number < len(values) - 1 else left
        parts.append((left & guard, value))
        left = left & ~guard
    return m.join(parts, place)


def in_some_order(m: Machine, values: list[Value], key: Hashable, text: str, place: Place) -> list[Value]:
    """The values in an order that is open: each stands somewhere, and once. ``key`` tells the order from all others."""
    if len(values) < 2:
        return values
    first = Symbol((key, len(values)), text)
    rest: list[Value] = []
    before = m.space.false
    for number, (value, following) in enumerate(itertools.pairwise(values)):
        before = before | _is_number(m, first, number)
        rest.append(m.join([(before, following), (~before, value)], place))
    return [chosen(m, values, first, place), *in_some_order(m, rest, key, text, place)]


def _is_number(m: Machine, index: Symbol, number: int) -> Guard:
    """That an index is a number; of two values, a flag chooses by being true."""
    flag = index.default is not None and isinstance(index.default.value, bool)
    return conditions.symbol_equals(m, index, bool(number) if flag and number < 2 else number)


def _blend(m: Machine, values: list[Value], place: Place) -> Value | None:
    """Tensors, and tuples of them, that any may be read: one value that carries all of them; None for anything else."""
    heads = [only(value) for value in values]
    if all(isinstance(x, Tensor) for x in heads):
        edges = [edge for value in values for edge in m.flows(value)]
        return m.tensor(m.node("join", "any of", place, edges=edges))
    tuples = [x for x in heads if isinstance(x, Tuple)]
    if len(tuples) < len(heads) or len({len(x.elements) for x in tuples}) != 1:
        return None
    rows = (
        [under(value[0][0], part) for part in element_values(x.elements)]
        for value, x in zip(values, tuples, strict=True)
    )
    columns = list(zip(*rows, strict=False))
    blended = [_blend(m, list(column), place) for column in columns]
    if not all(blended):
        return None
    return m.just(Tuple(tuple(One(v) for v in blended if v), tuples[0].names, tuples[0].cls))


def under(guard: Guard, value: Value) -> Value:
    """A part of what is there only when the guard holds."""
    return tuple((guard & g, thing) for g, thing in value)


def is_plain(values: list[Value]) -> bool:
    """Whether nothing but numbers, texts and open things is among the values: which one it is hardly matters."""
    kinds = [x for value in values for _, x in value]
    if not all(isinstance(x, Const | Symbol) for x in kinds):
        return False
    return any(isinstance(x, Symbol) for x in kinds) or len(kinds) > limits.MAX_PLAIN_CHOICES


def get_item(m: Machine, frame: Frame, holder: Value, index: Value, place: Place) -> Value:
    """``holder[index]``."""
    return m.each(holder, place, lambda thing: _get_item(m, frame, thing, index, place))


def _get_item(m: Machine, frame: Frame, thing: Thing, index: Value, place: Place) -> Value:
    if isinstance(thing, Tensor):
        opened = open_dict(m, thing, index)
        return take(m, frame, thing, place, index) if opened is None else open_item(m, frame, thing, index, place)
    if isinstance(thing, Mapping):
        if thing.factory:
            from staticrelu.trace import calls

            _make_missing(m, thing, index, place, lambda: calls.call(m, frame, thing.factory, calls.Args(), place))
        return lookup(m, m.entries(thing), index, place)
    if isinstance(thing, Tuple):
        return _index(m, thing.elements, index, place, lambda e: m.just(Tuple(e)))
    if isinstance(thing, Listing):
        return _index(m, m.elements(thing), index, place, lambda e: m.new_list(frame, place, e))
    if isinstance(thing, Const) and isinstance(thing.value, str):
        return _index(m, _iterate(m, frame, thing, place), index, place, lambda e: m.unknown("text", ("text", place)))
    if isinstance(thing, Obj):
        return _get_from_object(m, frame, thing, index, place)
    if isinstance(thing, Symbol):
        return item_of(m, thing, index, place)
    from staticrelu.trace import imports, objects, parts

    if thing == Library(imports.MODULES):
        return imports.loaded(m, frame, index, place)
    if isinstance(thing, Library) and thing.name.endswith(_NAMES):
        return parts.get_named(m, frame, Library(thing.name.removesuffix(_NAMES)), index, place)
    return objects.subscript_class(m, thing, index, place)


def open_dict(m: Machine, thing: Thing, index: Value) -> Symbol | None:
    """What an open dict is known by; None for what is none. What has keys that are texts is no tensor."""
    held = m.holder(thing)
    is_text = all(isinstance(key, Const) and isinstance(key.value, str) for _, key in index)
    return held if isinstance(held, Symbol) and index and is_text else None


def open_item(
    m: Machine, frame: Frame, thing: Tensor | Symbol, index: Value, place: Place, default: Value = NOTHING
) -> Value:
    """An item of an open dict: what was put there; else a part of what the model is given, or an open thing."""
    opened = m.holder(thing)
    assert isinstance(opened, Symbol)
    item = item_of(m, opened, index, place, default)
    is_open = tuple((guard, x) for guard, x in item if isinstance(x, Symbol))
    if not is_open or not isinstance(thing, Tensor):
        return item
    part = take(m, frame, thing, place, index)
    if opened is m.given(thing):
        note_part(m, part, is_open)
    written = tuple((guard, x) for guard, x in item if not isinstance(x, Symbol))
    there = m.space.any(guard for guard, _ in is_open)
    return m.join([(there, part), (m.space.true, written)], place) if written else part


def _make_missing(m: Machine, holder: Mapping | Obj, index: Value, place: Place, make: Callable[[], Value]) -> None:
    """What a dict that makes what it does not have puts under a key that it is asked for, where it is not there."""
    for guard, thing in m.live(index):
        entries = m.entries(holder)
        known = {m.key(key): (key, value) for key, value in entries.known}
        name = key_of(m, thing)
        at = m.key(name.value if isinstance(name, Const) else name)
        key, held = known.get(at, (None, NOTHING))
        missing = guard & ~m.space.any(there for there, _ in held)
        if entries.others or (m.path & missing).is_false:
            continue
        made = m.branches([(missing, make), (~missing, lambda: NOTHING)], place)
        if name is None:
            m.store.set((holder, "{}"), Entries(entries.known, made))
            continue
        known[at] = (
            name.value if isinstance(name, Const) else name if key is None else key,
            m.join([(m.space.true, held), (missing, made)], place),
        )
        m.store.set((holder, "{}"), Entries(tuple(known.values()), entries.others))


def _get_from_object(m: Machine, frame: Frame, obj: Obj, index: Value, place: Place) -> Value:
    from staticrelu.trace import calls, objects

    method = objects.find_method(m, obj, "__getitem__")
    if method is not None:
        return calls.call(m, frame, method, calls.Args((index,)), place)
    return held_item(m, frame, obj, index, place)


def held_item(m: Machine, frame: Frame, obj: Obj, index: Value, place: Place) -> Value:
    """An item of an object as the class of a library finds it, past a ``__getitem__`` of the object's own."""
    from staticrelu.trace import calls, objects

    if m.store.get((obj, "{}")) is not None:
        method = objects.find_method(m, obj, "__missing__")
        if method is not None:
            _make_missing(m, obj, index, place, lambda: calls.call(m, frame, method, calls.Args((index,)), place))
        return lookup(m, m.entries(obj), index, place)
    if m.store.get((obj, "[]")) is not None:

        def part(elements: Elements) -> Value:
            if not m.is_module(obj.cls):
                return m.new_list(frame, place, elements)
            copy = m.object(frame, obj.cls, place)
            m.store.set((copy, "[]"), elements)
            return m.just(copy)

        return _index(m, m.elements(obj), index, place, part)
    if isinstance(obj.cls, Class) and obj.cls.fields:  # its base lets them be asked for, by name or by number
        names = [item.target.id for item in obj.cls.fields if isinstance(item.target, t.Name)]
        held = {name: objects.object_attribute(m, frame, obj, name, place) for name in names}
        if any(isinstance(x, Const) and isinstance(x.value, str) for _, x in index):
            return lookup(m, Entries(tuple(held.items())), index, place)
        there = [value for value in held.values() if only(value) != Const(None)]
        return lookup(m, Entries(tuple(enumerate(there))), index, place)
    return m.unknown("an item", ("item", obj, index), "an item of an object without __getitem__")


def item_of(m: Machine, symbol: Symbol, index: Value, place: Place, default: Value = NOTHING) -> Value:
    """An item of something open: what was written under that key, else something open that the key names.

    ``default`` is what a key that is not there gives.
    """
    thing, other = key_of(m, only(index)) or only(index), only(default)
    text = conditions.literal(thing.value) if isinstance(thing, Const) else "..."
    key, words = _step(symbol, thing if thing is not None else index, text)
    if symbol.depth >= limits.MAX_OPEN_DEPTH:
        return m.just(_deep_item(symbol, thing, words))
    if isinstance(other, Symbol) and other.key == key:
        return default
    known_default = other if isinstance(other, Const) else m.defaults.get(key)
    argument = symbol.argument or key in m.defaults
    item = m.just(Symbol(key, words, symbol.reason, known_default, argument, depth=symbol.depth + 1))
    entries = m.entries(symbol)
    if not isinstance(thing, Const) and (entries.known or entries.others):
        others = [entries.others] if entries.others else []
        return choose(m, [*(v for _, v in entries.known), *others, item], key, place)
    if default and known_default is None:
        there = conditions.compare_values(m, index, "in", m.just(symbol), f"{text} in {symbol.text}")
        item = m.join([(there, item), (~there, default)], place)
    held = next((v for k, v in entries.known if Const(k) == thing), NOTHING)
    missing = ~m.space.any(guard for guard, _ in held)
    return m.live(m.join([(m.space.true, held), (missing, entries.others or item)], place))


VARS = "vars"

_NAMES = ".__dict__"
"""How the dict of what a library's module has ends."""


def _step(symbol: Symbol, index: object, text: str) -> tuple[Hashable, str]:
    """The key and the name of an item: of ``vars(args)`` it is the attribute of ``args``."""
    key = symbol.key
    if isinstance(key, tuple) and key[0] == VARS and isinstance(index, Const) and isinstance(index.value, str):
        return ("attribute", key[1], index.value), f"{symbol.text[len(VARS) + 1 : -1]}.{index.value}"
    return ("item", symbol.key, index), f"{symbol.text}[{text}]"


def _deep_item(symbol: Symbol, index: Thing | None, text: str) -> Symbol:
    """An item of what lies as deep as is told apart: it is told from its neighbours, and not from their items."""
    if not isinstance(index, Const):
        return symbol
    is_deep = isinstance(symbol.key, tuple) and symbol.key[0] == "deep item"
    around = symbol.key[1] if isinstance(symbol.key, tuple) and is_deep else symbol.key
    return replace(symbol, key=("deep item", around, index), text=symbol.text if is_deep else text, default=None)


def other_entry(m: Machine, others: Value, index: Value, place: Place, default: Value = NOTHING) -> Value:
    """What stands under a key among entries that are not known: of an open dict that was spread, its item."""

    def handle(thing: Thing) -> Value:
        given = m.given(thing)
        if not isinstance(given, Symbol):
            return m.just(thing)
        item = item_of(m, given, index, place, default)
        if not isinstance(thing, Tensor):
            return item
        part = take(m, m.nowhere, thing, place, index)
        note_part(m, part, item)
        return part

    return m.each(others, place, handle)


def _index(m: Machine, elements: Elements, index: Value, place: Place, part: Callable[[Elements], Value]) -> Value:
    def handle(thing: Thing) -> Value:
        thing = conditions.plain(m, m.given(thing))
        if isinstance(thing, Const) and isinstance(thing.value, int):
            return element_at(m, elements, thing.value, place)
        if isinstance(thing, Slice):
            return part(cut(m, elements, thing))
        if isinstance(thing, Symbol) and elements and all(isinstance(e, One) for e in elements):
            return _open_index(m, elements, thing, place)
        return any_of(m, elements, place)

    return m.each(index, place, handle)


def _open_index(m: Machine, elements: Elements, symbol: Symbol, place: Place) -> Value:
    values = element_values(elements)
    if symbol.above is None and not symbol.argument:
        return any_of(m, elements, place)
    return choose(m, values, symbol.key, place, symbol)


def cut(m: Machine, elements: Elements, slice_: Slice) -> Elements:
    """A slice of elements; where the length is open, all that may be in it."""
    values = known_values(elements)
    ends = [only(bound) for bound in (slice_.lower, slice_.upper) if bound]
    if values is not None and not slice_.step and all(map(_counts_from_first, ends)):
        parts = (under(_is_within(m, slice_, number), value) for number, value in enumerate(values))
        return tuple(One(part) for part in parts if any(not guard.is_false for guard, _ in part))
    bounds: list[int | None] = []
    for value in (slice_.lower, slice_.upper, slice_.step):
        thing = only(value)
        if value and not (isinstance(thing, Const) and isinstance(thing.value, int | None)):
            return tuple(Many((v,), True) for v in element_values(elements))
        number = thing.value if isinstance(thing, Const) else None
        bounds.append(number if isinstance(number, int) else None)
    lower, upper, step = bounds
    return positions.cut(elements, lower, upper, step or 1)


def _counts_from_first(bound: Thing | None) -> bool:
    """Whether a bound, if it is a position at all, is one that is counted from the first element."""
    if isinstance(bound, Symbol):
        return not (isinstance(bound.key, tuple) and bound.key[:2] == ("-", Const(0)))
    return isinstance(bound, Const) and isinstance(bound.value, int) and bound.value >= 0


def _is_within(m: Machine, slice_: Slice, number: int) -> Guard:
    """The guard that a slice with an open bound takes the element of that number."""
    found = m.space.true
    for bound, op in ((slice_.lower, "<="), (slice_.upper, ">")):
        if bound:
            thing = only(bound)
            text = f"{thing.text if isinstance(thing, Symbol) else '...'} {op} {number}"
            found = found & conditions.compare_values(m, bound, op, m.const(number), text)
    return found


def lookup(m: Machine, entries: Entries, index: Value, place: Place, default: Value = NOTHING) -> Value:
    """``dict[index]``: under each key that the index may be; a missing key gives ``default``, or ends the way."""
    arms = []
    left = m.space.true
    for key, value in entries.known:
        guard = conditions.compare_values(m, index, "==", m.key(key), _key_test(m, index, key))
        if not guard.is_false:
            arms.append((left & guard, value))
            left = left & ~(guard & m.space.any(there for there, _ in value))
    if entries.others:
        arms.append((left, other_entry(m, entries.others, index, place, default)))
    elif default:
        arms.append((left, default))
    elif arms:
        m.graph.assumed.add(~m.path | ~left)  # a missing key raises
    if not arms:
        return m.unknown("a missing key", ("missing", index, place), "a key that is not in the dict")
    return m.live(m.join(arms, place))


def _key_test(m: Machine, index: Value, key: object) -> str:
    """What a reader sees of the test whether an open index is a key."""
    thing, cls = only(index), key.cls if isinstance(key, Obj) else key
    name = cls.name.rpartition(".")[2] if isinstance(cls, Class | Library) else conditions.literal(key)
    member = only(m.store.get((key, "name")) or NOTHING)
    name = f"{name}.{member.value}" if isinstance(member, Const) else name
    return f"{thing.text if isinstance(thing, Symbol) else 'the index'} == {name}"


def set_item(m: Machine, frame: Frame, holder: Value, index: Value, value: Value, place: Place) -> None:
    """``holder[index] = value``."""

    def handle(thing: Thing) -> Value:
        _set_item(m, frame, thing, index, value, place)
        return NOTHING

    m.each(holder, place, handle)


def _set_item(m: Machine, frame: Frame, thing: Thing, index: Value, value: Value, place: Place) -> None:
    from staticrelu.trace import calls, objects

    method = objects.find_method(m, thing, "__setitem__")
    if method is not None:
        calls.call(m, frame, method, calls.Args((index, value)), place)
    elif isinstance(thing, Tensor) and (opened := open_dict(m, thing, index)) is not None:
        set_entry(m, opened, index, value, place)
    elif isinstance(thing, Tensor):
        position = only(index)
        write(m, frame, thing, [*m.flows(value), *m.flows(index)], place, whole=_is_whole(position), target="setitem")
    else:
        set_held_item(m, thing, index, value, place)


def set_held_item(m: Machine, thing: Thing, index: Value, value: Value, place: Place) -> None:
    """Set an item of what holds several, past a ``__setitem__`` of the object's own."""
    if isinstance(thing, Mapping) or (isinstance(thing, Obj) and m.store.get((thing, "{}")) is not None):
        set_entry(m, thing, index, value, place)
    elif isinstance(thing, Listing) or (isinstance(thing, Obj) and m.store.get((thing, "[]")) is not None):
        _set_element(m, thing, index, value, place)
    elif isinstance(thing, Symbol):
        set_entry(m, thing, index, value, place)


def _is_whole(index: Thing | None) -> bool:
    """Whether an index takes all of a tensor: ``:``, ``...``, or several of them."""
    if isinstance(index, Tuple):
        return all(isinstance(e, One) and _is_whole(only(e.value)) for e in index.elements)
    return index == Const(...) or (isinstance(index, Slice) and index.is_whole)


def weak(m: Machine, held: Value, value: Value, place: Place) -> Value:
    """Both the old value and the new one, where it is open which."""
    if not held or held == value:
        return value
    return choose(m, [held, value], ("weak", place), place)


def _set_element(m: Machine, holder: Listing | Obj, index: Value, value: Value, place: Place) -> None:
    elements = m.elements(holder)
    position = only(index)
    number = position.value if isinstance(position, Const) and isinstance(position.value, int) else None
    if isinstance(position, Slice) and isinstance(holder, Listing):
        splice(m, holder, position, iterate(m, m.nowhere, value, place))
        return
    found = positions.parted(elements, number) if number is not None else None
    if found is not None:
        m.store.set((holder, "[]"), (*found[0], One(value), *found[2]))
        return
    m.store.set((holder, "[]"), tuple(_weaken(m, e, value, place) for e in elements) or (Many((value,)),))


def splice(m: Machine, holder: Listing | Obj, index: Slice, value: Elements) -> None:
    """Put elements in the place of a slice; where it is open which one, all may be there, and none need be."""
    elements = m.elements(holder)
    bounds = [only(bound) if bound else Const(None) for bound in (index.lower, index.upper, index.step)]
    lower, upper, step = (b.value if isinstance(b, Const) else "open" for b in bounds)
    is_known = all(b is None or type(b) is int for b in (lower, upper)) and step in (None, 1)
    made = positions.spliced(elements, lower, upper, value) if is_known else positions.maybe_less((*elements, *value))  # type: ignore[arg-type]
    m.store.set((holder, "[]"), made)


def _weaken(m: Machine, element: One | Many, value: Value, place: Place) -> One | Many:
    if isinstance(element, One):
        return One(weak(m, element.value, value, place))
    return Many(tuple(weak(m, v, value, place) for v in element.values), element.optional)


def set_entry(m: Machine, holder: Mapping | Obj | Symbol, index: Value, value: Value, place: Place) -> None:
    """``dict[index] = value``, also where the key is open."""
    entries = m.entries(holder)
    known = {(type(k), k): (k, v) for k, v in entries.known}
    others = entries.others
    for guard, thing in m.live(index):
        name = key_of(m, thing)
        if name is not None:
            key = name.value if isinstance(name, Const) else name
            old = known.get((type(key), key), (None, NOTHING))[1]
            new = value if guard.is_true else m.join([(guard, value), (~guard, old)], place)
            known[type(key), key] = (key, new)
        else:
            others = weak(m, others, value, place)
            for at, (key, old) in known.items():
                known[at] = key, perhaps(m, old, key, m.just(thing), value, place)
    m.store.set((holder, "{}"), Entries(tuple(known.values()), others))
    if isinstance(holder, Mapping) and holder.shown is not None:
        from staticrelu.trace import parts

        parts.set_named(m, m.nowhere, holder.shown, index, value, place)


def perhaps(m: Machine, old: Value, key: object, index: Value, value: Value, place: Place) -> Value:
    """A setting that stands under a key, after a value was put under an open one: that may have been its own.

    Where the value is any item of an open dict, it is the one of this key, if there is one. A layer, a class or a tensor
    is no setting: it is taken to stay, and to have a key of its own.
    """
    if not all(isinstance(thing, Const | Symbol) for _, thing in (*old, *value)):
        return old
    is_key = conditions.compare_values(m, index, "==", m.key(key), _key_test(m, index, key))
    whole = only(value)
    if isinstance(whole, Symbol) and not is_key.is_false:
        return item_of(m, whole, m.key(key), place, old)
    return m.join([(is_key, value), (~is_key, old)], place)


def write(
    m: Machine,
    frame: Frame,
    tensor: Tensor,
    edges: list[Edge],
    place: Place,
    whole: bool = False,
    target: str = "write",
) -> int:
    """Write into a tensor's memory: all who share it see it. Writing a part adds to what it carries; ``whole`` replaces it."""
    replaced = whole and not tensor.part
    before = [] if replaced else [Edge(m.content(tensor), m.space.true), Edge(base_content(m, tensor), m.space.true)]
    node = m.node("operator", target, place, frame, [*before, *edges])
    m.store.set((tensor.memory, MEMORY), node)
    return node


def base_content(m: Machine, tensor: Tensor) -> int:
    """The node of the whole memory that a tensor shares, as it is now."""
    return m.content(Tensor(tensor.memory, tensor.memory))
