"""Attributes and methods: reading, setting, finding, calling objects, ``super()``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.place import Place
from staticrelu.trace import calls, classes, escape, imports, library, methods, parts, sequences, texts
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import (
    NOTHING,
    Bound,
    Class,
    Const,
    Entries,
    Function,
    Library,
    Listing,
    Mapping,
    Namespace,
    Native,
    Obj,
    One,
    Partial,
    Slice,
    Super,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
)


def get_attribute(m: Machine, frame: Frame, value: Value, name: str, place: Place) -> Value:
    """``value.name``."""
    return m.each(value, place, lambda thing: _get_attribute(m, frame, thing, name, place))


def _get_attribute(m: Machine, frame: Frame, thing: Thing, name: str, place: Place) -> Value:
    if isinstance(thing, Obj):
        return object_attribute(m, frame, thing, name, place)
    if isinstance(thing, Tensor):
        return methods.tensor_attribute(m, frame, thing, name, place)
    if isinstance(thing, Library):
        is_named = name == "__name__" and m.catalog.entry(thing.name) is not None
        return m.const(thing.name.rpartition(".")[2]) if is_named else m.library(f"{thing.name}.{name}")
    if isinstance(thing, Namespace):
        of_all = imports.members(m, thing.module, place) if name == "__dict__" else None
        found = of_all or imports.member(m, thing.module, name)
        dotted = f"{thing.module.name}.{name}"
        return found if found is not None else m.unknown(dotted, ("name", dotted), dotted)
    if isinstance(thing, Class):
        return _class_member(m, frame, thing, name, place)
    if isinstance(thing, Super):
        return _super_attribute(m, frame, thing, name, place)
    if isinstance(thing, Symbol):
        return open_attribute(m, thing, name)
    if isinstance(thing, Tuple):
        return _tuple_attribute(m, frame, thing, name, place)
    if isinstance(thing, Function | Bound | Native | Partial | Slice):
        return _function_attribute(m, frame, thing, name, place)
    held: Value | None = m.store.get((thing, name))  # of a dict whose entries are its attributes, too
    return held if held is not None else m.just(Bound(thing, name))


def _function_attribute(m: Machine, frame: Frame, thing: Thing, name: str, place: Place) -> Value:
    if isinstance(thing, Partial) and name == "func":
        return thing.function
    if isinstance(thing, Bound) and name in ("__func__", "__wrapped__") and isinstance(thing.function, Function):
        return m.just(thing.function)
    if isinstance(thing, Bound) and isinstance(thing.receiver, Tensor):  # not called: an attribute of some type
        return methods.tensor_attribute(m, frame, thing.receiver, name, place)
    held: Value | None = m.store.get((thing, name))
    return held if held is not None else m.unknown(name, ("function", name, place))


def _tuple_attribute(m: Machine, frame: Frame, thing: Tuple, name: str, place: Place) -> Value:
    if name in thing.names:
        element = thing.elements[thing.names.index(name)]
        return element.value if isinstance(element, One) else NOTHING
    member = find_in_order(m, thing.cls.order, name) if thing.cls is not None else None
    if member is not None:
        return m.each(member, place, lambda x: _bind_member(m, frame, x, thing, place))
    return m.just(Bound(thing, name))


def open_attribute(m: Machine, symbol: Symbol, name: str) -> Value:
    """An attribute of something open: what was set, or something open that the name tells."""
    held: Value | None = m.store.get((symbol, name))
    if held is not None:
        return held
    if name in methods.OF_OPEN_DICTS:
        return m.just(Bound(symbol, name))
    if symbol.depth >= limits.MAX_OPEN_DEPTH:
        return m.just(symbol)
    key, text = ("attribute", symbol.key, name), f"{symbol.text}.{name}"
    reason, default = symbol.reason and text, m.defaults.get(key)
    argument = symbol.argument or default is not None
    return m.just(Symbol(key, text, reason, default, argument, depth=symbol.depth + 1, holder=symbol))


def object_attribute(m: Machine, frame: Frame, obj: Obj, name: str, place: Place) -> Value:
    """An attribute of an object: its own, of its class, of a library's class, by ``__getattr__``, or unknown."""
    name, member = _private(m, frame, obj, name)
    if member is not None:
        return m.each(member, place, lambda thing: _bind_member(m, frame, thing, obj, place))
    held: Value | None = m.store.get((obj, name)) or _from_own_dict(m, obj, name, place)
    if held is not None and _may_have_changed(m, obj, name, held):
        return m.just(Symbol(("global state", obj, name), name))
    if held is not None and _covers(m, held):
        return held
    inherited = _inherited(m, frame, obj, name, place)
    if held is None:
        return inherited
    there = m.space.any(guard for guard, _ in held)
    return m.join([(m.space.true, held), (~there, inherited)], place)


