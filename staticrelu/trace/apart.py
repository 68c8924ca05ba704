"""The elements of something open, of which one value stands for all: what is open about two of them are two things."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from staticrelu import limits
from staticrelu.guards import Guard
from staticrelu.trace.machine import Machine, known_values
from staticrelu.trace.values import Const, One, Symbol, Thing, Tuple, Value


def one(m: Machine, value: Value, which: Hashable) -> Value:
    """One of the many that something open stands for: told apart, by ``which`` it is, from the others.

    What carries values is one for all of them; of what is open, two elements are two things.
    """
    if all(isinstance(x, Const) for _, x in value) and not any(_varies(m, guard) for guard, _ in value):
        return value
    if len(value) == 1 or not all(isinstance(x, Const | Symbol) for _, x in value):
        return tuple((guard, _apart(m, thing, which)) for guard, thing in value)
    reason = next((x.reason for _, x in value if isinstance(x, Symbol) and x.reason), "")
    there = m.space.any(guard for guard, _ in value)
    return ((there, Symbol(("apart", which, value), "an element", reason)),)


def _varies(m: Machine, guard: Guard) -> bool:
    """Whether a condition speaks of an element, so that it may hold for one and not for the next."""
    return any(_of_element(m.space.atoms[number].key, limits.MAX_VALUE_DEPTH) for number in m.space.support(guard))


def _of_element(key: Hashable, depth: int) -> bool:
    if isinstance(key, Symbol):
        return _of_element(key.key, depth)
    if not isinstance(key, tuple) or not depth:
        return False
    return key[:1] in (("element",), ("apart",)) or any(_of_element(part, depth - 1) for part in key)


def _apart(m: Machine, thing: Thing, which: Hashable) -> Thing:
    if isinstance(thing, Symbol):
        text = thing.text.replace("an element", "another element", 1) if m.round else thing.text
        return replace(thing, key=("apart", which, thing.key), text=text)
    known = known_values(thing.elements) if isinstance(thing, Tuple) else None
    if known is None or not isinstance(thing, Tuple):
        return thing
    return replace(thing, elements=tuple(One(one(m, value, which)) for value in known))
