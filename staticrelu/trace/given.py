"""What a model is given where it is entered: open arguments with their defaults, and tensors.

An argument whose annotation names a scanned class of layers is an object of that class, which nothing else decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.guards import Atom, Guard
from staticrelu.place import Place
from staticrelu.project import Module
from staticrelu.trace import calls, classes, names, objects, sequences
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import (
    NOTHING,
    Class,
    Const,
    Entries,
    Function,
    Library,
    Listing,
    Many,
    Mapping,
    Obj,
    One,
    Symbol,
    Thing,
    Tuple,
    Value,
    only,
)
from staticrelu.tree_text import unparse

Given: TypeAlias = "tuple[tuple[object, str], ...]"
"""Constants given for a parameter, each with the place."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the scanned code (as a reader is told it) that constructs something, with its arguments as they are written."""

    place: str
    call: t.Call


def constructor_args(m: Machine, cls: Class, sites: Sequence[Site], depth: int = 0) -> calls.Args:
    """What a class is constructed with that nothing scanned constructs as a whole.

    ``depth`` counts the parts that are handed to parts.
    """
    init = objects.find_in_order(m, cls.order, "__init__")
    if cls.fields and "__init__" not in cls.table:
        return _field_args(m, cls, sites, depth)
    function = only(init) if init else None
    if not isinstance(function, Function):
        return calls.Args()
    positional: list[Value] = []
    keywords: dict[str, Value] = {}
    rest: list[One | Many] = []
    others: Value = NOTHING
    for number, (param, default) in enumerate(zip(function.definition.params, function.defaults, strict=True)):
        if number == 0:
            continue
        if param.kind == "*":
            rest.append(Many((m.just(Symbol(("argument", param.name), f"*{param.name}", argument=True)),), True))
        elif param.kind == "**":
            others = m.just(Symbol(("argument", param.name), param.name, argument=True))
        else:
            value = _handed(m, function.module, param, default, depth) or _open_argument(
                m, param, default, _given(sites, param.name, number - 1)
            )
            if param.kind == "kw":
                keywords[param.name] = value
            else:
                positional.append(value)
    return calls.Args(tuple(positional), keywords, tuple(rest), others)


def _field_args(m: Machine, cls: Class, sites: Sequence[Site], depth: int) -> calls.Args:
    keywords = {}
    for number, item in enumerate(cls.fields):
        if isinstance(item.target, t.Name):
            param = t.Param(item.target.id, "any", item.value, item.annotation)
            frame = classes.class_frame(m, cls)
            default = m.eval(frame, item.value) if isinstance(item.value, t.Constant) else None
            value = _handed(m, cls.module, param, default, depth)
            keywords[param.name] = value or _open_argument(m, param, default, _given(sites, param.name, number))
    return calls.Args((), keywords)


def _handed(m: Machine, module: Module, param: t.Param, default: Value | None, depth: int = 0) -> Value | None:
    """The layer that an argument is, by its annotation; None where that names no class of layers that is scanned."""
    if param.annotation is None or param.kind in ("*", "**"):
        return None
    named = only(_annotated(m, module, param.annotation))
    if not isinstance(named, Class) or not m.is_module(named) or _is_interface(m, named):
        return None
    if depth >= limits.MAX_HANDED_DEPTH:
        return None
    place = Place(module.path, param.annotation.span)
    frame = Frame(module, ("handed", place, depth), (place,))  # one call further in than who is handed it
    made = classes.construct(m, frame, named, constructor_args(m, named, (), depth + 1), named.place)
    if default is None or param.default is None:
        return made
    text = unparse(param.default)
    atom = Atom((frame, "default"), f"{param.name}={text} (default {text})", f"{param.name} is given")
    return m.join(((m.space.atom(atom), default), (~m.space.atom(atom), made)), named.place)


def _is_interface(m: Machine, cls: Class) -> bool:
    """Whether a class leaves to others what it does: what is handed over is of one that is derived from it."""
    defined = {name for base in cls.order if isinstance(base, Class) for name in base.table}
    methods = {name: only(objects.find_in_order(m, cls.order, name) or NOTHING) for name in sorted(defined)}
    return any(
        thing.abstract or refuses(thing.definition, name in ("forward", "__call__"))
        for name, thing in methods.items()
        if isinstance(thing, Function) and isinstance(thing.definition, t.FunctionDef)
    )


def refuses(method: t.FunctionDef, is_entry: bool) -> bool:
    """Whether a method is there to be overridden: all it does is to raise, or, of an entry, nothing."""
    body = [statement for statement in method.body if not _says_nothing(statement)]
    return isinstance(body[0], t.Raise) if body else is_entry


def _says_nothing(statement: t.Stmt) -> bool:
    """Whether it is ``pass``, a docstring, or dots."""
    if isinstance(statement, t.ExprStmt):
        return isinstance(statement.value, t.Constant)
    return isinstance(statement, t.Jump) and statement.kind == "pass"


def _annotated(m: Machine, module: Module, annotation: t.Expr) -> Value:
    """What a name in an annotation means: written as it is, in quotes, or as what may be None as well."""
    if isinstance(annotation, t.Constant) and isinstance(annotation.value, str):
        words = [word for word in re.findall(r"[\w.]+", annotation.value) if word not in ("None", "Optional")]
        return (names.module_name(m, module, words[0]) or NOTHING) if len(words) == 1 else NOTHING
    if isinstance(annotation, t.Binary):
        sides = (annotation.first, *(side for _, side in annotation.rest))
        others = [side for side in sides if not (isinstance(side, t.Constant) and side.value is None)]
        return _annotated(m, module, others[0]) if len(others) == 1 else NOTHING
    if isinstance(annotation, t.Subscript):
        return _annotated(m, module, annotation.index) if unparse(annotation.value).endswith("Optional") else NOTHING
    if isinstance(annotation, t.Name | t.Attribute):
        return m.eval(m.module_frame(module), annotation)
    return NOTHING


