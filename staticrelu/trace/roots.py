"""Entering models: construct them with open arguments, call what is called from outside, over and over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.graph import Graph
from staticrelu.guards import Atom, Guard
from staticrelu.place import NO_SPAN, Place
from staticrelu.project import Module
from staticrelu.project.walk import walk
from staticrelu.trace import calls, classes, escape, given, library, loops, memo, names, objects, parts
from staticrelu.trace.frames import MEMORY, End, Frame
from staticrelu.trace.machine import BudgetSpentError, IdleSpentError, Machine, element_values
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
    Obj,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
)

D = TypeVar("D", Class, Function)

CALLED_AGAIN = "the model is called again"


@dataclass(slots=True)
class Traced:
    """What tracing one model gave: its graph, what it is made of, and what a spent budget cut off."""

    graph: Graph
    parts: set[str]
    spent: str = ""


def trace_class(
    m: Machine, module: Module, name: str, sites: Sequence[given.Site], outside: frozenset[str]
) -> Traced | None:
    """Trace a class of the module's top level; None if the name is no class.

    ``sites`` are the places that construct it, ``outside`` the names of methods that scanned code calls on objects.
    """

    def enter() -> bool:
        found = [cls for cls in _defined(m, module, name, Class) if not classes.is_abstract(m, cls)]
        if found and not any(m.is_module(cls) for cls in found):
            m.budget = limits.MAX_DRIVER_WORK
        for cls in found:
            _enter_class(m, cls, sites, outside)
            _enter_nested(m, cls)
        return bool(found)

    return _bounded(m, enter)


def trace_function(m: Machine, module: Module, name: str) -> Traced | None:
    """Trace a function of the module's top level; None if the name is no function."""

    def enter() -> bool:
        m.budget = limits.MAX_DRIVER_WORK
        frame = Frame(module, ("root", module.path, name))
        found = _defined(m, module, name, Function)
        for function in found:
            made = _enter_function(m, frame, function)
            built = (m.live(value) for owner, _, value in _variables(m) if not owner.is_module)
            objects_built = (tuple((g, x) for g, x in value if isinstance(x, Obj)) for value in built)
            _enter_made(m, frame, Place(module.path, function.definition.span), [made, *objects_built])
            escape.hand_on(m, made)
        _name_locals(m)
        return bool(found)

    return _bounded(m, enter)


def _defined(m: Machine, module: Module, name: str, kind: type[D]) -> list[D]:
    """The classes or functions of a module that its top level binds to a name: several, where one of them is chosen.

    Finding it out may take all that a model may cost.
    """
    value = names.module_name(m, module, name) or NOTHING
    found = [thing for _, thing in value if isinstance(thing, kind) and thing.module is module]
    if not found and kind is Class:  # something else was made of it, and bound to its name
        top = (thing for thing in m.classes.values() if thing.module is module and not _is_local(thing.env))
        found = [thing for thing in top if thing.definition.name == name]
    return found


def _enter_nested(m: Machine, cls: Class) -> None:
    """Enter the classes that stand in the body of a class, if nothing there constructs them."""
    frame = classes.class_frame(m, cls)
    for name, statements in cls.table.items():
        value = classes.class_attribute(m, cls, name) if isinstance(statements[0], t.ClassDef) else None
        if value and m.live(value):
            m.each(value, cls.place, lambda thing: _enter_one(m, frame, cls.place, thing))


def _enter_function(m: Machine, frame: Frame, function: Function) -> Value:
    """Call a function with what it may be given."""
    place = Place(function.module.path, function.definition.span)
    return calls.call_function(m, frame, function, given.inputs(m, function, place, skip=0), place, entry=True)


def _enter_made(m: Machine, frame: Frame, place: Place, made: Sequence[Value]) -> None:
    """Enter what was put together here, or defined and handed out, if nothing calls it: no model alone knows of it."""
    handed_on = [m.just(thing) for thing in {id(thing): thing for thing in m.handed_on}.values()]
    for value in filter(m.live, (*made, *handed_on)):
        m.each(value, place, lambda thing: _enter_one(m, frame, place, thing))


