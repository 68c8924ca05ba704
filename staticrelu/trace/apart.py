"""The elements of something open, of which one value stands for all: what is open about two of them are two things."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import replace
from typing import TypeAlias

from staticrelu import limits
from staticrelu.graph import Edge
from staticrelu.guards import Atom, Guard
from staticrelu.trace.machine import LATER, Machine, known_values
from staticrelu.trace.values import Const, One, Symbol, Tensor, Thing, Tuple, Value


def one(m: Machine, value: Value, which: Hashable, in_step: bool = False) -> Value:
    """One of the many that something open stands for: told apart, by ``which`` it is, from the others.

    What carries values is one for all of them; of what is open, two elements are two things. What stands beside each other,
    ``in_step``, is there under the same conditions.
    """
    kinds = {type(x) for _, x in value}
    if kinds == {Const} and not any(_varies(m, guard) for guard, _ in value):
        return value
    if len(value) == 1 or not kinds <= {Const, Symbol} or kinds == {Const} or (in_step and Const in kinds):
        others = [(guard, thing, _apart(m, thing, which, in_step)) for guard, thing in value]
        if in_step:
            return tuple((guard, new) for guard, _, new in others)
        return tuple((_asked_anew(m, guard, which, _renamed(m, old, new)), new) for guard, old, new in others)
    reason = next((x.reason for _, x in value if isinstance(x, Symbol) and x.reason), "")
    there = m.space.any(guard for guard, _ in value)
    return ((there, Symbol(("apart", which, value), "an element", reason)),)


def source(thing: Thing | None) -> Thing | None:
    """What an open thing is an element of; None if it is none."""
    key = thing.key if isinstance(thing, Symbol) else None
    for _ in range(limits.MAX_VALUE_DEPTH):
        if not isinstance(key, tuple) or key[0] != "apart":
            break
        key = key[2]
    return key[1] if isinstance(key, tuple) and key[0] == "element" else None


def _varies(m: Machine, guard: Guard) -> bool:
    """Whether a condition speaks of an element, so that it may hold for one and not for the next."""
    return any(_of_element(m.space.atoms[number].key, limits.MAX_VALUE_DEPTH) for number in m.space.support(guard))


Names: TypeAlias = Mapping[Hashable, Hashable]
"""What tests know an element by, and what they know the other one by."""


def _renamed(m: Machine, old: Thing, new: Thing) -> Names:
    """The names of a tensor that a later element has another node for."""
    if old is new or not (isinstance(old, Tensor) and isinstance(new, Tensor)):
        return {}
    before, after = m.content(old), new.node
    names: dict[Hashable, Hashable] = {("tensor", before): ("tensor", after)}
    if before in m.inputs:
        names[m.inputs[before].key] = m.inputs[after].key
    return names


def _asked_anew(m: Machine, guard: Guard, which: Hashable, names: Names) -> Guard:
    """A condition with the tests that speak of an element made on another one."""
    tests = {n: _test_anew(m, m.space.atoms[n], which, names) for n in sorted(m.space.support(guard))}
    return m.space.replaced(guard, {number: test for number, test in tests.items() if test is not None})


def _test_anew(m: Machine, atom: Atom, which: Hashable, names: Names) -> Guard | None:
    """A test made on another element; None for one that speaks of none."""
    key = _swapped(atom.key, names, limits.MAX_VALUE_DEPTH)
    if key == atom.key and _of_element(key, limits.MAX_VALUE_DEPTH):
        first, *rest = key if isinstance(key, tuple) else (key,)
        is_first = _of_element(first, limits.MAX_VALUE_DEPTH)
        key = (("apart", which, first), *rest) if is_first else ("apart", which, key)
    if key == atom.key:
        return None
    subject = key[0] if atom.subject is not None and isinstance(key, tuple) else None
    note = LATER * (m.round.is_later and not atom.text.endswith(LATER))
    test = replace(atom, key=key, text=atom.text + note, negated=atom.negated + note, subject=subject)
    if subject is not None and isinstance(key, tuple):
        m.space.equals(subject, key[-1], test)
    return m.space.atom(test)


def is_test(key: Hashable, operators: Collection[str]) -> bool:
    """Whether the key of a test is that of a comparison by one of some operators, of whichever element."""
    while isinstance(key, tuple) and key[0] == "apart":
        key = key[-1]
    return isinstance(key, tuple) and key[0] in operators


def _swapped(key: Hashable, names: Names, depth: int) -> Hashable:
    """The key of a test with other names in it."""
    if not names or not depth:
        return key
    if key in names:
        return names[key]
    if isinstance(key, tuple):
        if key[:2] in names:  # a test on a tensor, with more about it
            return (*names[key[:2]], *key[2:])  # type: ignore[misc]
        return tuple(_swapped(part, names, depth - 1) for part in key)
    return key


def _of_element(key: Hashable, depth: int) -> bool:
    if isinstance(key, Symbol):
        return _of_element(key.key, depth)
    if not isinstance(key, tuple) or not depth:
        return False
    return key[:1] in (("element",), ("apart",)) or any(_of_element(part, depth - 1) for part in key)


def _apart(m: Machine, thing: Thing, which: Hashable, in_step: bool = False) -> Thing:
    if isinstance(thing, Symbol):
        return _other(m, thing, which)
    if isinstance(thing, Tensor) and m.round.is_later:
        return _another(m, thing, which)
    known = known_values(thing.elements) if isinstance(thing, Tuple) else None
    if known is None or not isinstance(thing, Tuple):
        return thing
    return replace(thing, elements=tuple(One(one(m, value, which, in_step)) for value in known))


def _other(m: Machine, symbol: Symbol, which: Hashable) -> Symbol:
    text = symbol.text.replace("an element", "another element", 1) if m.round.is_later else symbol.text
    return replace(
        symbol, key=("apart", which, symbol.key), text=text, is_later=m.round.is_later and text == symbol.text
    )


def _another(m: Machine, tensor: Tensor, which: Hashable) -> Tensor:
    """A later element of what a tensor stands for: it carries the same, and what is asked of it is asked anew."""
    source = m.content(tensor)
    edges, traits = [Edge(source, m.space.true)], m.catalog.traits("operator.getitem")
    node = m.node("operator", "getitem", m.graph.nodes[source].place, edges=edges, traits=traits)
    given = m.inputs.get(source)
    if given is not None:
        m.inputs[node] = _other(m, given, which)
    return replace(tensor, node=node)
