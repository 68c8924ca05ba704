"""Classes: making them, their method resolution order, what stands in their bodies, constructing objects of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.place import Place
from staticrelu.project import bindings, linearize
from staticrelu.project.walk import walk
from staticrelu.trace import calls, enumerations, expressions, inert, library, names, objects, sequences
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
    Native,
    Obj,
    One,
    Partial,
    Symbol,
    Thing,
    Tuple,
    Value,
    only,
)
from staticrelu.tree_text import unparse

_NAMED_TUPLES = ("typing.NamedTuple",)
_CHECKED = ("abc.ABC", "typing.Protocol")
_ENUMS = ("enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag")


def make_class(m: Machine, frame: Frame, node: t.ClassDef) -> Class:
    """The class that a ``class`` statement makes in a scope."""
    address = (frame.context, node.span, frame.module.path)
    if address in m.classes:
        return m.classes[address]
    qualified = (
        f"{frame.owner.name}.{node.name}" if frame.is_class and frame.owner else f"{frame.module.name}.{node.name}"
    )
    expressions.keep(frame)
    cls = m.classes[address] = Class(qualified, node, frame.module, frame)
    cls.table = bindings(node.body)
    orders: list[Sequence[Class | Library]] = []
    for base in node.bases:
        if base.name is None:
            orders += _base_orders(m, frame, cls, base.value)
    cls.order = linearize(cls, orders)[: limits.MAX_ELEMENTS]
    if _is_synthesised(m, frame, cls, node):
        cls.fields = _fields(cls)
    _run_subclass_hook(m, frame, cls, node)
    return cls


def _base_orders(m: Machine, frame: Frame, cls: Class, node: t.Expr) -> list[Sequence[Class | Library]]:
    thing = _base(m, m.eval(frame, node))
    if isinstance(thing, Class) and thing is not cls:
        cls.unresolved = cls.unresolved or thing.unresolved
        return [thing.order]
    if isinstance(thing, Library):
        if m.catalog.entry(thing.name) is None and m.catalog.package(thing.name) is None:
            cls.unresolved = thing.name
        return [(thing,)]
    cls.unresolved = unparse(node)
    return []


def _base(m: Machine, value: Value) -> Thing | None:
    """The one thing that a base is; of what is imported if it can be, the import."""
    things = [thing for _, thing in m.live(value)]
    if len(things) > 1:
        things = [x for x in things if isinstance(x, Library) and m.catalog.entry(x.name) is not None]
    return things[0] if len(things) == 1 else None


def _is_synthesised(m: Machine, frame: Frame, cls: Class, node: t.ClassDef) -> bool:
    """Whether the constructor follows from annotated fields: a dataclass or a named tuple."""
    if any(isinstance(b, Library) and b.name in _NAMED_TUPLES for b in cls.order):
        return True
    return any("dataclass" in unparse(d) or _makes_fields(m, frame, d) for d in node.decorators)


def _makes_fields(m: Machine, frame: Frame, decorator: t.Expr) -> bool:
    """Whether a decorator of a library, told what to do or not, makes a constructor of the annotated fields."""
    name = names.of_library(m, frame, decorator.func if isinstance(decorator, t.Call) else decorator)
    return name.endswith((".s", ".attrs", ".define", ".frozen", ".mutable"))


def _fields(cls: Class) -> tuple[t.AnnAssign, ...]:
    inherited = [f for base in reversed(cls.order[1:]) if isinstance(base, Class) for f in base.fields]
    own = [s for s in cls.definition.body if isinstance(s, t.AnnAssign) and isinstance(s.target, t.Name)]
    found = {f.target.id: f for f in (*inherited, *own) if isinstance(f.target, t.Name)}
    return tuple(f for f in found.values() if "ClassVar" not in unparse(f.annotation))


def _run_subclass_hook(m: Machine, frame: Frame, cls: Class, node: t.ClassDef) -> None:
    """Call ``__init_subclass__`` of the nearest base that has one: registries are filled by it."""
    for base in cls.order[1:]:
        if isinstance(base, Class) and "__init_subclass__" in base.table:
            hook = class_attribute(m, base, "__init_subclass__")
            keywords = {b.name: m.eval(frame, b.value) for b in node.bases if b.name is not None}
            for function in (x for _, x in hook or ()):
                if isinstance(function, Function):
                    args = calls.Args((m.just(cls),), keywords)
                    calls.call_function(m, frame, function, args, m.place(frame, node.span))
            return


def decorate(m: Machine, frame: Frame, value: Value, decorators: tuple[t.Expr, ...]) -> Value:
    """What the decorators make of a function or class, the innermost first.

    A decorator that cannot be resolved is taken to give back what it decorates, as nearly all do; and so is one that works
    for long, which writes documentation.
    """
    for node in reversed(decorators):
        value = _decorate(m, frame, value, node)
    return value


def _decorate(m: Machine, frame: Frame, value: Value, node: t.Expr) -> Value:
    place = m.place(frame, node.span)
    if isinstance(node, t.Attribute) and node.name in ("setter", "getter", "deleter"):
        return _accessor(m, frame, value, node)
    decorator = only(m.live(m.eval(frame, node)))
    if isinstance(decorator, Library):
        kind = decorator.name.rpartition(".")[2]
        if kind.startswith("abstract"):
            value = tuple((g, replace(x, abstract=True) if isinstance(x, Function) else x) for g, x in value)
        if kind in ("property", "cached_property", "staticmethod", "classmethod", "abstractproperty", "lazy_property"):
            return tuple((g, _of_kind(x, kind)) for g, x in value)
        if decorator.name in ("functools.singledispatch", "functools.singledispatchmethod"):
            return calls.call(m, frame, m.just(decorator), calls.Args((value,)), place)
        return value
    if decorator is None or isinstance(decorator, Symbol | Const) or not _is_scanned(decorator):
        return value
    call = partial(calls.call, m, frame, m.just(decorator), calls.Args((value,)), place)
    result = inert.on_budget(m, call) or value
    things = [x for _, x in m.live(result)]
    usable = things and not any(isinstance(x, Symbol | Const) for x in things)
    return result if usable else value


def _is_scanned(thing: object) -> bool:
    if isinstance(thing, Bound):
        return isinstance(thing.function, Function)
    return isinstance(thing, Function | Class | Obj | Native | Partial)


def _of_kind(thing: Thing, kind: str) -> Thing:
    if kind in ("cached_property", "abstractproperty", "lazy_property"):
        kind = "property"
    return replace(thing, kind=kind) if isinstance(thing, Function) else thing


def _accessor(m: Machine, frame: Frame, value: Value, node: t.Attribute) -> Value:
    """``@x.setter``: the property keeps its getter, and the setter is kept beside it; ``@Base.x.getter`` gives another."""
    if node.name == "getter":
        return tuple((g, _of_kind(x, "property")) for g, x in value)
    if node.name == "setter" and isinstance(node.value, t.Name | t.Attribute) and frame.owner is not None:
        name = node.value.id if isinstance(node.value, t.Name) else node.value.name
        m.store.set((frame.owner, f"{name}.setter"), value)
    return m.eval(frame, node.value)


# --- what stands in a class --------------------------------------------


def class_frame(m: Machine, cls: Class) -> Frame:
    """The frame of a class body."""
    frame = m.class_frames.get(cls)
    if frame is None:
        names_ = frozenset(cls.table)
        context = ("class", cls.name, cls.definition.span)
        frame = Frame(cls.module, context, (), names_, cls.env, cls, is_class=True)
        m.class_frames[cls] = frame
    return frame


def class_attribute(m: Machine, cls: Class, name: str) -> Value | None:
    """What a class's own body binds a name to; None if it binds no such name."""
    held: Value | None = m.store.get((cls, name))
    if held is not None:
        return held
    statements = cls.table.get(name)
    if statements is None:
        return None
    frame = class_frame(m, cls)
    key = (frame, name)
    if m.store.get(key) is None and key not in m.evaluating:
        m.evaluating.add(key)
        try:
            names.run_apart(m, frame, [s for s in statements if not _is_bare(s)])
        finally:
            m.evaluating.discard(key)
    value: Value | None = m.store.get(key)
    if value is not None and is_enum(m, cls):
        return _enum_member(m, cls, name, value)
    return value