def _enter_one(m: Machine, frame: Frame, place: Place, thing: Thing) -> Value:
    if isinstance(thing, Tuple):
        for value in filter(m.live, element_values(thing.elements)):
            m.each(value, place, lambda inner: _enter_one(m, frame, place, inner))
        return NOTHING
    base, path, mark = m.store, m.path, m.graph.assumed.mark
    m.store = base.child()
    _enter_alone(m, frame, thing)
    if m.path.is_false:
        m.graph.assumed.forget(mark)  # all it does is to raise
    m.store, m.path = base, path  # what others find is what was there before
    return NOTHING


def _enter_alone(m: Machine, frame: Frame, thing: Thing) -> None:
    if isinstance(thing, Function) and _is_local(thing.env) and thing.owner is None:
        if (thing.definition, thing.env) not in m.seen.ran:
            _enter_function(m, frame, thing)
    elif isinstance(thing, Class) and _is_local(thing.env) and m.is_module(thing) and thing not in m.parts:
        _enter_class(m, thing, (), frozenset())
    elif isinstance(thing, Obj) and _is_composed(m, thing):
        if isinstance(thing.cls, Class):
            _run_entries(m, frame, thing, entry_names(m, thing.cls, frozenset(), has_own_forward=False))
            _name_layers(m, [("", m.just(thing))])
        elif _is_chain(m, thing.cls):
            _call_chain(m, frame, thing)


def _is_local(env: Frame | None) -> bool:
    """Whether what is defined there is defined anew by every call."""
    return env is not None and not env.is_module


def _is_composed(m: Machine, made: Obj) -> bool:
    """Whether nothing calls an object that was handed layers when it was built, or whose class nobody else knows."""
    cls = made.cls
    if not m.is_module(cls) or any(called.layer is made for called in m.seen.called):
        return False
    built: calls.Args | None = m.seen.built.get(made)
    handed = [thing for value in built.values() for _, thing in value] if built is not None else []
    has_parts = any(isinstance(thing, Obj) and m.is_module(thing.cls) for thing in handed)
    return has_parts or (isinstance(cls, Class) and _is_local(cls.env))


def trace_module(m: Machine, module: Module) -> Traced | None:
    """Trace a module's top level, as running it as a script does."""
    m.budget = limits.MAX_DRIVER_WORK

    def enter() -> bool:
        frame = m.module_frame(module)
        m.store.set((frame, "__name__"), m.const("__main__"))
        m.run(frame, module.tree.body)
        own = [(name, value) for owner, name, value in _variables(m) if owner is frame]
        _name_layers(m, own)
        _enter_made(m, frame, Place(module.path, NO_SPAN), [value for _, value in own])
        _name_locals(m)
        return True

    return _bounded(m, enter)


def _bounded(m: Machine, enter: Callable[[], bool]) -> Traced | None:
    """What entering a model gave, also where a budget was spent on it; None for what turned out to be none."""
    spent = ""
    try:
        if not enter():
            return None
    except BudgetSpentError as error:
        spent = str(error)
    except RecursionError:
        spent = "too many levels of calls and expressions"
    spent = "; ".join([*m.seen.unfinished.values(), *filter(None, [spent])])
    escape.close(m)
    _keep_layers(m)
    found = {cls.name for made in m.parts for cls in made.order if isinstance(cls, Class)}
    return Traced(m.graph, found | m.functions, spent)


def _keep_layers(m: Machine) -> None:
    """Where no layer is left that a run to the end could have built, the run was misjudged: then nothing is assumed of it.

    So what seems to raise whatever happens is said with its conditions, and does not vanish.
    """
    if not any(m.graph.assumed.allows(layer.guard) for layer in m.graph.layers):
        m.graph.assumed.forget(0)


# --- classes --------------------------------------------


def _enter_class(m: Machine, cls: Class, sites: Sequence[given.Site], outside: frozenset[str]) -> None:
    frame = Frame(cls.module, ("root", cls.name))
    made = classes.construct(m, frame, cls, given.constructor_args(m, cls, sites), cls.place)
    _forget_layer(m, made)
    obj = only(m.live(made))
    if not isinstance(obj, Obj):
        return
    entries = entry_names(m, cls, outside, bool(m.store.get((obj, "forward"))))
    if not sites and "forward" not in entries and _is_chain(m, cls):
        entries = ["forward", *entries]
    m.seen.held = [("", made)]
    if not m.graph.layers and not m.enters_all and not any(_leads_to_layer(m, cls, name) for name in entries):
        _enter_built(m, frame, cls, obj)
        return
    results = _run_entries(m, frame, obj, entries)
    _name_layers(m, [("", m.just(obj))])
    _enter_made(m, frame, cls.place, results)


