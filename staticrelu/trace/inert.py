"""Calls that cannot touch any flow, and what becomes of them.

Most of a real program is no model: it reads data, writes logs, counts words. A call is *inert* if nothing flows into
it (no tensor, no layer, nor anything that holds one) and what it calls does not name a layer or an activation, itself or
through what it names. It may still matter, as configuration does; so it is run, but on a small budget. Where that is
spent, the call's result is open, and so is everything plain that it could have changed.
"""

from __future__ import annotations

from collections.abc import Callable

from staticrelu import limits
from staticrelu.place import Place
from staticrelu.trace import calls, memo
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import InertSpentError, Machine, element_values
from staticrelu.trace.values import (
    Bound,
    Class,
    Const,
    Entries,
    Function,
    Library,
    Listing,
    Many,
    Mapping,
    Obj,
    Partial,
    Super,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
)


def is_inert(m: Machine, function: Function, args: calls.Args) -> bool:
    """Whether a call of a scanned function cannot touch any flow."""
    if m.active_names.names(
        function.module, function.owner.definition if function.owner is not None else function.definition
    ):
        return False
    seen: set[int] = set()
    return not any(carries(m, value, seen) for value in args.values())


def run(m: Machine, frame: Frame, function: Function, args: calls.Args, place: Place) -> Value:
    """Run an inert call on its budget, unless it is known what it does; give something open if the budget is spent."""
    result = on_budget(m, lambda: memo.run(m, frame, function, args, place))
    if result is not None:
        return result
    seen: set[int] = set()
    for value in args.values():
        _forget(m, value, seen)
    return m.just(Symbol(("inert", m.serial()), f"{function.name}(...)"))


def on_budget(m: Machine, action: Callable[[], Value]) -> Value | None:
    """What an action gives, on the budget of an inert call; None, and nothing has happened, if that is spent."""
    outer, m.inert_left = m.inert_left, limits.MAX_INERT_WORK
    if outer is None:
        m.inert_total = limits.MAX_INERT_TOTAL
    try:
        return m.unless(InertSpentError, action)
    finally:
        m.inert_left = outer


def carries(m: Machine, value: Value, seen: set[int]) -> bool:
    """Whether a value is, or holds at any depth, a tensor, a layer or something that makes layers."""
    return any(_carries(m, thing, seen) for _, thing in value)


def _carries(m: Machine, thing: Thing, seen: set[int]) -> bool:
    if isinstance(thing, Const | Symbol):
        return False
    if isinstance(thing, Tensor | Partial | Super):
        return True
    if isinstance(thing, Library):
        entry = m.catalog.entry(thing.name)
        return m.is_layer_name(thing.name) or (entry is not None and entry.activation is not None)
    if isinstance(thing, Function):
        return m.active_names.names(thing.module, thing.definition)
    if isinstance(thing, Class):
        return m.active_names.names(thing.module, thing.definition)
    if id(thing) in seen:
        return False
    seen.add(id(thing))
    if isinstance(thing, Bound):
        return _carries(m, thing.receiver, seen)
    if isinstance(thing, Obj):
        return m.is_module(thing.cls) or any(carries(m, v, seen) for v in m.attributes(thing)) or _holds(m, thing, seen)
    return _holds(m, thing, seen)


def _holds(m: Machine, thing: Thing, seen: set[int]) -> bool:
    if isinstance(thing, Tuple):
        return any(carries(m, v, seen) for v in element_values(thing.elements))
    if isinstance(thing, Listing | Obj) and any(carries(m, v, seen) for v in element_values(m.elements(thing))):
        return True
    if isinstance(thing, Mapping | Obj):
        entries = m.entries(thing)
        return any(carries(m, v, seen) for v in (*(v for _, v in entries.known), entries.others))
    return False


def _forget(m: Machine, value: Value, seen: set[int]) -> None:
    """What a call may have changed is open from now on."""
    for _, thing in value:
        if id(thing) in seen or not isinstance(thing, Obj | Listing | Mapping | Tuple):
            continue
        seen.add(id(thing))
        if isinstance(thing, Tuple):
            for inner in element_values(thing.elements):
                _forget(m, inner, seen)
            continue
        for inner in (
            *element_values(m.elements(thing)),
            *(v for _, v in m.entries(thing).known),
            m.entries(thing).others,
        ):
            _forget(m, inner, seen)
        unknown = m.just(Symbol(("changed", m.serial()), "what a call has changed"))
        if m.store.get((thing, "[]")) is not None:
            m.store.set((thing, "[]"), (Many((unknown,)),))
        if m.store.get((thing, "{}")) is not None:
            m.store.set((thing, "{}"), Entries((), unknown))
        for name in m.names(thing) if isinstance(thing, Obj) else ():
            held: Value = m.store.get((thing, name)) or ()
            _forget(m, held, seen)
            if held and all(isinstance(x, Const | Symbol) for _, x in held):
                text = f"self.{name}"
                m.store.set((thing, name), m.just(Symbol(("changed", m.serial()), text)))
