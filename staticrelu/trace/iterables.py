"""Functions of ``itertools`` and ``heapq`` that take from something iterable and give it, or what is made of it, again."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from staticrelu import limits
from staticrelu.place import Place
from staticrelu.trace import calls, methods, operators, sequences
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, element_values, known_values
from staticrelu.trace.values import NOTHING, Elements, Listing, Many, One, Slice, Thing, Tuple, Value, constant


def _elements(m: Machine, frame: Frame, args: calls.Args, index: int, place: Place) -> Elements:
    return sequences.iterate(m, frame, args.value(index), place)


def _given(m: Machine, elements: Sequence[One | Many]) -> Value:
    return m.just(Tuple(tuple(elements)))


# --- itertools --------------------------------------------


def islice(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``islice(iterable, stop)``, ``islice(iterable, start, stop, step)``."""
    bounds = args.positional[1:]
    lower, upper, step = (NOTHING, *bounds, NOTHING) if len(bounds) == 1 else (*bounds, NOTHING, NOTHING, NOTHING)[:3]
    return _given(m, sequences.cut(m, _elements(m, frame, args, 0, place), Slice(lower, upper, step)))


def accumulate(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``accumulate(iterable, function, initial=start)``: all that a reduction comes by."""
    function, start = args.get(1, "func"), args.get(-1, "initial")

    def add(total: Value, value: Value) -> Value:
        if function is None:
            return operators.binary(m, frame, "+", total, value, place)
        return calls.call(m, frame, function, calls.Args((total, value)), place)

    found: list[One | Many] = [] if start is None else [One(start)]
    total = start
    for element in _elements(m, frame, args, 0, place):
        for value in element_values((element,)):
            total = value if total is None else add(total, value)
            found.append(One(total) if isinstance(element, One) else Many((total,)))
    return _given(m, found[: limits.MAX_ELEMENTS])


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
    return _given(m, [One(_given(m, _elements(m, frame, args, 0, place)))] * times)


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
    for _, heap in m.live(args.value(0)):
        methods.call(m, frame, heap, "append", calls.Args((args.value(1),)), place, None)
    return m.const(None)


def heappop(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``heappop(heap)``: which one is the least is open, unless there is but one."""

    def pop(heap: Thing) -> Value:
        elements = sequences.iterate(m, frame, m.just(heap), place)
        if len(elements) == 1 or not isinstance(heap, Listing):
            return methods.call(m, frame, heap, "pop", calls.Args(), place, None)
        m.store.set((heap, "[]"), (Many(tuple(element_values(elements)), True),) if elements else ())
        return sequences.any_of(m, elements, place)

    return m.each(args.value(0), place, pop)


def some(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``nlargest(n, iterable)``, ``nsmallest(n, iterable)``: which ones they are is open."""
    return m.new_list(frame, place, (Many(tuple(element_values(_elements(m, frame, args, 1, place))), True),))
