"""Calls of library names: Python's own functions that do something with values, then whatever the catalog says.

Supporting another builtin is one entry in the table at the end of ``builtin_functions``; a library function that passes
values on, or does not, is an entry in the catalog and no code.
"""

from __future__ import annotations

from dataclasses import replace

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.catalog import Entry
from staticrelu.guards import Atom, Guard
from staticrelu.place import Place
from staticrelu.trace import builtin_functions, calls, conditions, library, methods
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, element_values
from staticrelu.trace.values import (
    Bound,
    Class,
    Const,
    Function,
    Library,
    Listing,
    Mapping,
    Obj,
    Partial,
    Slice,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
)

_TYPES: dict[str, tuple[type, ...]] = {
    "builtins.int": (int,),
    "builtins.float": (float,),
    "builtins.str": (str,),
    "builtins.bool": (bool,),
    "builtins.bytes": (bytes,),
    "numbers.Number": (int, float),
    "numbers.Integral": (int,),
}
_SEQUENCES = {
    "builtins.list": ("list",),
    "builtins.set": ("set",),
    "builtins.tuple": ("tuple",),
    "collections.abc.Sequence": ("list", "tuple"),
    "collections.abc.Iterable": ("list", "tuple", "set"),
    "typing.Sequence": ("list", "tuple"),
    "typing.List": ("list",),
    "typing.Tuple": ("tuple",),
    "typing.Iterable": ("list", "tuple", "set"),
}
_DICTS = ("builtins.dict", "collections.abc.Mapping", "typing.Mapping", "typing.Dict", "collections.OrderedDict")
_CALLABLES = ("typing.Callable", "collections.abc.Callable", "types.FunctionType", "types.LambdaType")


def call(m: Machine, frame: Frame, thing: Library, args: calls.Args, place: Place, node: t.Call | None) -> Value:
    """Call a library name."""
    name = m.catalog.canonical(thing.name)
    handler = builtin_functions.TABLE.get(name)
    if handler is not None:
        return handler(m, frame, args, place)
    owner, _, last = name.rpartition(".")
    first = only(m.live(args.positional[0])) if args.positional else None
    if last in ("__init__", "forward", "__call__") and isinstance(first, Obj) and m.catalog.entry(owner) is not None:
        bound = Bound(first, Library(name), Library(owner))
        return library.call_member(m, frame, bound, replace(args, positional=args.positional[1:]), place)
    entry = m.catalog.entry(name)
    if entry is None and isinstance(first, Obj):
        entry = _unbound_method(m, owner, last)
        holder = m.catalog.entry(owner)
        if holder is not None and holder.kind == "class" and methods.is_of_container(m, first, last):
            return methods.call(m, frame, first, last, replace(args, positional=args.positional[1:]), place, node)
    if entry is not None and entry.kind == "method":
        if isinstance(first, Obj):
            rest = replace(args, positional=args.positional[1:])
            return library.call_member(m, frame, Bound(first, Library(name), Library(owner)), rest, place)
        return library.apply(m, frame, entry, args, place, "call_method")
    if m.is_layer_name(name) or (entry is not None and entry.kind == "class" and entry.container):
        return library.construct(m, frame, name, args, place)
    if entry is None:
        entry = _unlisted(m, name, args)
    if entry is None:
        return calls.unresolved(m, frame, name, args.values(), place)
    if entry.kind == "class" and entry.result == "plain":
        return m.just(m.object(frame, Library(name), place))
    return library.apply(m, frame, entry, args, place)


def _unbound_method(m: Machine, owner: str, name: str) -> Entry | None:
    return m.catalog.member(owner, name) if m.catalog.entry(owner) is not None else None


def _unlisted(m: Machine, name: str, args: calls.Args) -> Entry | None:
    """What a function does that has no entry of its own: what its package says; a trailing underscore writes in place."""
    package = m.catalog.package(name)
    if package is None:
        return None
    entry = replace_name(package.function, name)
    if name.endswith("_") and not name.endswith("__") and entry.result == "passes":
        import msgspec

        return msgspec.structs.replace(entry, parameters=("input",), writes=("input",))
    return entry


def replace_name(entry: Entry, name: str) -> Entry:
    """The same entry under another name."""
    import msgspec

    return msgspec.structs.replace(entry, name=name)


# --- isinstance --------------------------------------------


