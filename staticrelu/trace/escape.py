"""What code that is not scanned gets hold of: it may call a layer that nothing scanned calls.

``hand_on`` notes values where they are handed out. When all has run, ``close`` follows them to everything that can be
reached from them, and marks the recurrent layers and activation modules among it.
"""

from __future__ import annotations

from collections.abc import Iterator

from staticrelu import limits
from staticrelu.trace.machine import Machine, element_values
from staticrelu.trace.values import (
    Bound,
    Class,
    Entries,
    Function,
    Listing,
    Mapping,
    Obj,
    Partial,
    Symbol,
    Thing,
    Tuple,
    Value,
)

_HOLDERS = Obj | Listing | Mapping | Tuple | Bound | Partial


def hand_on(m: Machine, value: Value) -> None:
    """Note that code which is not scanned was given a value."""
    for _, thing in value:
        if isinstance(thing, _HOLDERS | Function):
            m.handed_on.append(thing)


def close(m: Machine) -> None:
    """Mark the layers and modules that can be reached from what was handed on, or from what has an unknown base."""
    waiting: list[Thing] = [*m.handed_on, *(obj for obj in m.objects.values() if _has_unknown_base(m, obj))]
    seen: set[int] = set()
    while waiting and len(seen) < limits.MAX_GRAPH_NODES:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, Obj) and thing in m.modules:
            m.graph.modules[m.modules[thing]].handed_on = True
        if isinstance(thing, Obj) and thing in m.layers:
            m.graph.layers[m.layers[thing]].handed_on = True
        waiting += [x for value in _held(m, thing) for _, x in value if isinstance(x, _HOLDERS)]


def _has_unknown_base(m: Machine, obj: Obj) -> bool:
    return any(isinstance(base, Class) and base.unresolved for base in m.bases(obj.cls))


def _held(m: Machine, thing: Thing) -> Iterator[Value]:
    """The values that a thing holds."""
    if isinstance(thing, Tuple):
        yield from element_values(thing.elements)
    elif isinstance(thing, Bound):
        yield m.just(thing.receiver)
    elif isinstance(thing, Partial):
        yield from (thing.function, *thing.args, *(value for _, value in thing.keywords))
    if isinstance(thing, Obj):
        yield from m.attributes(thing)
    if isinstance(thing, Obj | Listing):
        yield from element_values(m.store.get((thing, "[]")) or ())
    if isinstance(thing, Obj | Mapping | Symbol):
        entries = m.store.get((thing, "{}"))
        if isinstance(entries, Entries):
            yield from (*(value for _, value in entries.known), entries.others)
