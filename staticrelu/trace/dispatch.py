"""Functions that are chosen by the type of an argument: ``functools.singledispatch`` and ``singledispatchmethod``."""

from __future__ import annotations

from collections.abc import Callable

from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.trace import builtins, calls
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, element_values
from staticrelu.trace.values import NOTHING, Class, Function, Library, Native, One, Tuple, Value, only


def by_type(of: int) -> Callable[[Machine, Frame, calls.Args, Place], Value]:
    """What makes a function of its default one; ``of`` is the position of the argument whose type decides."""

    def make(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        default = args.value(0)

        def call(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
            return _dispatch(m, frame, thing, default, of, given, place)

        def register(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
            return _register(m, frame, thing, of, given)

        thing = Native(call)
        m.store.set((thing, "[]"), ())
        m.store.set((thing, "register"), m.just(Native(register)))
        return m.just(thing)

    return make


def _register(m: Machine, frame: Frame, thing: Native, of: int, given: calls.Args) -> Value:
    """``register(type, function)``, ``@register(type)``, or ``@register`` of a function whose annotation says the type."""
    first, function = given.value(0), given.get(1, "func")
    target = only(first)
    if function is None and isinstance(target, Function):
        params = target.definition.params[of:]
        annotation = params[0].annotation if params else None
        first, function = (m.eval(frame, annotation) if annotation is not None else NOTHING), first
    if function is None:
        return m.just(Native(lambda m, f, a, p: _add(m, thing, first, a.value(0))))
    return _add(m, thing, first, function)


def _add(m: Machine, thing: Native, cls: Value, function: Value) -> Value:
    pair = One(m.just(Tuple((One(cls), One(function)))))
    m.store.set((thing, "[]"), (*(m.store.get((thing, "[]")) or ()), pair))
    return function


def _dispatch(
    m: Machine, frame: Frame, thing: Native, default: Value, of: int, given: calls.Args, place: Place
) -> Value:
    """Call what is registered for the type of the argument: a class before its bases, and of one class the last one."""
    value = calls.argument(m, given, of, "", place) or NOTHING
    arms: list[tuple[Guard, Callable[[], Value]]] = []
    left = m.space.true
    for there, cls, function in sorted(_registered(m, thing), key=lambda known: -_depth(m, known[1])):
        fits = left & there & builtins.isinstance_guard(m, frame, value, cls, given.text(of))
        arms.append((fits, lambda function=function: calls.call(m, frame, function, given, place)))  # type: ignore[misc]
        left = left & ~fits
    arms.append((left, lambda: calls.call(m, frame, default, given, place)))
    return m.branches(arms, place)


def _registered(m: Machine, thing: Native) -> list[tuple[Guard, Value, Value]]:
    """When what is registered, the last one first."""
    found = []
    for pair in element_values(m.store.get((thing, "[]")) or ()):
        for there, both in m.live(pair):
            if isinstance(both, Tuple):
                cls, function = element_values(both.elements)
                found.append((there, cls, function))
    return found[::-1]


def _depth(m: Machine, cls: Value) -> int:
    thing = only(cls)
    return len(m.bases(thing)) if isinstance(thing, Class | Library) else 0