def _private(m: Machine, frame: Frame, obj: Obj, name: str) -> tuple[str, Value | None]:
    """What a base of an object's class calls its private attribute ``__name``, which no other class has to do with.

    It is in the body of that base, and not set on the object, where something comes with the name.
    """
    owner = frame.owner
    if owner is None or owner is obj.cls or not name.startswith("__") or name.endswith("__"):
        return name, None
    if not (isinstance(obj.cls, Class) and owner in obj.cls.order):
        return name, None
    mangled = f"_{owner.definition.name.lstrip('_')}{name}"
    return mangled, classes.class_attribute(m, owner, name) if m.store.get((obj, mangled)) is None else None


def _from_own_dict(m: Machine, obj: Obj, name: str, place: Place) -> Value | None:
    """An attribute of an object whose ``__dict__`` was set to a dict, perhaps to itself, which is one."""
    thing = only(m.store.get((obj, "__dict__")) or NOTHING)
    entries = m.store.get((thing, "{}")) if isinstance(thing, Obj | Mapping) else None
    if not isinstance(entries, Entries) or not (entries.others or any(key == name for key, _ in entries.known)):
        return None
    return sequences.lookup(m, entries, m.const(name), place)


def _may_have_changed(m: Machine, obj: Obj, name: str, held: Value) -> bool:
    """Whether an object of a module's top level holds a constant that its methods set anew: before a model is built, they may."""
    context = obj.address[0] if isinstance(obj.address, tuple) and obj.address else None
    if not (isinstance(context, tuple) and context[:1] == ("module",) and isinstance(obj.cls, Class)):
        return False
    if not all(isinstance(x, Const) for _, x in held) or m.store.get((obj, name)) is not m.root_store().get(
        (obj, name)
    ):
        return False
    return any(name in classes.set_by_methods(base) for base in obj.cls.order if isinstance(base, Class))


def _covers(m: Machine, value: Value) -> bool:
    return m.path.implies(m.space.any(guard for guard, _ in value))


def plain_attribute(m: Machine, frame: Frame, obj: Obj, name: str, place: Place) -> Value:
    """An attribute as a library's base class finds it, past a ``__getattr__`` of the object's own; without one, an error."""
    held: Value = m.store.get((obj, name)) or NOTHING
    if held and _covers(m, held):
        return held
    found = _of_classes(m, frame, obj, name, place)
    if found is None:
        found = set_under_open_names(m, obj, name, place)
    if found is None and isinstance(obj.cls, Class) and obj.cls.unresolved:
        found = _missing(m, obj, name)
    there = m.space.any(guard for guard, _ in held)

    def fail() -> Value:
        m.fail()
        return NOTHING

    other = fail if found is None else lambda: found
    return m.branches([(there, lambda: held), (~there, other)], place)


def _of_classes(m: Machine, frame: Frame, obj: Obj, name: str, place: Place) -> Value | None:
    if name == "__class__":
        return m.just(obj.cls)
    if name == "__dict__":
        return attributes_dict(m, obj, obj.place)
    for base in m.bases(obj.cls):
        found = _member_of(m, frame, obj, base, name, place)
        if found is not None:
            return found
    return None


def _inherited(m: Machine, frame: Frame, obj: Obj, name: str, place: Place) -> Value:
    found = _of_classes(m, frame, obj, name, place)
    if found is not None:
        return found
    if isinstance(obj.cls, Class):
        getter = find_in_order(m, obj.cls.order, "__getattr__")
        if getter is not None:
            return calls.call(m, frame, bind(m, getter, obj), calls.Args((m.const(name),)), place)
    held: Value | None = m.store.get((obj, library.HELD))
    if held is not None:
        return get_attribute(m, frame, held, name, place)
    wildcard = set_under_open_names(m, obj, name, place)
    return wildcard if wildcard is not None else _missing(m, obj, name)


SOME_NAME = "*"
"""The slot of all that was set under names that are open; what is known of a name has a slot of its own beside it."""


def slot(name: Thing) -> str:
    """The slot of what is set under an open name: its pattern, told apart from the slot for all."""
    pattern = texts.pattern_of(name)
    return pattern if pattern != SOME_NAME else "**"


