"""What ``eval(text)`` gives where the text is a name (``eval("nn." + kind)``, ``eval(act)``), with a call of it or without.

Nothing is evaluated: the name is looked up as one in the program is. Any other text leads out of what is scanned.
"""

from __future__ import annotations

import re

from staticrelu.catalog import Entry
from staticrelu.place import Place
from staticrelu.trace import calls, library, names, objects, parts
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import NOTHING, Const, Symbol, Thing, Value

EVAL = "builtins.eval"
_NAME = re.compile(r"(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)(?P<is_called>\(\))?")
_HOLDER = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*(?=\.\Z)")


def evaluate(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``eval(text)``."""

    def run(thing: Thing) -> Value:
        found = _named(m, frame, thing, place)
        if found:
            return found
        return library.apply(m, frame, m.catalog.entry(EVAL) or Entry(name=EVAL), args, place)

    text = calls.argument(m, args, 0, "", place) or m.unknown("a text", ("evaluated", place))
    return m.each(text, place, run)


def _named(m: Machine, frame: Frame, thing: Thing, place: Place) -> Value:
    """What a text names; nothing for a text that is no name, or that nobody knows."""
    if isinstance(thing, Const) and isinstance(thing.value, str):
        match = _NAME.fullmatch(thing.value.strip())
        if match is None:
            return NOTHING
        value = _looked_up(m, frame, match["name"], place)
        return calls.call(m, frame, value, calls.Args(), place) if match["is_called"] else value
    start, name, is_called = _parted(thing)
    holder = _HOLDER.match(start)
    if holder is None or name is None:
        return NOTHING
    found = _looked_up(m, frame, holder[0], place)
    value = m.each(found, place, lambda held: parts.get_named(m, frame, held, m.just(name), place))
    return calls.call(m, frame, value, calls.Args(), place) if is_called else value


def _parted(thing: Thing) -> tuple[str, Symbol | None, bool]:
    """What a text begins with, the open name that follows, and whether that is called; no name where there is more."""
    if isinstance(thing, Symbol) and isinstance(thing.key, tuple) and thing.key[0] == "text":
        start, *rest = thing.key[1:]
        is_called = rest[1:] == [Const("()")]
        if isinstance(start, Const) and rest and isinstance(rest[0], Symbol) and (is_called or not rest[1:]):
            return str(start.value), rest[0], is_called
    return "", None, False


def _looked_up(m: Machine, frame: Frame, dotted: str, place: Place) -> Value:
    first, *rest = dotted.split(".")
    value = names.read(m, frame, first, place)
    for name in rest:
        value = objects.get_attribute(m, frame, value, name, place)
    return value
