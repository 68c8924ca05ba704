"""Generators that are asked for one element after the other by who calls them.

What is done with an element runs where the generator yields it: so what stands behind the ``yield`` is run only if the next
element is asked for, and finds what has been done meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from staticrelu import tree as t
from staticrelu.guards import Guard
from staticrelu.trace import assign
from staticrelu.trace.frames import End, Frame
from staticrelu.trace.machine import Machine, known_values
from staticrelu.trace.values import ITERATOR, Listing, One, Value


def evaluate(m: Machine, frame: Frame, node: t.Expr, body: Callable[[Value], None]) -> tuple[Value, list[Guard]]:
    """The value of an expression. If it calls a generator, ``body`` runs where that yields: on the ways that are given, too."""
    ways: list[Guard] = []

    def run(value: Value) -> None:
        ways.append(m.path)
        body(value)

    outer, m.within = m.within, (m.place(frame, node.span), run)
    try:
        return m.eval(frame, node), ways
    finally:
        m.within = outer


def begun(m: Machine, frame: Frame, node: t.Expr, count: int) -> Value:
    """The value of an expression of which only so many elements are asked: a generator that it calls runs just as far."""
    place = m.place(frame, node.span)
    base, path, mark = m.store, m.path, len(m.left)
    taken, ends = Listing(ITERATOR, place), list[End]()
    m.store = base.child()
    m.store.set((taken, "[]"), ())

    def take(value: Value) -> None:
        assign.extend(m, taken, (One(value),))
        known = known_values(m.elements(taken)) or ()
        if len(known) >= count and all(m.path.implies(m.space.any(g for g, _ in value)) for value in known):
            m.leave(ends)

    result, ways = evaluate(m, frame, node, take)
    m.rejoin(ends)
    ends += m.here()
    if ways and not ends:
        ends.append(End(path, m.store))  # one that never comes to its end gives as much as is asked for
    m.merge(base, path, ends, place, mark)
    return m.just(taken) if ways else result