def set_under_open_names(m: Machine, holder: Thing, pattern: str, place: Place) -> Value | None:
    """What was set under an open name that may be the name, or one of its pattern; None for nothing."""
    held: Value | None = m.store.get((holder, SOME_NAME))
    if held is None or pattern == SOME_NAME or not isinstance(holder, Obj):
        return held
    names = m.names(holder)
    is_same = "*" in pattern and pattern in names
    found = None
    for name in (pattern,) if is_same else (n for n in names if "*" in n and n != SOME_NAME):
        value: Value | None = m.store.get((holder, name))
        if value is not None and texts.may_agree(name, pattern):
            found = sequences.weak(m, found or NOTHING, value, place)
    return found


def settings(m: Machine, thing: Thing) -> dict[str, Value]:
    """The attributes of an object that its class assigns, or that were set on it, by their names."""
    if not isinstance(thing, Obj):
        return {}
    found: dict[str, Value | None] = {}
    order = reversed(thing.cls.order) if isinstance(thing.cls, Class) else ()
    for base in (base for base in order if isinstance(base, Class)):
        for name, statements in base.table.items():
            if isinstance(statements[-1], t.Assign | t.AnnAssign):
                found[name] = classes.class_attribute(m, base, name)
    found.update((name, m.store.get((thing, name))) for name in m.names(thing) if "*" not in name)
    return {name: value for name, value in found.items() if value}


def _missing(m: Machine, obj: Obj, name: str) -> Value:
    """An attribute that nothing sets: where all bases are known it is open what it holds, else it is unresolved."""
    unresolved = isinstance(obj.cls, Class) and obj.cls.unresolved
    reason = f"self.{name}" + (f" (of {unresolved})" if unresolved else "")
    return m.just(Symbol(("attribute", obj, name), f"self.{name}", reason))


def _member_of(m: Machine, frame: Frame, obj: Obj, base: Class | Library, name: str, place: Place) -> Value | None:
    if isinstance(base, Library):
        return library.member(m, frame, obj, base, name)
    value = classes.class_attribute(m, base, name)
    if value is None:
        return None
    return m.each(value, place, lambda thing: _bind_member(m, frame, thing, obj, place))


def _bind_member(m: Machine, frame: Frame, thing: Thing, receiver: Thing, place: Place) -> Value:
    """A class member as seen from an instance: a method is bound, a property is run."""
    if isinstance(thing, Function):
        if thing.kind == "property":
            return calls.call_function(m, frame, thing, calls.Args((m.just(receiver),)), place)
        if thing.kind == "staticmethod":
            return m.just(thing)
        if thing.kind == "classmethod":
            owner = receiver.cls if isinstance(receiver, Obj) else receiver
            return m.just(Bound(owner, replace(thing, kind="")))
        return m.just(Bound(receiver, thing))
    if isinstance(thing, Native):
        return m.just(Partial(m.just(thing), (m.just(receiver),), ()))
    getter = find_method(m, thing, "__get__")
    if getter is not None and isinstance(receiver, Obj):
        return calls.call(m, frame, getter, calls.Args((m.just(receiver), m.just(receiver.cls))), place)
    if isinstance(thing, Partial) and thing.method:
        function = m.each(thing.function, place, lambda x: _bind_member(m, frame, x, receiver, place))
        return m.just(Partial(function, thing.args, thing.keywords))
    return m.just(thing)


def bind(m: Machine, value: Value, receiver: Thing) -> Value:
    """Methods bound to a receiver."""
    return tuple((guard, _bound(m, thing, receiver)) for guard, thing in value)


def _bound(m: Machine, thing: Thing, receiver: Thing) -> Thing:
    if isinstance(thing, Function) and thing.kind != "staticmethod":
        return Bound(receiver, thing)
    if isinstance(thing, Library):
        owner = m.catalog.entry(thing.name.rpartition(".")[0])
        if owner is not None and owner.kind == "class":  # a method of one of Python's own classes
            return Bound(receiver, thing, Library(owner.name))
    return thing


def find_in_order(m: Machine, order: tuple[Class | Library, ...], name: str) -> Value | None:
    """The first scanned class of an order that has the name, and what it is there."""
    for base in order:
        if isinstance(base, Class):
            value = classes.class_attribute(m, base, name)
            if value is not None:
                return value
    return None


