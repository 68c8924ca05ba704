"""Values in words, for a reader: what an object was constructed with, as far as that is known."""

from __future__ import annotations

from staticrelu.trace.calls import Args
from staticrelu.trace.machine import Machine, element_values
from staticrelu.trace.values import (
    Bound,
    Class,
    Const,
    Function,
    Library,
    Listing,
    Obj,
    Symbol,
    Thing,
    Tuple,
    Value,
)

MAX_ARGUMENTS = 100
"""Characters of the arguments of one construction."""

MAX_CHOICES = 3
"""Things that one argument may be and that are all named."""

OPEN = "..."


def arguments(m: Machine, obj: Obj) -> str:
    """The arguments that an object was constructed with."""
    given = m.seen.built.get(obj)
    if not isinstance(given, Args):
        return ""
    said = [_value(m, value, 0) for value in given.positional]
    said += [f"*{OPEN}"] if given.rest else []
    said += [f"{name}={_value(m, value, 0)}" for name, value in given.keywords.items()]
    said += [f"**{OPEN}"] if given.others else []
    text = ", ".join(said)
    return text if len(text) <= MAX_ARGUMENTS else f"{text[: MAX_ARGUMENTS - len(OPEN)]}{OPEN}"


def hidden(m: Machine, obj: Obj) -> str:
    """The kind of activation that a library's layer applies in its own code, and not by its name; empty for none."""
    number = m.modules.get(obj)
    if number is None or not isinstance(obj.cls, Library):
        return ""
    module = m.graph.modules[number]
    kind = module.kind.replace("_", "")
    return "" if kind and kind in obj.cls.name.rpartition(".")[2].lower() and not _has_weights(m, obj) else module.kind


def _has_weights(m: Machine, obj: Obj) -> bool:
    return "learned" in m.catalog.traits(obj.cls.name)


def _value(m: Machine, value: Value, depth: int) -> str:
    said = list(dict.fromkeys(_thing(m, thing, depth) for _, thing in m.live(value)))
    return " or ".join(said) if 0 < len(said) <= MAX_CHOICES else OPEN


def _thing(m: Machine, thing: Thing, depth: int) -> str:
    if isinstance(thing, Const):
        return repr(thing.value)
    if isinstance(thing, Symbol):
        return thing.text
    if isinstance(thing, Class | Library | Obj):
        name = thing.cls.name if isinstance(thing, Obj) else thing.name
        return name.rpartition(".")[2]
    if isinstance(thing, Function):
        return thing.name
    if isinstance(thing, Bound) and isinstance(thing.function, Function):
        return thing.function.name
    if isinstance(thing, Tuple | Listing) and depth < 2:
        elements = thing.elements if isinstance(thing, Tuple) else m.elements(thing)
        inner = ", ".join(_value(m, v, depth + 1) for v in element_values(elements)[:8])
        return f"({inner})" if isinstance(thing, Tuple) else f"[{inner}]"
    return OPEN