def is_abstract(m: Machine, cls: Class) -> bool:
    """Whether a class cannot be constructed: an abstract method that nothing overrides."""
    bases = [base for base in cls.order if isinstance(base, Class)]
    checked = any(isinstance(base, Library) and base.name in _CHECKED for base in cls.order) or any(
        argument.name == "metaclass" for base in bases for argument in base.definition.bases
    )
    decorated = [
        s.name for base in bases for s in base.definition.body if isinstance(s, t.FunctionDef) and s.decorators
    ]
    things = (x for name in decorated for _, x in objects.find_in_order(m, cls.order, name) or ())
    return checked and any(isinstance(x, Function) and x.abstract for x in things)


@lru_cache(maxsize=1024)
def set_by_methods(cls: Class) -> frozenset[str]:
    """The attributes that the methods of a class, other than its constructor, assign."""
    methods = [s for s in cls.definition.body if isinstance(s, t.FunctionDef) and s.name != "__init__"]
    assigned = (node for method in methods for node in walk(method.body) if isinstance(node, t.Assign | t.AnnAssign))
    targets = (x for node in assigned for x in (node.targets if isinstance(node, t.Assign) else (node.target,)))
    return frozenset(x.name for x in targets if isinstance(x, t.Attribute))


def _is_bare(statement: t.Stmt) -> bool:
    """An annotation without a value binds nothing."""
    return isinstance(statement, t.AnnAssign) and statement.value is None


