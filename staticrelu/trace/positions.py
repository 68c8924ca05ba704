"""What stands where among elements of which some are groups of open length: a group is there in its order, round after round.

Positions are counted from the first element, or from -1 on from the last one.
"""

from __future__ import annotations

from staticrelu.trace.machine import element_values
from staticrelu.trace.values import Elements, Many, One, Value


def turned(elements: Elements) -> Elements:
    """The same backwards."""
    return tuple(e if isinstance(e, One) else Many(e.values[::-1], e.optional) for e in elements[::-1])


def opened(elements: Elements, count: int) -> Elements:
    """The same with so many first elements told apart, as far as that can be: a group as its first round and the others."""
    found: list[One | Many] = []
    rest = list(elements)
    while rest and len(found) < count:
        first = rest.pop(0)
        if isinstance(first, One):
            found.append(first)
        elif first.optional:
            return (*found, first, *rest)
        else:
            found += (One(value) for value in first.values)
            rest.insert(0, Many(first.values, True))
    return (*found, *rest)


def parted(elements: Elements, position: int) -> tuple[Elements, One, Elements] | None:
    """What stands before a position, at it and behind it; None if that is open."""
    steps = position if position >= 0 else -position - 1
    order = opened(elements if position >= 0 else turned(elements), steps + 1)
    wanted = order[steps] if steps < len(order) else None
    if not isinstance(wanted, One) or not all(isinstance(e, One) for e in order[:steps]):
        return None
    before, after = order[:steps], order[steps + 1 :]
    return (before, wanted, after) if position >= 0 else (turned(after), wanted, turned(before))


def without(elements: Elements, position: int) -> Elements:
    """All but what stands at a position; where that is open, any group may be one element shorter."""
    found = parted(elements, position)
    return (*found[0], *found[2]) if found is not None else maybe_less(elements)


def maybe_less(elements: Elements) -> Elements:
    """Elements of which one was taken away, nobody knows which."""
    return tuple(Many(tuple(element_values((e,))), True) for e in elements)


def inserted(elements: Elements, position: int, value: Value) -> Elements:
    """With a value put in before a position; where that is open, at the end."""
    found = parted(elements, position)
    if found is None:
        is_in_front = position == 0 or (position < 0 and all(isinstance(e, One) for e in elements))
        return (One(value), *elements) if is_in_front else (*elements, One(value))
    return (*found[0], One(value), found[1], *found[2])


def cut(elements: Elements, lower: int | None, upper: int | None, step: int) -> Elements:
    """A slice; where the length is open, all that may be in it."""
    if all(isinstance(e, One) for e in elements):
        return elements[lower:upper:step]
    if step < 0 and (lower is not None or upper is not None):
        return tuple(Many((value,), True) for value in element_values(elements))
    order = elements if not lower else _cut_off(elements, lower) if lower > 0 else _last(elements, -lower)
    if upper is not None:
        order = _first(order, upper - max(lower or 0, 0)) if upper >= 0 else turned(_cut_off(turned(order), -upper))
    return _each_nth(turned(order) if step < 0 else order, abs(step))


def _first(elements: Elements, number: int) -> Elements:
    """So many first elements; of groups whose length is open, all that may be among them."""
    order = opened(elements, number)
    known = next((n for n, e in enumerate(order) if isinstance(e, Many)), len(order))
    return order[: max(number, 0)] if known >= number else order


def _last(elements: Elements, number: int) -> Elements:
    return turned(_first(turned(elements), number))


def _cut_off(elements: Elements, number: int) -> Elements:
    """All but so many first elements."""
    order = opened(elements, number)
    known = next((n for n, e in enumerate(order) if isinstance(e, Many)), len(order))
    return order[min(known, number) :]


def _each_nth(elements: Elements, step: int) -> Elements:
    """Each n-th element. A group gives the same ones of it in each round if its length says so; else all behind it may be."""
    found: list[One | Many] = []
    position, is_known = 0, True
    for element in elements:
        values = element_values((element,))
        is_known = is_known and (isinstance(element, One) or len(values) % step == 0)
        kept = tuple(value for n, value in enumerate(values, position) if not is_known or n % step == 0)
        if kept and isinstance(element, One) and is_known:
            found.append(One(kept[0]))
        elif kept:
            found.append(Many(kept, not is_known or (isinstance(element, Many) and element.optional)))
        position += len(values)
    return tuple(found)
