"""The elements of something open, of which one value stands for all: what is open about two of them are two things."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from staticrelu import limits
from staticrelu.graph import Edge
from staticrelu.guards import Atom, Guard
from staticrelu.trace.machine import LATER, Machine, known_values
from staticrelu.trace.values import Const, One, Symbol, Tensor, Thing, Tuple, Value


def one(m: Machine, value: Value, which: Hashable) -> Value:
    """One of the many that something open stands for: told apart, by ``which`` it is, from the others.

    What carries values is one for all of them; of what is open, two elements are two things.
    """
    if all(isinstance(x, Const) for _, x in value) and not any(_varies(m, guard) for guard, _ in value):
        return value
    if len(value) == 1 or not all(isinstance(x, Const | Symbol) for _, x in value):
        return tuple((_asked_anew(m, guard, which), _apart(m, thing, which)) for guard, thing in value)
    reason = next((x.reason for _, x in value if isinstance(x, Symbol) and x.reason), "")
    there = m.space.any(guard for guard, _ in value)
    return ((there, Symbol(("apart", which, value), "an element", reason)),)


def _varies(m: Machine, guard: Guard) -> bool:
    """Whether a condition speaks of an element, so that it may hold for one and not for the next."""
    return any(_of_element(m.space.atoms[number].key, limits.MAX_VALUE_DEPTH) for number in m.space.support(guard))


def _asked_anew(m: Machine, guard: Guard, which: Hashable) -> Guard:
    """A condition with the tests that speak of an element made on another one."""
    own = [n for n in sorted(m.space.support(guard)) if _of_element(m.space.atoms[n].key, limits.MAX_VALUE_DEPTH)]
    return m.space.replaced(guard, {number: _test_anew(m, m.space.atoms[number], which) for number in own})


def _test_anew(m: Machine, atom: Atom, which: Hashable) -> Guard:
    first, *rest = atom.key if isinstance(atom.key, tuple) else (atom.key,)
    is_first = _of_element(first, limits.MAX_VALUE_DEPTH)
    key = (("apart", which, first), *rest) if is_first else ("apart", which, atom.key)
    subject = key[0] if atom.subject is not None else None
    note = LATER * bool(m.round)
    test = replace(atom, key=key, text=atom.text + note, negated=atom.negated + note, subject=subject)
    if subject is not None:
        m.space.equals(subject, rest[-1], test)
    return m.space.atom(test)


def _of_element(key: Hashable, depth: int) -> bool:
    if isinstance(key, Symbol):
        return _of_element(key.key, depth)
    if not isinstance(key, tuple) or not depth:
        return False
    return key[:1] in (("element",), ("apart",)) or any(_of_element(part, depth - 1) for part in key)


def _apart(m: Machine, thing: Thing, which: Hashable) -> Thing:
    if isinstance(thing, Symbol):
        return _other(m, thing, which)
    if isinstance(thing, Tensor) and m.round:
        return _another(m, thing, which)
    known = known_values(thing.elements) if isinstance(thing, Tuple) else None
    if known is None or not isinstance(thing, Tuple):
        return thing
    return replace(thing, elements=tuple(One(one(m, value, which)) for value in known))


def _other(m: Machine, symbol: Symbol, which: Hashable) -> Symbol:
    text = symbol.text.replace("an element", "another element", 1) if m.round else symbol.text
    return replace(symbol, key=("apart", which, symbol.key), text=text, is_later=bool(m.round) and text == symbol.text)


def _another(m: Machine, tensor: Tensor, which: Hashable) -> Tensor:
    """A later element of what a tensor stands for: it carries the same, and what is asked of it is asked anew."""
    source = m.content(tensor)
    edges, traits = [Edge(source, m.space.true)], m.catalog.traits("operator.getitem")
    node = m.node("operator", "getitem", m.graph.nodes[source].place, edges=edges, traits=traits)
    given = m.inputs.get(source)
    if given is not None:
        m.inputs[node] = _other(m, given, which)
    return replace(tensor, node=node)
