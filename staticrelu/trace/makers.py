"""What makes a callable of something else: ``functools.partial``, ``types.MethodType`` and the makers of ``operator``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from staticrelu.place import Place
from staticrelu.trace import calls, objects, sequences
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import NOTHING, Native, One, Partial, Tuple, Value, constant


def partial(method: bool) -> Callable[[Machine, Frame, calls.Args, Place], Value]:
    """``functools.partial``, and ``partialmethod``, which is bound to the object that it is asked of."""

    def handler(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        function, *rest = args.positional or (NOTHING,)
        return m.just(Partial(function, tuple(rest), tuple(args.keywords.items()), method))

    return handler


def method_type(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``types.MethodType(function, receiver)``."""
    return m.each(args.value(1), place, lambda receiver: objects.bind(m, args.value(0), receiver))


def item_getter(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``operator.itemgetter(key, ...)``: a callable that takes items of what it is given."""
    if args.rest:
        return m.unknown("itemgetter(...)", ("itemgetter", place), "operator.itemgetter(*...)")

    def take(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
        holder = given.value(0)
        return _one_or_all(m, [sequences.get_item(m, frame, holder, key, place) for key in args.positional])

    return m.just(Native(take))


def attribute_getter(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``operator.attrgetter("name.inner", ...)``: a callable that takes attributes of what it is given."""
    ways = [constant(value) for value in args.positional]
    if args.rest or not all(isinstance(way, str) for way in ways):
        return m.unknown("attrgetter(...)", ("attrgetter", place), "operator.attrgetter(...)")

    def take(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
        found = []
        for way in ways:
            value = given.value(0)
            for name in str(way).split("."):
                value = objects.get_attribute(m, frame, value, name, place)
            found.append(value)
        return _one_or_all(m, found)

    return m.just(Native(take))


def method_caller(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``operator.methodcaller("name", ...)``: a callable that calls a method of what it is given."""
    name = constant(args.value(0))
    if not isinstance(name, str):
        return m.unknown("methodcaller(...)", ("methodcaller", place), "operator.methodcaller(...)")
    rest = replace(args, positional=args.positional[1:], written=())

    def take(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
        method = objects.get_attribute(m, frame, given.value(0), name, place)
        return calls.call(m, frame, method, rest, place)

    return m.just(Native(take))


def _one_or_all(m: Machine, values: Sequence[Value]) -> Value:
    return values[0] if len(values) == 1 else m.just(Tuple(tuple(One(v) for v in values)))