def _enter_built(m: Machine, frame: Frame, cls: Class, obj: Obj) -> None:
    """Enter what a class's own methods build of it, where its layers are handed to it and nothing else tells of them."""
    for name in cls.table if m.is_module(cls) else ():
        if _makes(m, cls, name) and _leads_to_layer(m, cls, name):
            method = objects.get_attribute(m, frame, m.just(cls), name, cls.place)
            _enter_made(m, frame, cls.place, [_enter(m, frame, obj, name, method)])


def _leads_to_layer(m: Machine, cls: Class, name: str) -> bool:
    """Whether a method, or one that it names of the same class, may construct a recurrent layer."""
    methods = {
        n: (base.module, s[0]) for base in reversed(cls.order) if isinstance(base, Class) for n, s in base.table.items()
    }
    waiting, seen = [name] if name in methods else [], {name}
    while waiting:
        module, definition = methods[waiting.pop()]
        if m.recurrent_names.names(module, definition):
            return True
        used = {node.name for node in walk(definition) if isinstance(node, t.Attribute)} & methods.keys() - seen
        seen |= used
        waiting += used
    return False


def _forget_layer(m: Machine, made: Value) -> None:
    """The model itself is no recurrent layer where it stands for its class: a layer is a construction in the program."""
    for _, thing in made:
        number = m.layers.pop(thing, None) if isinstance(thing, Obj) else None
        if number is not None and number == len(m.graph.layers) - 1:
            m.graph.layers.pop()


def entry_names(m: Machine, cls: Class, outside: frozenset[str], has_own_forward: bool) -> list[str]:
    """The methods through which a class is entered: those its bases' library calls, and those called from outside.

    The constructor may put a ``forward`` of its own on the object, and a module one on a class that it has made.
    """
    wanted: list[str] = []
    for base in m.bases(cls):
        entry = m.catalog.entry(base.name) if isinstance(base, Library) else None
        wanted += entry.entries if entry is not None else ()
    methods: dict[str, t.FunctionDef] = {}
    for base in cls.order:
        for name, statements in base.table.items() if isinstance(base, Class) else ():
            if isinstance(statements[-1], t.FunctionDef):
                methods.setdefault(name, statements[-1])
        put = only(m.store.get((base, "forward")) or NOTHING)
        if isinstance(put, Function) and isinstance(put.definition, t.FunctionDef):
            methods.setdefault("forward", put.definition)
    methods = {n: method for n, method in methods.items() if not given.refuses(method, is_entry=False)}
    found: list[str] = [n for n in ("forward", "__call__") if n in methods or (n == "forward" and has_own_forward)]
    found += [n for n in methods if n in wanted or (n in outside and not n.startswith("_") and not _makes(m, cls, n))]
    if not found or (m.is_module(cls) and not any(n in found for n in ("forward", "__call__"))):
        # A layer without the one entry that all know: any method that is no secret may be one, whoever calls it.
        found += [n for n in methods if not n.startswith("_") and not _makes(m, cls, n)]
    return list(dict.fromkeys(found))[: limits.MAX_ENTRIES]


def _makes(m: Machine, cls: Class, name: str) -> bool:
    """Whether a method is one of the class: it makes models, and is called of none."""
    found = objects.find_in_order(m, cls.order, name) or NOTHING
    return any(isinstance(x, Function) and x.kind == "classmethod" for _, x in found)


# --- entries --------------------------------------------