def is_enum(m: Machine, cls: Class | Library) -> bool:
    """Whether a class is an enumeration."""
    return isinstance(cls, Class) and any(isinstance(base, Library) and base.name in _ENUMS for base in cls.order)


def _enum_member(m: Machine, cls: Class, name: str, value: Value) -> Value:
    """A member of an enum: an object with a name and a value."""
    if isinstance(only(value), Function) or name.startswith("_"):
        return value
    thing = only(value)
    if isinstance(thing, Symbol) and isinstance(thing.key, tuple) and thing.key[:2] == ("plain", enumerations.AUTO):
        value = enumerations.automatic(m, cls, name)
    address = ("enum", cls, name)
    if address not in m.objects:
        m.objects[address] = Obj(address, cls, cls.place)
    member = m.objects[address]
    m.root_store().set((member, "value"), value)
    m.root_store().set((member, "name"), m.const(name))
    return m.just(member)


# --- constructing --------------------------------------------


def construct(m: Machine, frame: Frame, cls: Class, args: calls.Args, place: Place) -> Value:
    """``cls(args)``: ``__new__`` and ``__init__`` are run."""
    if is_enum(m, cls):
        return enum_member_of(m, cls, "value", args.value(0, "value"), place)
    if _named_tuple(cls):
        return _make_named_tuple(m, cls, args, place)
    if objects.find_in_order(m, cls.order, "__torch_function__") is None:
        new = objects.find_in_order(m, cls.order, "__new__")
        if new is not None and isinstance(function := only(new), Function):
            made = calls.call_function(m, frame, function, args.first(m.just(cls)), place)
            return m.each(made, place, lambda x: _initialise_if_own(m, frame, cls, x, args, place))
    obj = m.object(frame, cls, place)
    initialise(m, frame, obj, cls, args, place)
    return m.just(obj)


def _initialise_if_own(m: Machine, frame: Frame, cls: Class, thing: object, args: calls.Args, place: Place) -> Value:
    if isinstance(thing, Obj) and thing.cls is cls:
        initialise(m, frame, thing, cls, args, place)
    return m.just(thing)  # type: ignore[arg-type]