def _open_argument(m: Machine, param: t.Param, default: Value | None, given: Given) -> Value:
    """An argument that nothing decides: open, with its default; a default that can be called stands beside the open rest."""
    key = ("argument", param.name)
    thing = only(default) if default else None
    if default is None or param.default is None:
        return m.just(Symbol(key, param.name, argument=True, candidates=given))
    opened = _opened(m, thing, Symbol(key, param.name, argument=True, candidates=given))
    if opened is not None:
        return opened
    if thing is None or isinstance(thing, Symbol) or _is_empty(m, thing):
        return default
    if isinstance(thing, Obj) and isinstance(thing.cls, Class) and classes.is_enum(m, thing.cls):
        members = classes.enum_members(m, thing.cls)
        if len(members) > 1:  # the only one is a mark of what is left out, and something else may be given
            return _open_member(m, param, members, unparse(param.default))
    text = unparse(param.default)
    atom = Atom((key, "default"), f"{param.name}={text} (default {text})", f"{param.name} is not {text} (its default)")
    holds = m.space.atom(atom)
    other = Symbol((key, "other"), param.name, param.name, argument=True, candidates=given)
    return ((holds, thing), (~holds, other))


def _is_empty(m: Machine, thing: Thing) -> bool:
    return (isinstance(thing, Tuple) and not thing.elements) or (isinstance(thing, Listing) and not m.elements(thing))


def _opened(m: Machine, default: Thing | None, symbol: Symbol) -> Value | None:
    """Something open that has a default of constants; None for any other default."""
    if isinstance(default, Mapping):
        return _open_dict(m, default, replace(symbol, is_dict=True))
    constant = sequences.constant(m, default)
    return m.just(replace(symbol, default=constant)) if constant is not None else None


def _open_dict(m: Machine, default: Mapping, whole: Symbol) -> Value:
    """A dict that nothing decides: what it holds by default is open as well, each under its key."""

    def opened(key: object, value: Value) -> Value:
        symbol = only(sequences.item_of(m, whole, m.key(key), default.place))
        if not isinstance(symbol, Symbol) or symbol.depth >= limits.MAX_OPEN_DEPTH:
            return value
        thing = only(value)
        if isinstance(thing, Class | Function | Library):
            named = f"{symbol.text} is its default"
            holds = m.space.atom(Atom((symbol.key, "default"), named, f"{symbol.text} is not its default"))
            return ((holds, thing), (~holds, replace(symbol, reason=symbol.text)))
        return _opened(m, thing, symbol) or value

    known = tuple((key, opened(key, value)) for key, value in m.entries(default).known)
    return m.new_dict(default.place, Entries(known, m.just(whole)))


def _open_member(m: Machine, param: t.Param, members: Sequence[Obj], default: str) -> Value:
    """An argument that is some member of an enumeration."""
    key = ("argument", param.name)
    cases: list[tuple[Guard, Thing]] = []
    for member in members[: limits.MAX_CASES]:
        name = only(m.store.get((member, "name")))
        text = f"{member.cls.name.rpartition('.')[2]}.{name.value if isinstance(name, Const) else name}"
        note = f" (default {default})"
        atom = Atom(
            (key, "is", text), f"{param.name} is {text}{note}", f"{param.name} is not {text}{note}", subject=key
        )
        cases.append((m.space.equals(key, text, atom), member))
    m.graph.assumed.add(m.space.any(guard for guard, _ in cases))
    return tuple(cases)


def _given(sites: Sequence[Site], name: str, position: int) -> Given:
    """The constants that the places of construction give for a parameter, each with its place."""
    found: dict[tuple[type, object], str] = {}
    for site in sites:
        plain = [a for a in site.call.args if a.name is None and a.star == 0]
        value = next((a.value for a in site.call.args if a.name == name), None)
        if value is None and position < len(plain) and all(a.star == 0 for a in site.call.args):
            value = plain[position].value
        if isinstance(value, t.Constant) and not value.kind and isinstance(value.value, str | bool):
            found.setdefault((type(value.value), value.value), site.place)
    return tuple((value, place) for (_, value), place in found.items())


# --- the arguments of entries ---


def inputs(m: Machine, function: Function, place: Place, skip: int = 1) -> calls.Args:
    """What an entry is given: a tensor for each parameter, or an open flag where the default says that it is one."""
    positional: list[Value] = []
    keywords: dict[str, Value] = {}
    rest: list[One | Many] = []
    others: Value = NOTHING
    for param, default in list(zip(function.definition.params, function.defaults, strict=True))[skip:]:
        thing = only(default) if default else None
        if isinstance(thing, Const) and thing.value is not None:
            key = ("input", function.definition.span, param.name)
            value = m.just(Symbol(key, param.name, default=thing, argument=True))
        else:
            handed = _handed(m, function.module, param, default)
            value = handed or _placeholder(m, param, thing, place)
        if param.kind == "*":
            rest.append(Many((value,), True))
        elif param.kind == "**":
            others = value
        elif param.kind == "kw":
            keywords[param.name] = value
        else:
            positional.append(value)
    return calls.Args(tuple(positional), keywords, tuple(rest), others)


def _placeholder(m: Machine, param: t.Param, default: Thing | None, place: Place) -> Value:
    node = m.node("placeholder", param.name, place)
    constant = default if isinstance(default, Const) else None
    m.inputs[node] = Symbol(("input", node), param.name, default=constant, argument=True)
    return m.tensor(node)