def _run_entries(m: Machine, frame: Frame, obj: Obj, entries: Sequence[str]) -> list[Value]:
    """Call every entry from the state that the constructor left, then all of them again from what they left behind.

    One that looks at nothing which they changed does what it did before. Gives what they gave the first time.
    """
    place = obj.place
    rounds = loops.Rounds(m, place, ("calls", obj.address), CALLED_AGAIN)
    latest = _latest(m, obj, entries)
    calls_before: dict[str, memo.Traces] = {}
    made: list[Value] = []

    def call_all() -> None:
        base, path = m.store, m.path
        ends: list[End] = []
        for number, name in enumerate(entries):
            m.store, m.path = base.child(), path
            before = calls_before.get(name)
            if before is not None and before.are_left_again(m):
                before.leave(m)
            else:
                call = partial(_call_unless_idle if number else _call_entry, m, frame, obj, name)
                calls_before[name], result = memo.traces_of(m, call)
                if before is None:
                    made.append(result)
            if not number:
                kept = m.graph.assumed.mark  # what the main entry takes for granted; the others' checks are their own
            m.graph.assumed.forget(kept)
            ends.append(End(path & latest[name], m.store))
        m.graph.assumed.add(m.space.any(latest.values()))
        m.merge(base, path, ends, place, fold=False)

    if entries:
        rounds.once(call_all)
        if _keeps_state(m, rounds):
            rounds.further(call_all)
    return made


def _call_unless_idle(m: Machine, frame: Frame, obj: Obj, name: str) -> Value:
    """Call an entry beside the main one; it is given up where it goes on without any tensor, as what saves a model does."""
    m.idle_left = limits.MAX_IDLE_WORK
    made = m.unless(IdleSpentError, lambda: _call_entry(m, frame, obj, name))
    if made is None:
        m.seen.unfinished[name] = f"{name}: more than {limits.MAX_IDLE_WORK:,} steps without a tensor"
    m.idle_left = None
    return made or NOTHING


def _latest(m: Machine, obj: Obj, entries: Sequence[str]) -> dict[str, Guard]:
    """For each entry, that it left the state which the next call finds: which one did is open."""
    if len(entries) < 2:
        return dict.fromkeys(entries, m.space.true)
    subject = ("entries", obj.address)
    found = {}
    for name in entries:
        atom = Atom((*subject, name), f"{name} was called before", f"{name} was not called before", subject=subject)
        found[name] = m.space.equals(subject, name, atom)
    return found


def _is_chain(m: Machine, cls: Class | Library) -> bool:
    """Whether a class is a library's chain of layers, or inherits its forward and has none of its own."""
    entries = (m.catalog.entry(base.name) for base in m.bases(cls) if isinstance(base, Library))
    return any(entry is not None and entry.container == "sequential" for entry in entries)


def _call_chain(m: Machine, frame: Frame, obj: Obj) -> None:
    """Call a chain of layers that nothing scanned calls, as a whole model does; the call stands nowhere but at its class."""
    node = m.node("placeholder", "input", obj.place)
    m.inputs[node] = Symbol(("input", node), "input", argument=True)
    result = library.call_layer(m, frame, obj, calls.Args((m.tensor(node),)), obj.place)
    calls.output(m, frame, result, obj.place)


def _keeps_state(m: Machine, rounds: loops.Rounds) -> bool:
    """Whether the entries leave a tensor, or another layer, flag or number than was there, behind on what outlives them."""
    for layer in m.store.layers_above(rounds.base):
        for (owner, name), value in layer.data.items():
            lasts = isinstance(owner, Obj) or (isinstance(owner, Frame) and (owner.is_module or owner.is_class))
            if lasts and name not in ("[]", "{}"):
                before = rounds.base.get((owner, name)) or NOTHING
                is_other = value != before and (
                    parts.holds_layer(m, value) or any(isinstance(x, Const) for _, x in before)
                )
                if is_other or _holds_tensor(m, value):
                    return True
            if (
                isinstance(owner, Obj | Listing | Mapping)
                and name in ("[]", "{}")
                and rounds.base.get((owner, name)) is not None
            ):
                return True
            if name == MEMORY and isinstance(owner, int) and owner < rounds.first_node:
                return True
    return False


def _holds_tensor(m: Machine, value: Value, depth: int = 0) -> bool:
    for _, thing in value:
        if isinstance(thing, Tensor):
            return True
        if isinstance(thing, Tuple | Listing) and depth < limits.MAX_VALUE_DEPTH:
            elements = thing.elements if isinstance(thing, Tuple) else m.elements(thing)
            if any(_holds_tensor(m, v, depth + 1) for v in element_values(elements)):
                return True
        if isinstance(thing, Mapping):
            return True
    return False