def initialise(m: Machine, frame: Frame, obj: Obj, cls: Class, args: calls.Args, place: Place) -> None:
    """Run the constructor of a new object: the nearest ``__init__``, that of a library, or one made from fields."""
    m.parts.setdefault(cls, None)
    m.seen.built[obj] = args
    library.prepare(m, frame, obj)
    for base in m.bases(cls):
        if isinstance(base, Library):
            library.initialise(m, frame, obj, base, args, place)
            if m.catalog.entry(base.name) is not None:
                return
        elif base.fields and "__init__" not in base.table:
            _initialise_fields(m, frame, obj, base, args, place)
            return
        elif "__init__" in base.table:
            init = class_attribute(m, base, "__init__")
            calls.call(m, frame, objects.bind(m, init or NOTHING, obj), args, place)
            return
    if cls.unresolved:
        library.hold(m, obj, calls.unresolved(m, frame, cls.unresolved, args.values(), place))
    for field in _fields(cls):  # a base that nobody scanned may make attributes of them, as those of configurations do
        if isinstance(field.target, t.Name) and field.target.id in args.keywords:
            m.store.set((obj, field.target.id), args.keywords[field.target.id])


def _initialise_fields(m: Machine, frame: Frame, obj: Obj, cls: Class, args: calls.Args, place: Place) -> None:
    for number, field in enumerate(cls.fields):
        assert isinstance(field.target, t.Name)
        name = field.target.id
        value = calls.argument(m, args, number, name, place)
        if value is None:
            value = _field_default(m, frame, cls, field, args, place)
        m.store.set((obj, name), value)
    post = objects.find_in_order(m, cls.order, "__post_init__")
    if post is not None:
        calls.call(m, frame, objects.bind(m, post, obj), calls.Args(), place)


def _field_default(m: Machine, frame: Frame, cls: Class, field: t.AnnAssign, args: calls.Args, place: Place) -> Value:
    assert isinstance(field.target, t.Name)
    name = field.target.id
    if args.others:
        default = NOTHING if field.value is None else _field_default(m, frame, cls, field, calls.Args(), place)
        return sequences.other_entry(m, args.others, m.const(name), place, default)
    if field.value is None:
        return m.unknown(name, ("field", place, name), f"the field {name}, which is not given")
    scope = class_frame(m, _definer(cls, field))
    if isinstance(field.value, t.Call) and unparse(field.value.func).endswith("field"):
        for argument in field.value.args:
            if argument.name == "default_factory":
                return calls.call(m, frame, m.eval(scope, argument.value), calls.Args(), place)
            if argument.name == "default":
                return m.eval(scope, argument.value)
    return m.eval(scope, field.value)


def _definer(cls: Class, field: t.AnnAssign) -> Class:
    return next((c for c in cls.order if isinstance(c, Class) and field in c.definition.body), cls)


def _named_tuple(cls: Class) -> bool:
    return any(isinstance(base, Library) and base.name in _NAMED_TUPLES for base in cls.order)


def _make_named_tuple(m: Machine, cls: Class, args: calls.Args, place: Place) -> Value:
    names_ = tuple(f.target.id for f in cls.fields if isinstance(f.target, t.Name))
    frame = class_frame(m, cls)
    values = []
    for number, (name, field) in enumerate(zip(names_, cls.fields, strict=True)):
        value = calls.argument(m, args, number, name, place)
        values.append(value if value is not None else _field_default(m, frame, cls, field, args, place))
    return m.just(Tuple(tuple(One(v) for v in values), names_, cls))


def enum_members(m: Machine, cls: Class) -> list[Obj]:
    """The members of an enumeration, in order."""
    names_ = [name for name, found in cls.table.items() if all(isinstance(s, t.Assign | t.AnnAssign) for s in found)]
    members = [only(class_attribute(m, cls, name) or ()) for name in names_]
    return [member for member in members if isinstance(member, Obj) and member.cls is cls]


def enum_member_of(m: Machine, cls: Class, what: str, index: Value, place: Place) -> Value:
    """``Kind("lstm")``, ``Kind["LSTM"]``: the member of that value, or of that name."""
    known = []
    for member in enum_members(m, cls):
        value = only(m.store.get((member, what)) or ())
        if isinstance(value, Const):
            known.append((value.value, m.just(member)))
    return sequences.lookup(m, Entries(tuple(known)), index, place)
