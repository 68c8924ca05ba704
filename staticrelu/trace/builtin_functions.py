"""Python's own functions that do something with values. One function each; the table at the end names them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.catalog import Entry
from staticrelu.graph import Edge
from staticrelu.place import Place
from staticrelu.trace import (
    builtins,
    calls,
    classes,
    dispatch,
    evaluated,
    imports,
    iterables,
    library,
    makers,
    objects,
    options,
    parts,
    positions,
    sequences,
)
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, element_values, known_values
from staticrelu.trace.values import (
    COUNTER,
    NOTHING,
    Bound,
    Class,
    Const,
    Elements,
    Entries,
    Function,
    Library,
    Listing,
    Many,
    Mapping,
    Namespace,
    Native,
    Obj,
    One,
    Partial,
    Super,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
)


def _as_constants(m: Machine, args: calls.Args) -> list[object] | None:
    found = []
    for value in args.positional:
        thing = only(m.live(value))
        if not isinstance(thing, Const):
            return None
        found.append(thing.value)
    return found


# --- sequences --------------------------------------------


def _len(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    value = args.value(0)

    def handle(thing: Thing) -> Value:
        elements: Elements | None = None
        if isinstance(thing, Tuple):
            elements = thing.elements
        elif isinstance(thing, Listing) or (isinstance(thing, Obj) and m.store.get((thing, "[]")) is not None):
            elements = m.elements(thing)
        elif isinstance(thing, Const) and isinstance(thing.value, str):
            return m.const(len(thing.value))
        elif (entries := calls.entries_of(m, thing)) is not None and not entries.others:
            elements = tuple(One(held) for _, held in entries.known)
        values = known_values(elements) if elements is not None else None
        if values is not None:
            return _certain_length(m, values, thing, args)
        method = objects.find_method(m, thing, "__len__")
        if method is not None:
            return calls.call(m, frame, method, calls.Args(), place)
        identity = ("tensor", m.content(thing)) if isinstance(thing, Tensor) else thing
        return m.just(Symbol(("len", identity, elements), f"len({_text(m, thing, args)})"))

    return m.each(value, place, handle)


def _certain_length(m: Machine, values: list[Value], thing: Thing, args: calls.Args) -> Value:
    there = [m.path.implies(m.space.any(g for g, _ in value)) for value in values]
    if all(there):
        return m.const(len(values))
    return m.just(Symbol(("len", thing, tuple(values)), f"len({_text(m, thing, args)})", above=sum(there) - 1))


def _text(m: Machine, thing: Thing | None, args: calls.Args) -> str:
    """What a reader sees of the first argument."""
    if isinstance(thing, Symbol):
        return thing.text
    if isinstance(thing, Tensor) and m.graph.nodes[thing.node].op == "placeholder":
        return m.graph.nodes[thing.node].target
    return args.text(0)


def _range(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``range``: known numbers one by one; of an open number, the first and then the others."""
    constants = _as_constants(m, args) or ()
    known = [x for x in constants if isinstance(x, int)]
    if known and len(known) == len(constants) and (len(known) < 3 or known[2] != 0):
        numbers = range(*known)
        if len(numbers) <= limits.MAX_ELEMENTS:
            return m.just(Tuple(tuple(One(m.const(i)) for i in numbers)))
    start = only(m.live(args.positional[0])) if len(args.positional) > 1 else Const(0)
    step = args.get(2)
    upwards = step is None or (isinstance(s := only(step), Const) and isinstance(s.value, int) and s.value > 0)
    if isinstance(start, Const) and isinstance(start.value, int) and upwards:
        later = Symbol((COUNTER, place, frame.context), "the index", above=start.value)
        return m.just(Tuple((One(m.just(start)), Many((m.just(later),), True))))
    return m.just(Tuple((Many((m.just(Symbol(("range", place, frame.context), "the index")),)),)))


