"""Binding: names, attributes, items, and the unpacking of what has several parts."""

from __future__ import annotations

from staticrelu import tree as t
from staticrelu.place import Place
from staticrelu.trace import objects, positions, sequences
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, bounded
from staticrelu.trace.values import Listing, Many, One, Symbol, Tensor, Thing, Value, named


def assign(m: Machine, frame: Frame, target: t.Expr, value: Value) -> None:
    """Bind a target to a value."""
    place = m.place(frame, target.span)
    if isinstance(target, t.Name):
        bind(m, frame, target.id, named(target.id, value))
    elif isinstance(target, t.Attribute):
        objects.set_attribute(m, frame, m.eval(frame, target.value), target.name, value, place)
    elif isinstance(target, t.Subscript):
        holder, index = m.eval(frame, target.value), m.eval(frame, target.index)
        sequences.set_item(m, frame, holder, index, value, place)
    elif isinstance(target, t.Display):
        _unpack(m, frame, target.items, value, place)
    elif isinstance(target, t.Starred):
        assign(m, frame, target.value, value)


def bind(m: Machine, frame: Frame, name: str, value: Value) -> None:
    """Bind a name in the scope that it belongs to."""
    scope: Frame | None = frame
    while scope is not None:
        if name in scope.names:
            m.store.set((scope, name), value)
            return
        scope = scope.env
    m.store.set((m.module_frame(frame.module), name), value)


def _unpack(m: Machine, frame: Frame, targets: tuple[t.Expr, ...], value: Value, place: Place) -> None:
    cases = m.live(value)
    columns = [_parts(m, frame, thing, targets, place) for _, thing in cases]
    for index, target in enumerate(targets):
        parts = [(guard, column[index]) for (guard, _), column in zip(cases, columns, strict=True)]
        assign(m, frame, target, parts[0][1] if len(parts) == 1 else m.join(parts, place))


def _parts(m: Machine, frame: Frame, thing: Thing, targets: tuple[t.Expr, ...], place: Place) -> list[Value]:
    """What each target gets of one thing; a starred target gets a list."""
    star = next((i for i, target in enumerate(targets) if isinstance(target, t.Starred)), None)
    if isinstance(thing, Tensor):
        pieces = [sequences.take(m, frame, thing, place) for _ in targets]
        return (
            pieces if star is None else [_as_list(m, frame, p, place) if i == star else p for i, p in enumerate(pieces)]
        )
    elements = sequences.iterate(m, frame, m.just(thing), place)

    def part(index: int) -> Value:
        if isinstance(thing, Symbol):
            return sequences.item_of(m, thing, m.const(index), place)
        return sequences.element_at(m, elements, index, place)

    if star is None:
        return [part(i) for i in range(len(targets))]
    after = len(targets) - star - 1
    head = [part(i) for i in range(star)]
    tail = [part(-after + i) for i in range(after)]
    return [*head, m.new_list(frame, place, positions.cut(elements, star, -after or None, 1)), *tail]


def _as_list(m: Machine, frame: Frame, value: Value, place: Place) -> Value:
    return m.new_list(frame, place, (Many((value,), True),))


def extend(m: Machine, listing: Listing, elements: tuple[One | Many, ...]) -> None:
    """Add elements at the end of a list."""
    m.store.set((listing, "[]"), bounded((*m.elements(listing), *elements)))
