"""What the methods of layers do to the parts of a layer: set, find, list and visit them, and call hooks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.catalog import Entry
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.trace import calls, conditions, memo, names, objects, positions, sequences, texts
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, element_values
from staticrelu.trace.values import (
    NOTHING,
    Bound,
    Class,
    Const,
    Elements,
    Entries,
    Function,
    Library,
    Many,
    Mapping,
    Namespace,
    Obj,
    One,
    Partial,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
)


def do(m: Machine, frame: Frame, entry: Entry, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    """Do the deed of a catalogued method; None if its entry's other fields say the rest."""
    deed = _DEEDS.get(entry.does)
    return deed(m, frame, receiver, args, place) if deed is not None else None


Deed = Callable[[Machine, Frame, Thing, "calls.Args", Place], "Value | None"]


def _set(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    names = ("name", "target")
    name = args.get(0) or next((args.keywords[n] for n in names if n in args.keywords), NOTHING)
    keys = ("module", "tensor", "param")
    value = args.get(1) or next((args.keywords[k] for k in keys if k in args.keywords), m.const(None))
    known = only(name)
    path, _, last = str(known.value).rpartition(".") if isinstance(known, Const) else ("", "", "")
    if path:  # it leads into another layer, which is the one that changes
        owners = _part(m, frame, receiver, calls.Args((m.const(path),)), place) or NOTHING
        inner = calls.Args((m.const(last), value))
        return m.each(owners, place, lambda owner: _set(m, frame, owner, inner, place) or NOTHING)
    before = m.store.get((receiver, "[]"))
    set_named(m, frame, receiver, name, value, place)
    if isinstance(receiver, Obj) and before is not None and m.elements(receiver) is before:
        m.store.set((receiver, "[]"), (*before, One(value)))
    elif isinstance(receiver, Obj) and m.store.get((receiver, "{}")) is not None:
        sequences.set_entry(m, receiver, name, value, place)
    return m.const(None)


def set_named(m: Machine, frame: Frame, receiver: Thing, name: Value, value: Value, place: Place) -> None:
    """Set the attribute of a computed name; one that is not known may be any that is not found otherwise."""
    for guard, thing in m.live(name):
        if isinstance(thing, Const) and isinstance(thing.value, str):
            if guard.is_true:
                objects.set_attribute(m, frame, m.just(receiver), thing.value, value, place)
            else:
                old: Value = m.store.get((receiver, thing.value)) or NOTHING
                m.store.set((receiver, thing.value), m.join([(guard, value), (~guard, old)], place))
        else:
            for slot in (objects.SOME_NAME, objects.slot(thing)):
                old = m.store.get((receiver, slot)) or NOTHING
                m.store.set((receiver, slot), sequences.weak(m, old, value, place))
            for key, held in objects.settings(m, receiver).items():
                m.store.set((receiver, key), sequences.perhaps(m, held, key, m.just(thing), value, place))


def called(m: Machine, obj: Obj, name: str) -> Value | None:
    """The part of a container of layers that bears a name, or a number; None if there is none."""
    if m.store.get((obj, "{}")) is not None:
        return next((value for key, value in m.entries(obj).known if key == name), None)
    if m.store.get((obj, "[]")) is not None and name.isdecimal():
        found = positions.parted(m.elements(obj), int(name))
        return found[1].value if found is not None else None
    return None


def exchange(m: Machine, holder: Thing, name: str, value: Value, place: Place) -> bool:
    """The part of a container that bears a name becomes another, or, for nothing, goes; whether there was one."""
    if not isinstance(holder, Obj) or not m.is_module(holder.cls):
        return False
    if m.store.get((holder, "{}")) is not None:
        is_part = any(key == name for key, _ in m.entries(holder).known) or any(isinstance(x, Obj) for _, x in value)
        if is_part:
            sequences.set_entry(m, holder, m.const(name), value, place)
        return is_part
    if m.store.get((holder, "[]")) is None:
        return False
    elements, old = m.elements(holder), m.store.get((holder, name))
    named = (i for i, element in enumerate(elements) if isinstance(element, One) and element.value == old)
    at = int(name) if name.isdecimal() else next(named, len(elements))
    if not all(isinstance(element, One) for element in elements[: at + 1]):
        return False
    if at >= len(elements) and not holds_layer(m, value):
        return False
    m.store.set((holder, "[]"), (*elements[:at], *((One(value),) if value else ()), *elements[at + 1 :]))
    return True


def holds_layer(m: Machine, value: Value) -> bool:
    """Whether a value may be a layer."""
    return any(isinstance(thing, Obj) and m.is_module(thing.cls) for _, thing in value)


def get_named(
    m: Machine,
    frame: Frame,
    receiver: Thing,
    name: Value,
    place: Place,
    default: Value | None = None,
    text: str = "...",
) -> Value:
    """Read the attribute of a computed name; ``text`` is what a reader sees of it."""

    def handle(thing: Thing) -> Value:
        thing = _opened(m, thing, text)
        if isinstance(thing, Const) and isinstance(thing.value, str):
            if default is not None and isinstance(receiver, Obj) and not has(m, frame, receiver, thing.value, place):
                return default
            return objects.get_attribute(m, frame, m.just(receiver), thing.value, place)
        return _any_attribute(m, frame, receiver, thing, place)

    return m.each(name, place, handle)


def _opened(m: Machine, name: Thing, text: str) -> Thing:
    """A name that is a part of what the model is given is a text that is open, and no tensor."""
    given = m.given(name)
    if isinstance(given, Tensor) and m.is_given(m.content(given)):
        return Symbol(("given", m.content(given)), text)
    return given


def has(m: Machine, frame: Frame, receiver: Obj, name: str, place: Place) -> bool:
    """Whether an object has an attribute, as far as can be seen."""
    thing = only(objects.get_attribute(m, frame, m.just(receiver), name, place))
    return not (isinstance(thing, Symbol) and thing.key == ("attribute", receiver, name) and bool(thing.reason))


def _any_attribute(m: Machine, frame: Frame, receiver: Thing, name: Thing, place: Place) -> Value:
    """The attribute of a name that is open: one whose name is known to be possible, or what was set under an open name."""
    held = objects.set_under_open_names(m, receiver, texts.pattern_of(name), place)
    if held is not None:
        return held
    if isinstance(name, Symbol):

        def read(known: str) -> Value:
            return objects.get_attribute(m, frame, m.just(receiver), known, place)

        return _one_of_names(m, receiver, name, _possible_names(m, receiver, name), read, place)
    return m.just(Symbol(("getattr", receiver, name), "getattr(..., ...)", "getattr(..., ...)"))


def _possible_names(m: Machine, receiver: Thing, name: Symbol) -> list[str]:
    """The names that an open name is known to be possible, and those of what the receiver has that its pattern fits."""
    found = [v for v in conditions.possible_constants(m, name) if isinstance(v, str)]
    if isinstance(receiver, Obj):
        found += [n for n in m.names(receiver) if name.pattern and texts.matches(name.pattern, n)]
        found += [n for n in _callables(m, receiver) if texts.matches(texts.pattern_of(name), n)]
    if isinstance(receiver, Tensor):
        found += [entry.name for entry in m.catalog.activation_methods(m.kinds)]
    found += _defined(m, receiver)
    return list(dict.fromkeys(found))[: limits.MAX_CASES]


def _callables(m: Machine, obj: Obj) -> list[str]:
    """The layers that an object holds, and the methods of its classes but for those that are running."""
    found = [name for name, _, _ in direct_parts(m, obj)]
    running = {definition for definition, _ in m.active}
    m.told.append(-1)
    for base in obj.cls.order if isinstance(obj.cls, Class) else ():
        for name, statements in base.table.items() if isinstance(base, Class) else ():
            if (
                isinstance(statements[-1], t.FunctionDef)
                and statements[-1] not in running
                and not name.startswith("__")
            ):
                found.append(name)
    return found


def _defined(m: Machine, receiver: Thing) -> list[str]:
    """The classes and functions of a module, imported ones too, if it is small: an open name of it is one of them."""
    if not isinstance(receiver, Namespace):
        return []
    found = m.project.names_in(receiver.module)
    if len(found) > limits.MAX_GLOBALS:
        return []
    values = ((name, names.module_name(m, receiver.module, name) or NOTHING) for name in found)
    found = [name for name, value in values if any(isinstance(x, Class | Function | Partial) for _, x in value)]
    return found if len(found) < limits.MAX_CASES else []


def _one_of_names(
    m: Machine, receiver: Thing, name: Symbol, possible: list[str], read: Callable[[str], Value], place: Place
) -> Value:
    """What has an open name: what a possible name stands for where it is that, and something open where it is no such name."""
    arms: list[tuple[Guard, Callable[[], Value]]] = []
    left = m.space.true
    for known in possible:
        guard = conditions.symbol_equals(m, name, known)
        arms.append((left & guard, lambda known=known: read(known)))  # type: ignore[misc]
        left = left & ~guard
    if _defined(m, receiver):
        m.graph.assumed.add(~m.path | ~left)  # any other name raises
    elif m.path.meets(left):
        text = f"getattr(..., {name.text})"
        other = (
            Bound(receiver, text) if isinstance(receiver, Tensor) else Symbol(("getattr", receiver, name), text, text)
        )
        arms.append((left, lambda: m.just(other)))
    return m.branches(arms, place)


# --- listing parts --------------------------------------------


def direct_parts(m: Machine, obj: Thing) -> list[tuple[str, Value, bool]]:
    """The layers that an object holds: name, value, and whether it stands for several."""
    if not isinstance(obj, Obj):
        return []
    found: list[tuple[str, Value, bool]] = []
    if m.store.get((obj, "[]")) is not None:
        for number, element in enumerate(m.elements(obj)):
            many = isinstance(element, Many)
            found += [
                (str(number), v, many) for v in ((element.value,) if isinstance(element, One) else element.values)
            ]
    elif m.store.get((obj, "{}")) is not None:
        found += [(str(key), value, False) for key, value in m.entries(obj).known]
    else:
        found += [(name, value, False) for name, value in objects.parts_of(m, obj).items()]
    return [(n, v, many) for n, v, many in found if holds_layer(m, v)]


def all_parts(m: Machine, obj: Thing) -> list[tuple[str, Value, bool]]:
    """An object and all that it holds, at any depth: as many as are told apart."""
    return list(itertools.islice(_held_by(m, obj, "", 0), limits.MAX_ELEMENTS))


def _held_by(m: Machine, obj: Thing, prefix: str, depth: int) -> Iterator[tuple[str, Value, bool]]:
    yield prefix, m.just(obj), False
    if depth > limits.MAX_VALUE_DEPTH:
        return
    for name, value, many in direct_parts(m, obj):
        for _, thing in value:
            if isinstance(thing, Obj):
                for inner, held, more in _held_by(m, thing, f"{prefix}.{name}".strip("."), depth + 1):
                    yield inner, held, many or more


def _listed(found: list[tuple[str, Value, bool]], m: Machine, named: bool) -> Elements:
    elements: list[One | Many] = []
    for name, value, many in found:
        item = m.just(Tuple((One(m.const(name)), One(value)))) if named else value
        elements.append(Many((item,)) if many else One(item))
    return tuple(elements)


def _parts(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    return m.just(Tuple(_listed(direct_parts(m, receiver), m, named=False)))


def _named_parts(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    return m.just(Tuple(_listed(direct_parts(m, receiver), m, named=True)))


def _all_parts(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    return m.just(Tuple(_listed(all_parts(m, receiver), m, named=False)))


def _named_all_parts(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    return m.just(Tuple(_listed(all_parts(m, receiver), m, named=True)))


def named_parts_dict(m: Machine, obj: Obj) -> Value:
    """The parts of a layer as a dict by name; an entry that is written becomes a part."""
    known: tuple[tuple[object, Value], ...] = tuple((name, value) for name, value, _ in direct_parts(m, obj))
    return m.new_dict(obj.place, Entries(known), obj)


def _part(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    def handle(thing: Thing) -> Value:
        name = _opened(m, thing, args.text(0))
        if isinstance(name, Const):
            return _part_at(m, frame, receiver, str(name.value), place)
        if not isinstance(name, Symbol):
            return m.just(Symbol(("getattr", receiver, name), "a part", "a part of an open name"))
        constants = [v for v in conditions.possible_constants(m, name) if isinstance(v, str)]
        held = [n for n, _, _ in all_parts(m, receiver) if n and texts.matches(texts.pattern_of(name), n)]
        possible = list(dict.fromkeys((*constants, *held)))[: limits.MAX_CASES]
        return _one_of_names(m, receiver, name, possible, lambda n: _part_at(m, frame, receiver, n, place), place)

    return m.each(args.value(0, "target"), place, handle)


def _part_at(m: Machine, frame: Frame, receiver: Thing, path: str, place: Place) -> Value:
    """The part to which a dotted name leads."""
    value = m.just(receiver)
    for step in path.split("."):
        if step:
            held = [v for _, x in value for n, v, _ in direct_parts(m, x) if n == step]
            value = held[0] if held else objects.get_attribute(m, frame, value, step, place)
    return value


def _visit(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    function = args.get(0, "fn")
    if function is not None and any(isinstance(x, Function) for _, x in function):
        for _, value, _ in reversed(all_parts(m, receiver)):
            memo.visit(m, function, value, None, partial(calls.call, m, frame, function, calls.Args((value,)), place))
    return m.just(receiver)


def _keep_arguments(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    """The arguments of the constructor that is running become an attribute."""
    if frame.function is None:
        return None
    holder = Mapping(place)
    known: list[tuple[object, Value]] = []
    for param in frame.function.definition.params[1:]:
        value = m.store.get((frame, param.name))
        if value is not None:
            known.append((param.name, value))
            m.store.set((holder, param.name), value)
    m.store.set((holder, "{}"), Entries(tuple(known)))
    m.store.set((receiver, "hparams"), m.just(holder))
    return m.const(None)


def _apply_class(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    """``Function.apply(x)`` of a scanned autograd function: its ``forward``, with a context in front."""
    if not isinstance(receiver, Class):
        return None
    forward = objects.find_in_order(m, receiver.order, "forward")
    if forward is None:
        return None
    context = m.just(Symbol(("context", place, frame.context), "ctx"))
    return calls.call(m, frame, forward, args.first(context), place)


def _construct(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    """``Model.load_from_checkpoint(path)`` of a scanned class: an object of it, whatever it was constructed with."""
    from staticrelu.trace import classes, given

    if not isinstance(receiver, Class):
        return None
    return classes.construct(m, frame, receiver, given.constructor_args(m, receiver, ()), place)


# --- hooks --------------------------------------------


def _hook(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    return _keep_hook(m, frame, receiver, "hooks", args.get(0, "hook"), place)


def _pre_hook(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    return _keep_hook(m, frame, receiver, "pre-hooks", args.get(0, "hook"), place)


_HOOK = "<hook>"
"""What the handle of a hook holds: the hook, until it is taken off; no attribute can bear the name."""


def _keep_hook(m: Machine, frame: Frame, receiver: Thing, kind: str, hook: Value | None, place: Place) -> Value:
    """Give a layer a hook. It has the handles of its hooks, and each of these its hook."""
    handle = m.object(frame, Library(m.catalog.doer("unhook")), place, receiver)
    m.store.set((handle, _HOOK), tuple((m.path & guard, thing) for guard, thing in hook or NOTHING))
    handles = dict.fromkeys((*_handles(m, receiver, kind), handle))
    m.store.set((receiver, kind), m.just(Tuple(tuple(One(m.just(x)) for x in handles))))
    return m.just(handle)


def _unhook(m: Machine, frame: Frame, receiver: Thing, args: calls.Args, place: Place) -> Value | None:
    m.store.set((receiver, _HOOK), NOTHING)
    return m.const(None)


def _handles(m: Machine, obj: Thing, kind: str) -> list[Thing]:
    held: Value = m.store.get((obj, kind)) or NOTHING
    tuples = (x for _, x in held if isinstance(x, Tuple))
    return list(dict.fromkeys(x for one in tuples for value in element_values(one.elements) for _, x in value))


def _hooks(m: Machine, obj: Thing, kind: str) -> list[Value]:
    """The hooks of a layer, each under the guard that it was registered under: where it was not, there is none."""
    hooks: list[Value] = [m.store.get((handle, _HOOK)) or NOTHING for handle in _handles(m, obj, kind)]
    return [hook for hook in hooks if hook]


def _run_hook(m: Machine, frame: Frame, hook: Value, args: calls.Args, value: Value, place: Place) -> Value:
    """A value with a hook run over it: what the hook gives back replaces it, if it is not None."""
    missing = ~m.space.any(guard for guard, _ in hook)

    def run(thing: Thing) -> Value:
        return m.just(thing) if thing == Const(None) else calls.call_thing(m, frame, thing, args, place)

    given = m.each((*hook, (missing, Const(None))), place, run)
    none = m.space.any(g for g, x in given if x == Const(None))
    kept = tuple((g, x) for g, x in given if x != Const(None))
    return m.join([(m.space.true, kept), (none, value)], place) if kept else value


def run_pre_hooks(m: Machine, frame: Frame, obj: Obj, args: calls.Args, place: Place) -> calls.Args:
    """Hooks before ``forward``: what one gives back replaces the arguments."""
    for hook in _hooks(m, obj, "pre-hooks"):
        given = m.just(Tuple(tuple(One(v) for v in args.positional)))
        result = _run_hook(m, frame, hook, calls.Args((m.just(obj), given)), given, place)
        tuples = ((g, x if isinstance(x, Tuple) else Tuple((One(m.just(x)),))) for g, x in result)
        thing = only(m.join([(m.space.true, tuple(tuples))], place))
        if isinstance(thing, Tuple):
            args = replace(args, positional=tuple(element_values(thing.elements)))
    return args


def run_hooks(m: Machine, frame: Frame, obj: Obj, args: calls.Args, result: Value, place: Place) -> Value:
    """Hooks after ``forward``: what one gives back replaces the output."""
    given = m.just(Tuple(tuple(One(v) for v in args.positional)))
    for hook in _hooks(m, obj, "hooks"):
        result = _run_hook(m, frame, hook, calls.Args((m.just(obj), given, result)), result, place)
    return result


_DEEDS: dict[str, Deed] = {
    "set": _set,
    "part": _part,
    "parts": _parts,
    "named parts": _named_parts,
    "all parts": _all_parts,
    "named all parts": _named_all_parts,
    "visit": _visit,
    "hook": _hook,
    "pre-hook": _pre_hook,
    "unhook": _unhook,
    "keep arguments": _keep_arguments,
    "apply": _apply_class,
    "construct": _construct,
}