def _call_entry(m: Machine, frame: Frame, obj: Obj, name: str) -> Value:
    """Call an entry: what the constructor has put in its place, else the method of the class."""
    held: Value = m.store.get((obj, name)) or NOTHING
    own = tuple((guard, thing) for guard, thing in held if isinstance(getattr(thing, "function", thing), Function))
    there = m.space.any(guard for guard, _ in own)

    def call_method() -> Value:
        method = objects.find_method(m, obj, name)
        if method is None:
            _call_chain(m, frame, obj)
        return _enter(m, frame, obj, name, method or NOTHING)

    return m.branches([(there, lambda: _enter(m, frame, obj, name, own)), (~there, call_method)], obj.place)


def _enter(m: Machine, frame: Frame, obj: Obj, name: str, method: Value) -> Value:
    def run(thing: Thing) -> Value:
        function = getattr(thing, "function", thing)
        if not isinstance(function, Function):
            return NOTHING
        receiver = [m.just(thing.receiver)] if isinstance(thing, Bound) else []
        place = Place(function.module.path, function.definition.span)
        args = given.inputs(m, function, place, skip=len(receiver))
        if name == "forward":
            args = parts.run_pre_hooks(m, frame, obj, args, place)
        bound = replace(args, positional=(*receiver, *args.positional), written=())
        result = calls.call_function(m, frame, function, bound, place, entry=True)
        escape.hand_on(m, result)
        if name == "forward":
            parts.run_hooks(m, frame, obj, args, result, place)
        return result

    return m.each(method, obj.place, run)


# --- names of layers --------------------------------------------


def _variables(m: Machine) -> list[tuple[Frame, str, Value]]:
    """The variables of the frames that are left, each with its frame, the outermost first."""
    found: list[tuple[Frame, str, Value]] = []
    for layer in [m.store, *([m.store.parent] if m.store.parent else [])]:
        for (owner, name), value in layer.data.items():
            if isinstance(owner, Frame) and isinstance(value, tuple):
                found.append((owner, name, value))
    return sorted(found, key=lambda variable: len(variable[0].chain))


def _name_locals(m: Machine) -> None:
    """Name layers by the variables of the frames that hold them, the outermost first.

    What has a name further out is not named again after a method's ``self``.
    """
    variables = [(len(owner.chain), name, value) for owner, name, value in _variables(m)]
    outermost = min((depth for depth, _, _ in variables), default=0)
    outer = [(name, value) for depth, name, value in variables if depth == outermost]
    known = _name_layers(m, outer)
    inner = [(name, value) for depth, name, value in variables if depth > outermost]
    inner = [(name, value) for name, value in inner if any(id(x) not in known for _, x in value)]
    _name_layers(m, inner)
    m.seen.held = [*outer, *inner]


def _name_layers(m: Machine, starts: Sequence[tuple[str, Value]]) -> set[int]:
    """Give every recurrent layer the dotted way that leads to it, the shortest one; gives the ids of what was come by."""
    waiting = [
        (name, thing) for name, value in starts for _, thing in value if isinstance(thing, Obj | Listing | Mapping)
    ]
    seen: set[int] = set()
    while waiting:
        level, waiting = waiting, []
        for name, thing in level:
            if id(thing) in seen or len(seen) > limits.MAX_GRAPH_NODES:
                continue
            seen.add(id(thing))
            if thing in m.layers and not m.graph.layers[m.layers[thing]].attribute:
                m.graph.layers[m.layers[thing]].attribute = name
            for inner, value in parts_of(m, thing):
                waiting += [
                    (f"{name}.{inner}".lstrip("."), x) for _, x in value if isinstance(x, Obj | Listing | Mapping)
                ]
    return seen


def parts_of(m: Machine, thing: Obj | Listing | Mapping) -> list[tuple[str, Value]]:
    """What an object, list or dict holds that may be or hold layers, by name."""
    found: list[tuple[str, Value]] = list(objects.parts_of(m, thing).items()) if isinstance(thing, Obj) else []
    elements = m.store.get((thing, "[]")) or ()
    for number, element in enumerate(elements):
        found += [(str(number), v) for v in element_values((element,))]
    entries = m.store.get((thing, "{}"))
    if isinstance(entries, Entries):
        found += [(str(key), value) for key, value in entries.known]
        found += [("*", entries.others)] if entries.others else []
    return found
