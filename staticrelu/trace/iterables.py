"""Functions of ``itertools``, ``functools`` and ``heapq`` that take from something iterable, and give what is made of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from staticrelu import limits
from staticrelu.place import Place
from staticrelu.trace import calls, loops, methods, operators, positions, sequences
from staticrelu.trace.frames import End, Frame
from staticrelu.trace.machine import Machine, element_values, known_values
from staticrelu.trace.values import (
    ITERATOR,
    NOTHING,
    Elements,
    Listing,
    Many,
    One,
    Slice,
    Thing,
    Tuple,
    Value,
    constant,
    only,
)


def _elements(m: Machine, frame: Frame, args: calls.Args, index: int, place: Place) -> Elements:
    return sequences.iterate(m, frame, args.value(index), place)


def _given(m: Machine, elements: Sequence[One | Many]) -> Value:
    return m.just(Tuple(tuple(elements)))


# --- itertools --------------------------------------------


def islice(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``islice(iterable, stop)``, ``islice(iterable, start, stop, step)``; an iterator has what is taken no more."""
    bounds = args.positional[1:]
    lower, upper, step = (NOTHING, *bounds, NOTHING) if len(bounds) == 1 else (*bounds, NOTHING, NOTHING, NOTHING)[:3]
    elements, iterator, stop = _elements(m, frame, args, 0, place), only(args.value(0)), constant(upper)
    if isinstance(iterator, Listing) and iterator.kind == ITERATOR:
        is_known = isinstance(stop, int) and stop >= 0
        left = positions.cut(elements, stop, None, 1) if is_known else positions.maybe_less(elements)  # type: ignore[arg-type]
        m.store.set((iterator, "[]"), left)
    return _given(m, sequences.cut(m, elements, Slice(lower, upper, step)))


def accumulate(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``accumulate(iterable, function, initial=start)``: all that a reduction comes by."""
    function, start = args.get(1, "func"), args.get(-1, "initial")
    found: list[One | Many] = [] if start is None else [One(start)]

    def add(total: Value, value: Value) -> Value:
        if function is None:
            return operators.binary(m, frame, "+", total, value, place)
        return calls.call(m, frame, function, calls.Args((total, value)), place)

    elements = _elements(m, frame, args, 0, place)
    first, rest = (start, elements) if start is not None else _first(elements)
    if first is None:
        return _given(m, found)
    if start is None:
        found.append(One(first))
    _fold(m, frame, first, rest, add, place, found.append)
    return _given(m, found[: limits.MAX_ELEMENTS])


def reduce(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``functools.reduce``: a loop that hands its result on."""

    def combine(total: Value, value: Value) -> Value:
        return calls.call(m, frame, args.value(0), calls.Args((total, value)), place)

    elements, start = _elements(m, frame, args, 1, place), args.get(2)
    first, rest = (start, elements) if start is not None else _first(elements)
    if first is None:
        return m.unknown("nothing", ("reduce", place))
    return _fold(m, frame, first, rest, combine, place, lambda element: None)


def _first(elements: Elements) -> tuple[Value | None, Elements]:
    """What a fold without a start begins with, and what it goes on with: a group may be just the one element."""
    if not elements:
        return None, ()
    return element_values(elements[:1])[0], elements[isinstance(elements[0], One) :]


def _fold(
    m: Machine,
    frame: Frame,
    start: Value,
    elements: Elements,
    combine: Callable[[Value, Value], Value],
    place: Place,
    keep: Callable[[One | Many], None],
) -> Value:
    """Combine a start with one element after the other; ``keep`` is told what each, or each group, has led to."""
    base, path = m.store, m.path
    key = (("fold", place, frame.context), "value")
    rounds = loops.Rounds(m, place, key)
    m.store.set(key, start)

    def step(values: tuple[Value, ...]) -> None:
        for value in values:
            m.store.set(key, combine(m.store.get(key), value))

    for element in elements:
        if isinstance(element, One):
            step((element.value,))
            keep(One(m.store.get(key)))
            continue
        rounds.once(lambda values=element.values: step(values))  # type: ignore[misc]
        rounds.further(lambda values=element.values: step(values))  # type: ignore[misc]
        keep(Many((m.store.get(key),)))
    return m.merge(base, path, [End(m.path, m.store, m.store.get(key))], place)


def starmap(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``starmap(function, rows)``."""

    def one(row: Value) -> Value:
        cells = known_values(sequences.iterate(m, frame, row, place))
        return calls.call(m, frame, args.value(0), calls.Args(tuple(cells or (row,))), place)

    return _given(m, [_each(element, one) for element in _elements(m, frame, args, 1, place)])


def _each(element: One | Many, action: Callable[[Value], Value]) -> One | Many:
    values = tuple(action(value) for value in element_values((element,)))
    return One(values[0]) if isinstance(element, One) else Many(values, element.optional)


def tee(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``tee(iterable, n)``: the same several times, two times where the number is not known."""
    number = constant(args.value(1, "n"), 2)
    times = number if isinstance(number, int) and 0 <= number <= limits.MAX_ELEMENTS else 2
    elements = _elements(m, frame, args, 0, place)
    return _given(m, [One(m.new_list(frame, place, elements, ITERATOR)) for _ in range(times)])


def pairwise(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``pairwise(iterable)``: each element with the next one."""
    elements = _elements(m, frame, args, 0, place)
    values = known_values(elements)
    if values is None:
        any_one = sequences.any_of(m, elements, place)
        return _given(m, [Many((_given(m, [One(any_one), One(any_one)]),), True)])
    rows = itertools.pairwise(values)
    return _given(m, [One(_given(m, [One(a), One(b)])) for a, b in rows])


# --- heapq --------------------------------------------


def heappush(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``heappush(heap, item)``."""
    item = calls.Args((args.value(1),))
    return m.each(_heap(m, args, place), place, lambda heap: methods.call(m, frame, heap, "append", item, place, None))


def heappop(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``heappop(heap)``: which one is the least is open, unless there is but one."""

    def pop(heap: Thing) -> Value:
        elements = sequences.iterate(m, frame, m.just(heap), place)
        if len(elements) == 1 or not isinstance(heap, Listing):
            return methods.call(m, frame, heap, "pop", calls.Args(), place, None)
        m.store.set((heap, "[]"), (Many(tuple(element_values(elements)), True),) if elements else ())
        return sequences.any_of(m, elements, place)

    return m.each(_heap(m, args, place), place, pop)


def _heap(m: Machine, args: calls.Args, place: Place) -> Value:
    return calls.argument(m, args, 0, "", place) or m.unknown("a heap", ("heap", place))


def some(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``nlargest(n, iterable)``, ``nsmallest(n, iterable)``: which ones they are is open."""
    return m.new_list(frame, place, (Many(tuple(element_values(_elements(m, frame, args, 1, place))), True),))