def find_method(m: Machine, thing: Thing | None, name: str) -> Value | None:
    """A scanned method of the class of an object or a named tuple, bound; None if there is none."""
    if not isinstance(thing, Obj | Tuple) or not isinstance(thing.cls, Class):
        return None
    found = find_in_order(m, thing.cls.order, name)
    return bind(m, found, thing) if found is not None else None


def _class_member(m: Machine, frame: Frame, cls: Class, name: str, place: Place) -> Value:
    if name in ("__name__", "__qualname__"):
        return m.const(cls.definition.name)
    order = m.bases(cls)
    for number, base in enumerate(order):
        if isinstance(base, Library):
            is_known = m.catalog.member(base.name, name) is not None or m.catalog.entry(base.name) is not None
            if is_known and not _is_of_later(m, base, name, order[number + 1 :]):
                return m.just(Bound(cls, Library(f"{base.name}.{name}"), base))
            continue
        value = classes.class_attribute(m, base, name)
        if value is not None:
            return m.each(value, place, lambda thing: _class_bound(m, thing, cls))
    held: Value | None = m.store.get((cls, name))
    if held is not None:
        return held
    return m.unknown(name, ("class attribute", cls, name), f"{cls.name}.{name}")


def _class_bound(m: Machine, thing: Thing, cls: Class) -> Value:
    if isinstance(thing, Function) and thing.kind == "classmethod":
        return m.just(Bound(cls, replace(thing, kind="")))
    return m.just(thing)


def subscript_class(m: Machine, thing: Thing, index: Value, place: Place) -> Value:
    """``Class[index]``: a member of an enum by name, else a generic class with its parameters forgotten."""
    position = only(index)
    if isinstance(thing, Class) and isinstance(position, Const) and isinstance(position.value, str):
        found = classes.class_attribute(m, thing, position.value)
        if found is not None:
            return found
    if isinstance(thing, Class) and not isinstance(position, Const) and classes.is_enum(m, thing):
        return classes.enum_member_of(m, thing, "name", index, place)
    if isinstance(thing, Library) and isinstance(position, Const) and isinstance(position.value, str):
        entry = m.catalog.entry(thing.name)
        target = entry.table.get(position.value) if entry is not None else None
        if target is not None:
            return m.just(m.object(m.nowhere, Library(target), m.nowhere_place, target))
    return m.just(thing)


# --- super --------------------------------------------

_OF_OBJECT = ("__init__", "__init_subclass__", "__setattr__", "__getattribute__", "__post_init__", "__new__")
"""The methods that every object has, behind those of all its classes."""


def zero_argument_super(m: Machine, frame: Frame, place: Place) -> Value:
    """``super()``: of the method's first argument, after the class whose body holds the method."""
    if frame.owner is None or frame.receiver is None:
        return m.unknown("super()", ("super", place), "super() outside a method")
    return m.just(Super(frame.receiver, frame.owner))


def _is_of_later(m: Machine, base: Library, name: str, order: Sequence[Class | Library]) -> bool:
    """Whether a name that a library's class is not known to have is that of a scanned class behind it, as a mixin's is."""
    is_own = m.catalog.member(base.name, name) is not None or name == "forward" or name.startswith("__")
    return not is_own and any(isinstance(cls, Class) and name in cls.table for cls in order)


def _super_attribute(m: Machine, frame: Frame, thing: Super, name: str, place: Place) -> Value:
    receiver = thing.receiver
    cls = receiver.cls if isinstance(receiver, Obj) else receiver
    if not isinstance(cls, Class):
        return m.unknown(name, ("super", name), f"super().{name}")
    order = m.bases(cls)
    after = order[order.index(thing.after) + 1 :] if thing.after in order else ()
    for number, base in enumerate(after):
        if isinstance(base, Library):
            if isinstance(receiver, Obj) and not _is_of_later(m, base, name, after[number + 1 :]):
                return m.just(Bound(receiver, Library(f"{base.name}.{name}"), base))
            continue
        value = classes.class_attribute(m, base, name)
        if value is not None:
            return m.each(value, place, lambda x: _bind_member(m, frame, x, receiver, place))
    if name in _OF_OBJECT and not cls.unresolved:
        return m.just(Bound(receiver, Library(f"builtins.object.{name}"), Library("builtins.object")))
    reason = f"{cls.unresolved or 'super()'}.{name}"
    return m.unknown(f"super().{name}", ("super", receiver, name), reason)


# --- setting --------------------------------------------


def set_attribute(m: Machine, frame: Frame, holder: Value, name: str, value: Value, place: Place) -> None:
    """``holder.name = value``."""

    def handle(thing: Thing) -> Value:
        _set_attribute(m, frame, thing, name, value, place)
        return NOTHING

    m.each(holder, place, handle)


