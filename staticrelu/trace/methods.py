"""Methods of tensors, lists, dicts, strings and tuples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.catalog import Entry
from staticrelu.graph import Edge
from staticrelu.place import Place
from staticrelu.trace import calls, library, positions, sequences, texts
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, bounded, element_values
from staticrelu.trace.values import (
    NOTHING,
    Bound,
    Const,
    Elements,
    Entries,
    Listing,
    Many,
    Mapping,
    Obj,
    One,
    Slice,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    constant,
    only,
)

MOST = "maxlen"
"""The attribute of a queue that says how many elements it holds at most."""

OF_OPEN_DICTS = frozenset(("get", "pop", "setdefault", "update"))
"""The methods by which something open is known for a dict, if what they are given fits."""

Method = Callable[[Machine, Frame, Thing, "calls.Args", Place], Value]


def call(
    m: Machine, frame: Frame, receiver: Thing, name: str, args: calls.Args, place: Place, node: t.Call | None
) -> Value:
    """``receiver.name(args)`` of something that is no scanned object."""
    if isinstance(receiver, Tensor):
        return _tensor_method(m, frame, receiver, name, args, place, node)
    table = _TABLES.get(_kind(m, receiver), {})
    method = table.get(name)
    if method is not None:
        return method(m, frame, receiver, args, place)
    if isinstance(receiver, Const) and isinstance(receiver.value, str):
        return _string_method(m, receiver.value, name, args, place)
    if isinstance(receiver, Symbol):
        return _of_open(m, frame, receiver, name, args, place)
    if isinstance(receiver, Const | Listing | Mapping | Tuple):
        return m.unknown(f"{name}(...)", ("method", receiver, name, m.serial()))
    return calls.unresolved(m, frame, name, [m.just(receiver), *args.values()], place)


def is_of_container(m: Machine, receiver: Thing, name: str) -> bool:
    """Whether a name is that of a method that something has as a list or a dict."""
    holds = any(m.store.get((receiver, key)) is not None for key in ("[]", "{}"))
    return holds and name in _TABLES[_kind(m, receiver)]


def _kind(m: Machine, receiver: Thing) -> str:
    if isinstance(receiver, Listing):
        return "list"
    if isinstance(receiver, Mapping):
        return "dict"
    if isinstance(receiver, Tuple):
        return "tuple"
    if isinstance(receiver, Obj):
        return "list" if m.store.get((receiver, "[]")) is not None else "dict"
    return ""


def _of_open(m: Machine, frame: Frame, symbol: Symbol, name: str, args: calls.Args, place: Place) -> Value:
    """A method of something open, which may be a dict, as configurations are."""
    found = _of_open_dict(m, frame, symbol, name, args, place)
    if found is not None:
        return found
    return calls.unresolved(m, frame, f"{symbol.text}.{name}", args.values(), place, symbol.depth, args.told())


def _of_open_dict(
    m: Machine, frame: Frame, thing: Symbol | Tensor, name: str, args: calls.Args, place: Place
) -> Value | None:
    """A method that only dicts have, of something open: one whose key is a text; None for any other."""
    holder = m.holder(thing)
    given = only(args.value(0))
    if name == "update" and isinstance(holder, Symbol) and (not args.positional or isinstance(given, Mapping)):
        entries = m.entries(given)
        if entries.others or args.others:
            return None
        for key, value in (*entries.known, *args.keywords.items()):
            sequences.set_entry(m, holder, m.key(key), value, place)
        return m.const(None)
    if name not in OF_OPEN_DICTS or sequences.open_dict(m, thing, args.value(0)) is None:
        return None
    value = sequences.open_item(m, frame, thing, args.value(0), place, args.get(1, "default") or m.const(None))
    if name == "setdefault" and isinstance(holder, Symbol):
        sequences.set_entry(m, holder, args.value(0), value, place)
    return value


def of_open_text(m: Machine, called: Symbol, args: calls.Args, place: Place) -> Value | None:
    """A method that only texts have, of something open: the same each time, and what is known of the text tells what.

    None for any other attribute that is called.
    """
    symbol, name = called.holder, called.text.rpartition(".")[2]
    if symbol is None or name not in _OF_TEXTS or any(map(m.flows, args.values())):
        return None

    def done(text: object) -> object:
        return constant(_string_method(m, text, name, args, place)) if isinstance(text, str) else None

    default = done(symbol.default.value) if symbol.default is not None else None
    candidates = tuple((done(value), where) for value, where in symbol.candidates if isinstance(value, str))
    return m.just(
        replace(
            called,
            key=("method", called.key, args.positional),
            text=f"{called.text}({args.told()})",
            default=Const(default) if default is not None else None,
            argument=symbol.argument and isinstance(default, str),
            candidates=candidates,
            holder=None,
        )
    )


# --- tensors --------------------------------------------


def tensor_attribute(m: Machine, frame: Frame, tensor: Tensor, name: str, place: Place) -> Value:
    """``tensor.name``: plain, a view, a bound method, or (of what the model is given) some part of it."""
    held: Value | None = m.store.get((("attribute of", tensor.memory), name))
    if held is not None:
        return held
    entry = m.catalog.method(name)
    if entry is None and name in OF_OPEN_DICTS and isinstance(m.holder(tensor), Symbol):
        return m.just(Bound(tensor, name))
    if entry is None:
        return _open_part(m, frame, tensor, name, place)
    if entry.kind != "attribute":
        return m.just(Bound(tensor, name))
    if entry.result == "plain":
        return m.just(Symbol(("plain", name, ("tensor", m.content(tensor))), f"{_text(m, tensor)}.{name}"))
    edges = [Edge(m.content(tensor), m.space.true)]
    node = m.node("get_attr", name, place, frame, edges, traits=entry.traits)
    return m.tensor(node, tensor if entry.view else None, entry.part)


def _open_part(m: Machine, frame: Frame, tensor: Tensor, name: str, place: Place) -> Value:
    """What the model is given may be an object: an attribute of that."""
    from staticrelu.trace import objects

    part, given = sequences.take(m, frame, tensor, place), m.given(tensor)
    if isinstance(given, Symbol):
        sequences.note_part(m, part, objects.open_attribute(m, given, name))
    return part


def _text(m: Machine, tensor: Tensor) -> str:
    node = m.graph.nodes[tensor.node]
    return node.target if node.op == "placeholder" else "..."


def _tensor_method(
    m: Machine, frame: Frame, tensor: Tensor, name: str, args: calls.Args, place: Place, node: t.Call | None
) -> Value:
    entry = _of_packs(m, tensor, name, args) or m.catalog.method(name)
    receiver = m.just(tensor)
    if entry is not None:
        return library.apply(m, frame, entry, args.first(receiver), place, "call_method", name)
    found = _of_open_dict(m, frame, tensor, name, args, place)
    if found is not None:
        return found
    if name in OF_OPEN_DICTS:
        part = _open_part(m, frame, tensor, name, place)
        return m.each(part, place, lambda thing: calls.unresolved_call(m, frame, thing, args, place, node))
    return calls.unresolved(m, frame, name, [receiver, *args.values()], place)


def _of_packs(m: Machine, tensor: Tensor, name: str, args: calls.Args) -> Entry | None:
    """What a method means that packed sequences have for themselves; None for another, and if nothing that it reads is given."""
    from staticrelu.trace.builtins import PACKS, is_packed

    found = m.catalog.member(m.catalog.classes.get(PACKS, ""), name)
    is_own = found is not None and not args.keywords.keys().isdisjoint(found.reads or ())
    return found if is_own and is_packed(m, m.content(tensor)) else None


# --- lists --------------------------------------------


def _last(m: Machine, receiver: Thing, elements: Elements) -> Elements:
    """What is left of elements at whose end some were put, in a queue that may be full."""
    most = constant(m.store.get((receiver, MOST)) or NOTHING)
    return positions.cut(elements, -most, None, 1) if isinstance(most, int) and 0 < most < len(elements) else elements


def _append(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    _set(m, receiver, _last(m, receiver, (*m.elements(receiver), One(args.value(0)))))
    return m.just(receiver) if isinstance(receiver, Obj) else m.const(None)


def _extend(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    added = sequences.iterate(m, frame, args.value(0), place)
    _set(m, receiver, _last(m, receiver, (*m.elements(receiver), *added)))
    return m.just(receiver) if isinstance(receiver, Obj) else m.const(None)


def _append_left(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    elements = positions.turned((One(args.value(0)), *m.elements(receiver)))
    _set(m, receiver, positions.turned(_last(m, receiver, elements)))
    return m.const(None)


def _insert(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    elements, number = m.elements(receiver), constant(args.value(0))
    if isinstance(number, int):
        _set(m, receiver, positions.inserted(elements, number, args.value(1)))
    else:
        _set(m, receiver, (*elements, One(args.value(1))))
    return m.const(None)


def _pop(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    elements, number = m.elements(receiver), constant(args.get(0) or m.const(-1))
    if not isinstance(number, int):
        _set(m, receiver, positions.maybe_less(elements))
        return sequences.any_of(m, elements, place)
    is_known = sequences.are_there(m, elements, number)
    _set(m, receiver, positions.without(elements, number) if is_known else positions.maybe_less(elements))
    return sequences.element_at(m, elements, number, place)


def _remove(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    """``list.remove(x)``: the first that is equal goes; where that is open, it may be any."""
    elements, wanted = m.elements(receiver), only(args.value(0))
    for number, element in enumerate(elements):
        thing = only(element.value) if isinstance(element, One) else None
        if thing is not None and thing == wanted:
            _set(m, receiver, positions.without(elements, number))
            return m.const(None)
        if not (isinstance(thing, Const) and isinstance(wanted, Const)):
            break
    _set(m, receiver, positions.maybe_less(elements))
    return m.const(None)


def _index_of(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    """``list.index(x)`` among constants."""
    elements = receiver.elements if isinstance(receiver, Tuple) else m.elements(receiver)
    found, wanted = [only(e.value) if isinstance(e, One) else None for e in elements], only(args.value(0))
    if (
        isinstance(wanted, Const)
        and wanted in found
        and all(isinstance(x, Const) for x in found[: found.index(wanted)])
    ):
        return m.const(found.index(wanted))
    return m.unknown(f"an index of {args.told()}", ("index of", receiver, wanted, place))


def _sort(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    from staticrelu.trace import builtin_functions

    ordered = builtin_functions.TABLE["builtins.sorted"](m, frame, args.first(m.just(receiver)), place)
    _set(m, receiver, sequences.iterate(m, frame, ordered, place))
    return m.const(None)


def _rotate(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    elements, steps = m.elements(receiver), constant(args.get(0) or m.const(1))
    if isinstance(steps, int) and elements and all(isinstance(e, One) for e in elements):
        steps %= len(elements)
        _set(m, receiver, (*elements[len(elements) - steps :], *elements[: len(elements) - steps]))
    else:
        _set(m, receiver, positions.maybe_less(elements))
    return m.const(None)


def _pop_left(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    return _pop(m, frame, receiver, calls.Args((m.const(0),)), place)


def _extend_left(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    added = sequences.iterate(m, frame, args.value(0), place)
    _set(m, receiver, (*positions.turned(added), *m.elements(receiver)))
    return m.const(None)


def _clear(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    _set(m, receiver, ())
    return m.const(None)


def _reverse(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    _set(m, receiver, m.elements(receiver)[::-1])
    return m.const(None)


def _copy_list(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    return m.new_list(frame, place, m.elements(receiver))


def _union(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    return m.new_list(frame, place, (*m.elements(receiver), *sequences.iterate(m, frame, args.value(0), place)), "set")


def _length(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    from staticrelu.trace import builtin_functions

    return builtin_functions.TABLE["builtins.len"](m, frame, calls.Args((m.just(receiver),)), place)


def _item(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    if isinstance(receiver, Obj):
        return sequences.held_item(m, frame, receiver, args.value(0), place)
    return sequences.get_item(m, frame, m.just(receiver), args.value(0), place)


def _set_item(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    sequences.set_held_item(m, receiver, args.value(0), args.value(1), place)
    return m.const(None)


def _elements(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    held = sequences.held_elements(m, receiver, place) if isinstance(receiver, Obj) else None
    return m.just(Tuple(sequences.iterate(m, frame, m.just(receiver), place) if held is None else held))


def _set(m: Machine, receiver: Thing, elements: Elements) -> None:
    m.store.set((receiver, "[]"), bounded(elements))


# --- dicts --------------------------------------------


def _get(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    default = args.get(1, "default") or m.const(None)
    return sequences.lookup(m, m.entries(receiver), args.value(0), place, default) or default


def _pop_entry(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    value = sequences.lookup(m, m.entries(receiver), args.value(0), place, args.value(1))
    remove(m, frame, receiver, args.value(0))
    return value


def _pop_item(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    entries = m.entries(receiver)
    is_last = constant(args.get(0, "last") or m.const(True))
    if not entries.known or entries.others or not isinstance(is_last, bool):
        return m.just(
            Tuple((One(m.unknown("a key", ("popitem", place))), One(sequences.any_of(m, _values(m, receiver), place))))
        )
    at = len(entries.known) - 1 if is_last else 0
    key, value = entries.known[at]
    m.store.set((receiver, "{}"), Entries((*entries.known[:at], *entries.known[at + 1 :]), entries.others))
    return m.just(Tuple((One(m.key(key)), One(value))))


def remove(m: Machine, frame: Frame, holder: Thing, index: Value) -> None:
    """``del holder[index]``."""
    thing = only(index)
    if isinstance(thing, Slice) and isinstance(holder, Listing | Obj):
        sequences.splice(m, holder, thing, ())
    name = sequences.key_of(m, thing)
    if not isinstance(name, Const):
        return
    if isinstance(holder, Mapping) or (isinstance(holder, Obj) and m.store.get((holder, "{}")) is not None):
        entries = m.entries(holder)
        known = tuple((k, v) for k, v in entries.known if Const(k) != name)
        m.store.set((holder, "{}"), Entries(known, entries.others))
    elif isinstance(name.value, int) and isinstance(holder, Listing | Obj):
        m.store.set((holder, "[]"), positions.without(m.elements(holder), name.value))


def _key_elements(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    return m.just(Tuple(sequences._keys(m, receiver, place)))  # type: ignore[arg-type]


def _value_elements(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    return m.just(Tuple(_values(m, receiver)))


def _values(m: Machine, receiver: Thing) -> Elements:
    entries = m.entries(receiver)
    known: Elements = tuple(One(value) for _, value in entries.known)
    return (*known, Many((entries.others,))) if entries.others else known


def _items(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    entries = m.entries(receiver)
    pairs: Elements = tuple(One(_pair(m, m.key(key), value)) for key, value in entries.known)
    if entries.others:
        key = m.unknown("a key", ("key", receiver, place))
        pairs = (*pairs, Many((_pair(m, key, entries.others),)))
    return m.just(Tuple(pairs))


def _pair(m: Machine, key: Value, value: Value) -> Value:
    there = tuple((g, Tuple((One(key), One(m.just(x))))) for g, x in value)
    if len(there) == 1 or not value:
        return there
    guard = m.space.any(g for g, _ in value)
    return ((guard, Tuple((One(key), One(value)))),)


def _update(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    from staticrelu.trace.library import fill_dict

    assert isinstance(receiver, Obj | Mapping)
    for value in args.positional[:1]:
        fill_dict(m, frame, receiver, value, place)
    for name, value in args.keywords.items():
        sequences.set_entry(m, receiver, m.const(name), value, place)
    return m.const(None)


def _set_default(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    key, default = args.value(0), args.get(1) or m.const(None)
    value = _get(m, frame, receiver, calls.Args((key, default)), place)
    assert isinstance(receiver, Obj | Mapping)
    sequences.set_entry(m, receiver, key, value, place)
    return value


def _clear_dict(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    m.store.set((receiver, "{}"), Entries())
    return m.const(None)


def _copy_dict(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    return m.new_dict(place, m.entries(receiver))


# --- tuples and strings --------------------------------------------


def _replace_names(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    assert isinstance(receiver, Tuple)
    changed = [
        One(args.keywords[name]) if name in args.keywords else element
        for name, element in zip(receiver.names, receiver.elements, strict=False)
    ]
    return m.just(Tuple(tuple(changed), receiver.names, receiver.cls))


def _as_dict(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value:
    assert isinstance(receiver, Tuple)
    values = element_values(receiver.elements)
    return m.new_dict(place, Entries(tuple(zip(receiver.names, values, strict=False))))


_PURE_STRING_METHODS = frozenset(
    {
        *("lower", "upper", "strip", "lstrip", "rstrip", "title", "capitalize", "startswith", "endswith", "replace"),
        *("split", "rsplit", "partition", "rpartition", "removeprefix", "removesuffix", "isdigit", "casefold", "join"),
        "find",
    }
)
_OF_TEXTS = frozenset(
    ("lower", "upper", "strip", "lstrip", "rstrip", "title", "capitalize", "casefold", "startswith", "endswith")
)


def _string_method(m: Machine, text: str, name: str, args: calls.Args, place: Place) -> Value:
    """A method of a known string: done where its arguments are known, too."""
    if name == "format" and not args.rest and not args.others:
        return texts.braces(m, text, args.positional, args.keywords, place)
    given = [only(m.live(v)) for v in args.positional]
    known = [sequences.constant(m, x) for x in given]
    certain = all(known) and not args.keywords and not args.rest
    if name in _PURE_STRING_METHODS and certain and len(text) < limits.MAX_TEXT:
        try:
            result = getattr(text, name)(*(x.value for x in known if x))
        except (TypeError, ValueError, LookupError):
            result = None
        if isinstance(result, str | bool | int):
            return m.const(result)
        if isinstance(result, list | tuple):
            return m.just(Tuple(tuple(One(m.const(part)) for part in result)))
    return m.unknown(f"{name}(...)", ("string", text, name, tuple(given)))


_TABLES: dict[str, dict[str, Method]] = {
    "list": {
        "append": _append,
        "add": _append,
        "extend": _extend,
        "appendleft": _append_left,
        "extendleft": _extend_left,
        "insert": _insert,
        "pop": _pop,
        "remove": _remove,
        "discard": _remove,
        "sort": _sort,
        "index": _index_of,
        "rotate": _rotate,
        "popleft": _pop_left,
        "clear": _clear,
        "reverse": _reverse,
        "copy": _copy_list,
        "union": _union,
        "update": _extend,
        "__len__": _length,
        "__getitem__": _item,
        "__setitem__": _set_item,
        "__iter__": _elements,
    },
    "dict": {
        "get": _get,
        "keys": _key_elements,
        "values": _value_elements,
        "items": _items,
        "update": _update,
        "pop": _pop_entry,
        "popitem": _pop_item,
        "setdefault": _set_default,
        "clear": _clear_dict,
        "copy": _copy_dict,
        "__len__": _length,
        "__getitem__": _item,
        "__setitem__": _set_item,
        "__iter__": _elements,
    },
    "tuple": {"index": _index_of, "_replace": _replace_names, "_asdict": _as_dict, "__getitem__": _item},
}
