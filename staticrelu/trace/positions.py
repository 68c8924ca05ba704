"""What stands where among elements of which some are groups of open length: a group is there in its order, round after round.

Positions are counted from the first element, or from -1 on from the last one.
"""

from __future__ import annotations

from collections.abc import Callable

from staticrelu.trace.machine import element_values
from staticrelu.trace.values import Elements, Many, One, Value


def each(elements: Elements, action: Callable[[Value], Value]) -> Elements:
    """The same with something made of each value."""
    return tuple(
        One(action(e.value)) if isinstance(e, One) else Many(tuple(map(action, e.values)), e.optional) for e in elements
    )


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


def counted(elements: Elements, position: int) -> tuple[Elements, int]:
    """The elements in the direction in which a position is counted, and how many stand before it."""
    return (elements, position) if position >= 0 else (turned(elements), -position - 1)


def parted(elements: Elements, position: int) -> tuple[Elements, One, Elements] | None:
    """What stands before a position, at it and behind it; None if that is open."""
    order, steps = counted(elements, position)
    order = opened(order, steps + 1)
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


def spliced(elements: Elements, lower: int | None, upper: int | None, value: Elements) -> Elements:
    """``elements[lower:upper] = value``: put in between if each stands apart; else all may be there, and none need be."""
    if not lower and upper is None:
        return value
    if not all(isinstance(e, One) for e in elements):
        return maybe_less((*elements, *value))
    listed = list(elements)
    listed[lower:upper] = value
    return tuple(listed)


def cut(elements: Elements, lower: int | None, upper: int | None, step: int) -> Elements:
    """``elements[lower:upper:step]``: where both bounds are counted from one end, just that; else all that may be left."""
    if all(isinstance(e, One) for e in elements):
        return elements[lower:upper:step]
    begin, end = (lower, upper) if step > 0 else (upper, lower)
    known: Elements | None = None
    if end is not None and end >= 0 and (begin is None or begin >= 0):
        known = _first(elements, end if step > 0 else end + 1)
    elif begin is not None and begin < 0 and (end is None or end < 0):
        known = turned(_first(turned(elements), -begin) or ())
    if known:
        return known[lower:upper:step]
    if lower is not None and (lower >= 0) != (step > 0):
        step = 1 if step > 0 else -1  # where it begins is open, and so which ones are left out
    off = 0 if step > 0 else 1  # backwards, the bound at the front is itself left out, and the one at the end is in
    order, at_front, at_end = elements, max(-off if begin is None else begin, -off) + off, max(-(end or 0) - off, 0)
    if step < 0:
        order, at_front, at_end = turned(elements), at_end, at_front
    left = turned(_cut_off(turned(_cut_off(order, at_front)), at_end))
    return _each_nth(left, abs(step), is_known=_first(order, at_front) is not None)


def _first(elements: Elements, number: int) -> Elements | None:
    """So many first elements; None if it is open which ones they are."""
    order = opened(elements, number)[:number]
    return order if all(isinstance(e, One) for e in order) else None


def _cut_off(elements: Elements, number: int) -> Elements:
    """All but so many first elements."""
    order = opened(elements, number)
    known = next((n for n, e in enumerate(order) if isinstance(e, Many)), len(order))
    return order[min(known, number) :]


def _each_nth(elements: Elements, step: int, is_known: bool) -> Elements:
    """Each n-th element, if it is known where to begin: else, and behind a group of no fitting length, any may be one."""
    found: list[One | Many] = []
    position, is_known = 0, is_known or step == 1
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