def _set_attribute(m: Machine, frame: Frame, thing: Thing, name: str, value: Value, place: Place) -> None:
    if isinstance(thing, Tensor):
        if name == "data":
            sequences.write(m, frame, thing, m.flows(value), place, whole=True, target="data =")
        else:
            m.store.set((("attribute of", thing.memory), name), value)
        escape.hand_on(m, value)  # what the model is given may be an object
    elif isinstance(thing, Obj) and isinstance(thing.cls, Class):
        name, _ = _private(m, frame, thing, name)
        if not _set_by_method(m, frame, thing, thing.cls, name, value, place):
            parts.exchange(m, thing, name, value, place)
            m.store.set((thing, name), value)
    elif isinstance(thing, Namespace):
        m.store.set((m.module_frame(thing.module), name), value)
    else:
        escape.hand_on(m, value if isinstance(thing, Symbol) else NOTHING)
        parts.exchange(m, thing, name, value, place)
        m.store.set((thing, name), value)


def _set_by_method(m: Machine, frame: Frame, obj: Obj, cls: Class, name: str, value: Value, place: Place) -> bool:
    """Set through a property's setter or a ``__setattr__``, if the class has one; whether it had."""
    for base in cls.order:
        if isinstance(base, Class):
            setter: Value | None = None
            described: Value | None = None
            if name in base.table:
                member = only(classes.class_attribute(m, base, name) or NOTHING)
                setter, described = m.store.get((base, f"{name}.setter")), find_method(m, member, "__set__")
            if setter:
                calls.call(m, frame, bind(m, setter, obj), calls.Args((value,)), place)
                return True
            if described is not None:
                calls.call(m, frame, described, calls.Args((m.just(obj), value)), place)
                return True
    method = find_in_order(m, cls.order, "__setattr__")
    key = (obj, "__setattr__")
    if method is None or key in m.evaluating:
        return False
    m.evaluating.add(key)
    try:
        calls.call(m, frame, bind(m, method, obj), calls.Args((m.const(name), value)), place)
    finally:
        m.evaluating.discard(key)
    return m.store.get((obj, name)) is not None


def delete(m: Machine, frame: Frame, target: t.Expr) -> None:
    """``del``: forget a name, an attribute or an entry."""
    if isinstance(target, t.Display):
        for item in target.items:
            delete(m, frame, item)
    elif isinstance(target, t.Name):
        m.store.set((frame, target.id), NOTHING)
    elif isinstance(target, t.Attribute):
        for thing in (x for _, x in m.live(m.eval(frame, target.value))):
            parts.exchange(m, thing, target.name, NOTHING, m.place(frame, target.span))
            m.store.set((thing, target.name), NOTHING)
    elif isinstance(target, t.Subscript):
        holder, index = m.eval(frame, target.value), m.eval(frame, target.index)
        for thing in (x for _, x in m.live(holder)):
            methods.remove(m, frame, thing, index)


# --- calling an object --------------------------------------------


def call_object(m: Machine, frame: Frame, obj: Obj, args: calls.Args, place: Place) -> Value:
    """``obj(args)``: its own ``__call__``, the ``forward`` of a layer, what a library's class does, or unresolved."""
    method = find_method(m, obj, "__call__")
    if method is not None:
        return calls.call(m, frame, method, args, place)
    if m.is_module(obj.cls):
        return library.call_layer(m, frame, obj, args, place)
    return calls.unresolved(m, frame, f"{obj.cls.name}.__call__", args.values(), place)


def attributes_dict(m: Machine, obj: Obj, place: Place) -> Value:
    """``obj.__dict__``: the attributes that were set; an entry that is written becomes one."""
    held = {name: m.store.get((obj, name)) for name in m.names(obj) if not name.startswith("*")}
    known: tuple[tuple[object, Value], ...] = tuple((name, value) for name, value in held.items() if value)
    return m.new_dict(place, Entries(known, m.store.get((obj, SOME_NAME)) or NOTHING), obj)


def parts_of(m: Machine, obj: Obj) -> dict[str, Value]:
    """The attributes of an object that hold objects, lists or dicts, by name, in the order in which they were set."""
    found = {name: m.store.get((obj, name)) for name in m.names(obj) if "*" not in name or name == SOME_NAME}
    return {n: v for n, v in found.items() if v and any(isinstance(x, Obj | Listing | Mapping) for _, x in v)}