def _dict(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    return _filled(m, frame, Mapping(place), args, place)


def _default_dict(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    factory, *given = args.positional or (NOTHING,)
    made = Mapping(place, factory=NOTHING if only(factory) == Const(None) else factory)
    return _filled(m, frame, made, replace(args, positional=tuple(given)), place)


def _filled(m: Machine, frame: Frame, made: Mapping, args: calls.Args, place: Place) -> Value:
    """A new dict, with what it is made of in it."""
    m.store.set((made, "{}"), Entries())
    for value in args.positional[:1]:
        library.fill_dict(m, frame, made, value, place)
    for name, value in args.keywords.items():
        sequences.set_entry(m, made, m.const(name), value, place)
    if args.others:
        m.store.set((made, "{}"), Entries(m.entries(made).known, args.others))
    return m.just(made)


def _counter(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    made = Mapping(place, factory=m.just(Native(lambda m, frame, args, place: m.const(0))))
    counted = m.unknown("a count", ("count", place)) if args.values() else NOTHING
    m.store.set((made, "{}"), Entries((), counted))
    return m.just(made)


def _sum(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    given = sequences.constants(m, only(args.value(0)))
    known = [x for x in given if isinstance(x, int | float)]
    if known and len(known) == len(given) and len(args.positional) == 1:
        return m.const(sum(known))
    start = only(args.get(1, "start") or NOTHING)
    if isinstance(start, Listing | Tuple):  # one behind the other
        rows = [One(m.just(start)), *sequences.iterate(m, frame, args.value(0), place)]
        joined = [sequences.iterate(m, frame, value, place) for value in element_values(tuple(rows))]
        is_known = all(isinstance(row, One) for row in rows)
        elements: Elements = tuple(e for row in joined for e in row)
        return m.new_list(frame, place, elements if is_known else positions.maybe_less(elements))
    edges = [edge for value in args.values() for edge in m.flows(value)]
    if not edges:
        return m.unknown("a sum", ("sum", m.serial()))
    return m.tensor(m.node("call_function", "sum", place, frame, edges))


def _of_numbers(function: Callable[..., Any]) -> calls.Handler:
    """``max``, ``abs`` and their like: done on numbers that are known; of tensors a tensor, else something open."""
    name = function.__name__

    def handler(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        known = _as_constants(m, args)
        if known and all(isinstance(x, int | float) and not _is_huge(x) for x in known):
            with contextlib.suppress(TypeError, ValueError, ArithmeticError):
                done = function(*known)
                parts = [One(m.const(part)) for part in done] if isinstance(done, tuple) else []
                return m.just(Tuple(tuple(parts))) if parts else m.const(done)
        edges = [edge for value in args.values() for edge in m.flows(value)]
        if edges:
            return m.tensor(m.node("call_function", name, place, frame, edges))
        return m.unknown(f"{name}({args.told()})", (name, args.positional))

    return handler


def _extreme(function: Callable[..., Any]) -> calls.Handler:
    """``max`` and ``min``: where a ``key`` decides, one of what is compared, as it is."""
    of_numbers, by_key = _of_numbers(function), iterables.one_of(function.__name__)
    return lambda m, frame, args, place: (by_key if "key" in args.keywords else of_numbers)(m, frame, args, place)


# --- attributes and types --------------------------------------------


def _getattr(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    holder, name, default = args.value(0), args.value(1), args.get(2)
    return m.each(holder, place, lambda thing: parts.get_named(m, frame, thing, name, place, default, args.text(1)))


def _setattr(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    name, value = args.value(1), args.value(2)

    def handle(thing: Thing) -> Value:
        parts.set_named(m, frame, thing, name, value, place)
        return m.const(None)

    return m.each(args.value(0), place, handle)


def _hasattr(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    name = only(args.value(1))

    def handle(thing: Thing) -> Value:
        if isinstance(thing, Obj) and isinstance(name, Const) and isinstance(name.value, str):
            return m.const(parts.has(m, frame, thing, name.value, place))
        if isinstance(thing, Const | Tuple | Listing | Mapping):
            return m.const(False)
        return m.unknown(f"hasattr({args.told()})", ("hasattr", thing, name))

    return m.each(args.value(0), place, handle)


def _isinstance(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    value, wanted = args.value(0), args.value(1)
    thing = only(value)
    text = _text(m, thing, args)
    return m.boolean(builtins.isinstance_guard(m, frame, value, wanted, text))


def _issubclass(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    cls, base = only(args.value(0)), only(args.value(1))
    if isinstance(cls, Class | Library) and isinstance(base, Class | Library):
        return m.const(base in m.bases(cls))
    return m.unknown(f"issubclass({args.told()})", ("issubclass", cls, base))


def _super(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    cls, receiver = only(m.live(args.value(0))), only(m.live(args.value(1)))
    if isinstance(cls, Class) and isinstance(receiver, Obj | Class):
        return m.just(Super(receiver, cls))
    return objects.zero_argument_super(m, frame, place)


def _type(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    def handle(thing: Thing) -> Value:
        if isinstance(thing, Obj):
            return m.just(thing.cls)
        if isinstance(thing, Tuple) and thing.names:
            return m.just(thing.cls or _tuples_named(thing.names))
        if isinstance(thing, Tuple | Listing):
            kind = "tuple" if isinstance(thing, Tuple) else thing.kind
            return m.just(Library(f"builtins.{kind if kind in ('tuple', 'set') else 'list'}"))
        return m.unknown("type(...)", (calls.TYPE_OF, thing))

    return m.each(args.value(0), place, handle)


def _exit(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    m.fail()
    return NOTHING


def _callable(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    def handle(thing: Thing) -> Value:
        if isinstance(thing, Function | Class | Library | Bound | Partial | Native):
            return m.const(True)
        if isinstance(thing, Const | Tuple | Listing | Mapping):
            return m.const(False)
        if isinstance(thing, Obj):
            has_call = m.is_module(thing.cls) or objects.find_method(m, thing, "__call__") is not None
            return m.const(has_call)
        return m.unknown(f"callable({args.told()})", ("callable", thing))

    return m.each(args.value(0), place, handle)


def _globals(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    found = imports.members(m, frame.module, place)
    return found or m.unknown("globals()", ("globals", frame.module.path), "globals()")


def _vars(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    thing = only(args.value(0))
    if isinstance(thing, Obj):
        return objects.attributes_dict(m, thing, place)
    if isinstance(thing, Namespace | Library):
        return objects.get_attribute(m, frame, m.just(thing), "__dict__", place)
    if isinstance(thing, Symbol):
        return m.just(Symbol((sequences.VARS, thing.key), f"{sequences.VARS}({thing.text})", depth=thing.depth))
    if isinstance(thing, Tensor):
        return m.just(thing)  # what is given from outside: whatever its attributes are, they may carry what it carries
    return m.unknown("vars(...)", ("vars of", thing))


def _as_dict(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``dataclasses.asdict``: the fields, and those of the data that they hold."""

    def handle(thing: Thing) -> Value:
        if isinstance(thing, Listing):
            return m.new_list(frame, place, positions.each(m.elements(thing), inside), thing.kind)
        if isinstance(thing, Tuple):
            return m.just(Tuple(positions.each(thing.elements, inside), thing.names, thing.cls))
        if not (isinstance(thing, Obj) and isinstance(thing.cls, Class) and thing.cls.fields):
            return m.just(thing)
        names = [field.target.id for field in thing.cls.fields if isinstance(field.target, t.Name)]
        held = ((name, objects.object_attribute(m, frame, thing, name, place)) for name in names)
        return m.new_dict(place, Entries(tuple((name, inside(value)) for name, value in held)))

    def inside(value: Value) -> Value:
        return m.each(value, place, handle)

    return inside(args.value(0))


def _convert(function: Callable[..., object]) -> calls.Handler:
    """``int``, ``str`` and their like: done on constants, else a number or text that is not known."""

    def handler(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        def handle(thing: Thing) -> Value:
            if isinstance(thing, Const) and len(args.positional) == 1 and not _is_huge(thing.value):
                try:
                    return m.const(function(thing.value))
                except (TypeError, ValueError, ArithmeticError):
                    pass
            identity = ("tensor", m.content(thing)) if isinstance(thing, Tensor) else thing
            reason = thing.reason if isinstance(thing, Symbol) else ""
            return m.just(
                Symbol((function.__name__, identity), f"{function.__name__}({_text(m, thing, args)})", reason)
            )

        return m.each(args.value(0), place, handle) if args.positional else m.const(function())

    return handler


def _is_huge(value: object) -> bool:
    return (isinstance(value, str) and len(value) > 1000) or (isinstance(value, int) and abs(value) > 1 << 256)


def _bool(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    from staticrelu.trace import conditions

    span = t.Name(place.span, "the value")
    return m.boolean(conditions.truth(m, frame, args.get(0) or m.const(False), span))


def _any_all(name: str) -> calls.Handler:
    def handler(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        from staticrelu.trace import conditions

        elements = iterables.elements_of(m, frame, args, 0, place)
        values = known_values(elements)
        if values is None:
            return m.unknown(f"{name}({args.told()})", (name, elements))
        node = t.Name(place.span, "an element")
        guards = [conditions.truth(m, frame, v, node) for v in values]
        if name == "any":
            return m.boolean(m.space.any(guards))
        there = [m.space.any(g for g, _ in value) for value in values]
        return m.boolean(~m.space.any(here & ~guard for here, guard in zip(there, guards, strict=True)))

    return handler


# --- making callables and classes --------------------------------------------


def _named_tuple(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``namedtuple("Name", fields)``: a callable that makes tuples with names."""
    thing = only(args.value(1, "field_names"))
    if isinstance(thing, Const) and isinstance(thing.value, str):
        names = tuple(thing.value.replace(",", " ").split())
    else:
        found = [only(v) for v in element_values(iterables.elements_of(m, frame, args, 1, place))]
        # Each with its type beside it, as ``typing.NamedTuple`` wants them.
        found = [only(element_values(x.elements)[0]) if isinstance(x, Tuple) and x.elements else x for x in found]
        names = tuple(str(x.value) for x in found if isinstance(x, Const))
    return m.just(_tuples_named(names))


def _tuples_named(names: tuple[str, ...]) -> Native:
    """A callable that makes tuples whose parts have these names."""

    def make(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        values = [calls.argument(m, args, i, name, place) or m.const(None) for i, name in enumerate(names)]
        return m.just(Tuple(tuple(One(v) for v in values), names))

    return Native(make)


def _replace(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``dataclasses.replace``: a copy with other values."""
    thing = only(args.value(0))
    if not isinstance(thing, Obj) or not isinstance(thing.cls, Class):
        return args.value(0)
    copy = m.object(frame, thing.cls, place)
    for field in thing.cls.fields:
        if isinstance(field.target, t.Name):
            name = field.target.id
            value = args.keywords.get(name) or m.store.get((thing, name))
            if name not in args.keywords and value:
                value = _unless_given(m, args, name, value, place)
            if value is not None:
                m.store.set((copy, name), value)
    return m.just(copy)


def _unless_given(m: Machine, args: calls.Args, name: str, value: Value, place: Place) -> Value:
    """A value, or what is given under its name among options that are not known."""
    for _, thing in args.others:
        options = m.given(thing)
        if isinstance(options, Symbol):
            value = sequences.item_of(m, options, m.const(name), place, value)
    return value


def _shallow_copy(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``copy.copy``: an object, list or dict of its own, of what the original holds; tensors share memory, layers their parts."""

    def handle(thing: Thing) -> Value:
        method = objects.find_method(m, thing, "__copy__")
        if method is not None:
            return calls.call(m, frame, method, calls.Args(), place)
        if not isinstance(thing, Obj | Listing | Mapping) or (isinstance(thing, Obj) and m.is_module(thing.cls)):
            return m.just(thing)
        new = _shell(m, frame, thing, place)
        _fill(m, thing, new, lambda value: value)
        return m.just(new)

    return m.each(args.value(0, "x"), place, handle)


def _deep_copy(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``copy.deepcopy``: objects, lists, dicts and tensors of its own, which change apart from the original's."""
    copies: dict[Thing, Thing] = {}

    def copy(value: Value) -> Value:
        return tuple((guard, copy_thing(thing)) for guard, thing in value)

    def copy_thing(thing: Thing) -> Thing:
        if isinstance(thing, Tuple):
            return Tuple(positions.each(thing.elements, copy), thing.names, thing.cls)
        if thing in copies:
            return copies[thing]
        if isinstance(thing, Tensor) and not m.is_given(m.content(thing)):
            node = m.node("call_function", "copy.deepcopy", place, frame, [Edge(m.content(thing), m.space.true)])
            copies[thing] = Tensor(node, node)
        elif isinstance(thing, Obj | Listing | Mapping):
            copies[thing] = _shell(m, frame, thing, place)
            _fill(m, thing, copies[thing], copy)
        return copies.get(thing, thing)

    return copy(args.value(0, "x"))


def _fill(m: Machine, thing: Obj | Listing | Mapping, new: Thing, copy: Callable[[Value], Value]) -> None:
    """Give a copy what its original holds, each value as ``copy`` gives it."""
    for name in m.names(thing) if isinstance(thing, Obj) else ():
        m.store.set((new, name), copy(m.store.get((thing, name)) or NOTHING))
    if m.store.get((thing, "[]")) is not None:
        m.store.set((new, "[]"), positions.each(m.elements(thing), copy))
    if m.store.get((thing, "{}")) is not None:
        entries = m.entries(thing)
        m.store.set((new, "{}"), Entries(tuple((k, copy(v)) for k, v in entries.known), copy(entries.others)))


def _shell(m: Machine, frame: Frame, thing: Obj | Listing | Mapping, place: Place) -> Thing:
    """An empty copy; that of a recurrent layer is the same construction."""
    if isinstance(thing, Listing):
        return Listing(thing.kind, thing.place)
    if isinstance(thing, Mapping):
        return Mapping(thing.place, factory=thing.factory)
    address = (frame.context, frame.iteration, place, thing.address)
    if address not in m.objects:
        m.objects[address] = Obj(address, thing.cls, thing.place)
    if thing in m.layers:
        m.layers[m.objects[address]] = m.layers[thing]
    return m.objects[address]


_ITSELF = Native(lambda m, frame, args, place: args.value(0))


def _reference(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``weakref.ref(x)``: a callable that gives it, as long as somebody else holds it."""
    return m.just(Partial(m.just(_ITSELF), (args.value(0),), ()))


def _read_json(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``json.loads`` of a text that is known: what it says; of another something plain."""
    text = only(m.live(args.value(0))) if args.values() == [*args.positional[:1]] else None
    if isinstance(text, Const) and isinstance(text.value, str) and len(text.value) < limits.MAX_TEXT:
        with contextlib.suppress(ValueError, RecursionError):
            return _of_json(m, frame, json.loads(text.value), place, 0)
    return library.plain(m, Entry(name="json.loads"), args)


def _of_json(m: Machine, frame: Frame, read: object, place: Place, depth: int) -> Value:
    if depth > limits.MAX_VALUE_DEPTH:
        return m.unknown("a part", ("json", m.serial()))
    if isinstance(read, dict):
        entries = ((key, _of_json(m, frame, value, place, depth + 1)) for key, value in read.items())
        return m.new_dict(place, Entries(tuple(entries)))
    if isinstance(read, list):
        elements = (One(_of_json(m, frame, value, place, depth + 1)) for value in read)
        return m.new_list(frame, place, tuple(elements))
    return m.const(read)


def _wraps(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    return m.just(Native(lambda m, f, a, p: a.positional[0] if a.positional else m.const(None)))


def _of_kind(kind: str) -> calls.Handler:
    """``property(f)``, ``staticmethod(f)`` and their kin, called instead of written as a decorator."""

    def handler(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        return tuple((g, classes._of_kind(x, kind)) for g, x in args.value(0))

    return handler


def _plain_object(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``object()``: nothing but itself, as a mark that nobody else gives."""
    return m.just(m.object(frame, Library("builtins.object"), place))


def _new_object(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``object.__new__(cls)``: an object that no constructor has seen."""
    cls = only(args.value(0))
    return m.just(m.object(frame, cls, place)) if isinstance(cls, Class) else NOTHING


TABLE: dict[str, calls.Handler] = {
    **iterables.TABLE,
    "builtins.len": _len,
    "builtins.range": _range,
    "builtins.dict": _dict,
    "collections.OrderedDict": _dict,
    "collections.defaultdict": _default_dict,
    "collections.Counter": _counter,
    "builtins.sum": _sum,
    "builtins.max": _extreme(max),
    "builtins.min": _extreme(min),
    "builtins.abs": _of_numbers(abs),
    "builtins.round": _of_numbers(round),
    "builtins.divmod": _of_numbers(divmod),
    "builtins.getattr": _getattr,
    "builtins.setattr": _setattr,
    "builtins.hasattr": _hasattr,
    "builtins.isinstance": _isinstance,
    "builtins.issubclass": _issubclass,
    "builtins.super": _super,
    "builtins.type": _type,
    "builtins.callable": _callable,
    "builtins.vars": _vars,
    "builtins.globals": _globals,
    evaluated.EVAL: evaluated.evaluate,
    "builtins.int": _convert(int),
    "builtins.float": _convert(float),
    "builtins.str": _convert(str),
    "builtins.bool": _bool,
    "builtins.any": _any_all("any"),
    "builtins.all": _any_all("all"),
    "functools.partial": makers.partial(method=False),
    "functools.partialmethod": makers.partial(method=True),
    "types.MethodType": makers.method_type,
    "functools.wraps": _wraps,
    "json.loads": _read_json,
    "weakref.ref": _reference,
    "functools.singledispatch": dispatch.by_type(of=0),
    "functools.singledispatchmethod": dispatch.by_type(of=1),
    "operator.itemgetter": makers.item_getter,
    "operator.attrgetter": makers.attribute_getter,
    "operator.methodcaller": makers.method_caller,
    "collections.namedtuple": _named_tuple,
    "typing.NamedTuple": _named_tuple,
    "dataclasses.asdict": _as_dict,
    "dataclasses.replace": _replace,
    "copy.copy": _shallow_copy,
    "copy.deepcopy": _deep_copy,
    options.PARSER: options.parser,
    imports.IMPORT_MODULE: imports.import_module,
    "builtins.property": _of_kind("property"),
    "builtins.staticmethod": _of_kind("staticmethod"),
    "builtins.classmethod": _of_kind("classmethod"),
    "builtins.object": _plain_object,
    "builtins.object.__new__": _new_object,
    "builtins.object.__setattr__": _setattr,
    "sys.exit": _exit,
    "os._exit": _exit,
    "builtins.exit": _exit,
    "builtins.quit": _exit,
}