def isinstance_guard(m: Machine, frame: Frame, value: Value, classes: Value, text: str) -> Guard:
    """The guard under which a value is an instance of one of some classes."""
    wanted = _flatten(m, classes)
    result = m.space.false
    for guard, thing in m.live(value):
        result = result | (guard & m.space.any(_is_instance(m, thing, cls, text) for cls in wanted))
    return result


def _flatten(m: Machine, classes: Value) -> list[Thing]:
    found: list[Thing] = []
    for _, thing in m.live(classes):
        if isinstance(thing, Tuple):
            found += [x for value in element_values(thing.elements) for x in _flatten(m, value)]
        else:
            found.append(thing)
    return found


def _is_instance(m: Machine, thing: Thing, cls: Thing, text: str) -> Guard:
    decided = True if cls == Library("builtins.object") else _decide(m, thing, cls)
    if decided is not None:
        return m.space.true if decided else m.space.false
    name = cls.name if isinstance(cls, Library | Class) else cls.text if isinstance(cls, Symbol) else "..."
    identity = ("tensor", m.content(thing)) if isinstance(thing, Tensor) else thing
    words = f"isinstance({text}, {name.rpartition('.')[2] or name})"
    note = conditions.notes(m, thing)
    return m.space.atom(
        Atom(("isinstance", identity, cls if name == "..." else name), words + note, f"not {words}{note}")
    )


def _decide(m: Machine, thing: Thing, cls: Thing) -> bool | None:
    """Whether a thing is an instance of a class; None if that is open."""
    if isinstance(thing, Obj):
        if isinstance(thing.cls, Class) and thing.cls.unresolved and isinstance(cls, Library):
            return True if m.is_module(thing.cls) and m.is_layer_name(cls.name) and cls in m.bases(thing.cls) else None
        return cls in m.bases(thing.cls) if isinstance(cls, Class | Library) else None
    if isinstance(cls, Class):
        return _is_of_scanned(thing, cls)
    if not isinstance(cls, Library):
        return None
    if isinstance(thing, Const):
        return _constant_is(thing.value, cls.name)
    if isinstance(thing, Tensor):
        return _tensor_is(m, thing, cls.name)
    if isinstance(thing, Symbol):
        return None
    if isinstance(thing, Mapping):
        return cls.name in _DICTS
    if isinstance(thing, Slice):
        return cls.name == "builtins.slice"
    kind = "tuple" if isinstance(thing, Tuple) else thing.kind if isinstance(thing, Listing) else ""
    if kind:
        return kind in _SEQUENCES.get(cls.name, ())
    if isinstance(thing, Function | Bound | Partial):
        return cls.name in _CALLABLES
    return cls.name == "builtins.type" if isinstance(thing, Class | Library) else None


def _is_of_scanned(thing: Thing, cls: Class) -> bool | None:
    """Whether what is no object of a scanned class, as others are, is one all the same: a named tuple may be."""
    if isinstance(thing, Tuple) and thing.cls is not None:
        return cls in thing.cls.order
    return None if isinstance(thing, Symbol | Tensor) else False


def _constant_is(value: object, name: str) -> bool:
    types = _TYPES.get(name, ())
    return isinstance(value, types) and not (isinstance(value, bool) and bool not in types and int not in types)


def _tensor_is(m: Machine, tensor: Tensor, name: str) -> bool | None:
    """What the model is given may be anything; what an operation makes is no Python container."""
    if PACKS in m.catalog.traits(name):
        return is_packed(m, m.content(tensor))
    if m.may_be_container(m.content(tensor)):
        return None
    if _TENSORS in m.catalog.traits(name):
        packed = is_packed(m, m.content(tensor))
        return None if packed is None else not packed
    python = name.partition(".")[0] in ("builtins", "collections", "typing", "numbers", "types")
    return False if python else None


_TENSORS = "tensors"
"""The trait of the class of tensors."""
PACKS = "packs"
"""The trait of what makes packed sequences."""


def is_packed(m: Machine, number: int) -> bool | None:
    """Whether a node makes a packed sequence, as a recurrent layer's output is of one; None where that is open."""
    for _ in range(limits.MAX_VALUE_DEPTH):
        node = m.graph.nodes[number]
        if PACKS in node.traits:
            return True
        if node.op == "element" and node.target != "output":
            return False  # the state of a layer, or another part of a result: a tensor
        passes = node.layer is not None or node.op == "element" or node.target == "_replace"
        if not (passes and node.inputs):
            return False if node.op in ("call_function", "call_module") else None
        number = node.inputs[0].source
    return None
