"""What library classes and functions do, as the catalog says it: no name of a library stands here."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from staticrelu.catalog import Choice, Entry
from staticrelu.catalog.model import Shape
from staticrelu.graph import Activation, Edge, Layer, Module, Op
from staticrelu.guards import Atom, Guard
from staticrelu.place import Place
from staticrelu.trace import apart, calls, conditions, escape, loops, objects, parts, sequences
from staticrelu.trace.frames import MEMORY, End, Frame
from staticrelu.trace.machine import Called, Machine, bounded, element_values
from staticrelu.trace.values import (
    NOTHING,
    Bound,
    Class,
    Const,
    Entries,
    Library,
    Listing,
    Mapping,
    Native,
    Obj,
    One,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
)

Given = dict[str, Value]


def match(parameters: Sequence[str], args: calls.Args) -> Given:
    """The arguments by parameter name; ``*rest`` gathers what is left of the positional ones."""
    given: Given = {}
    positional = list(args.positional)
    for name in parameters:
        if name.startswith("*"):
            given[name] = (
                ((args_true(positional), Tuple(tuple(One(v) for v in positional))),) if positional else NOTHING
            )
            positional = []
        elif positional and name not in args.keywords:
            given[name] = positional.pop(0)
    given.update(args.keywords)
    return given


def args_true(values: Sequence[Value]) -> Guard:
    """The guard true of the space that the values live in."""
    return next(g.space.true for value in values for g, _ in value)


# --- constructing layers --------------------------------------------


def construct(m: Machine, frame: Frame, name: str, args: calls.Args, place: Place) -> Value:
    """A new object of a library's class of layers, or of one whose objects hold what they are given."""
    cls = Library(name)
    obj = m.object(frame, cls, place)
    m.seen.built[obj] = args
    prepare(m, frame, obj)
    initialise(m, frame, obj, cls, args, place)
    return m.just(obj)


def prepare(m: Machine, frame: Frame, obj: Obj) -> None:
    """What a new object has whatever its constructor does: room for parts, and a record if it is a recurrent layer."""
    for base in m.bases(obj.cls):
        entry = m.catalog.entry(base.name) if isinstance(base, Library) else None
        if entry is None:
            continue
        if entry.container in ("sequential", "list"):
            m.store.set((obj, "[]"), ())
        elif entry.container == "dict":
            m.store.set((obj, "{}"), Entries())
        if entry.recurrent:
            _record_layer(m, obj, entry.name)
            return
        if entry.activation is not None and obj not in m.modules:
            m.modules[obj] = len(m.graph.modules)
            m.graph.modules.append(
                Module(len(m.graph.modules), entry.activation.default, entry.name, obj.place, m.path)
            )
            return


def _record_layer(m: Machine, obj: Obj, name: str) -> None:
    guard = m.path
    number = m.layers.get(obj)
    if number is None:
        m.layers[obj] = len(m.graph.layers)
        m.graph.layers.append(Layer(len(m.graph.layers), name, obj.place, guard))
    else:
        m.graph.layers[number].guard = m.graph.layers[number].guard | guard


def initialise(m: Machine, frame: Frame, obj: Obj, base: Library, args: calls.Args, place: Place) -> None:
    """A library's constructor: it keeps its arguments, and what a container is given become its parts."""
    entry = m.catalog.entry(base.name)
    package = m.catalog.package(base.name)
    if not m.is_layer_name(base.name) and (entry is None or not entry.container):
        function = entry or (package.function if package is not None else None)
        hold(m, obj, apply(m, frame, function, args, place, name=base.name) if function is not None else NOTHING)
    if entry is None:
        return
    given = match(entry.parameters, args)
    if not entry.container:
        _keep_arguments(m, obj, entry, given, is_complete=not (args.rest or args.others))
    if entry.container in ("sequential", "list"):
        _fill_sequence(m, frame, obj, entry, args, place)
    elif entry.container == "dict":
        _fill_entries(m, frame, obj, entry, args, place)
    elif entry.container == "attributes":
        for name, value in args.keywords.items():
            m.store.set((obj, name), value)
        for _, thing in args.others:
            m.store.set((obj, objects.SOME_NAME), m.just(thing))
    if obj not in m.layers:
        return
    layer = m.graph.layers[m.layers[obj]]
    layer.given = layer.given.union(given)
    if entry.inside is not None:
        found = _choices(m, frame, entry.inside, given)
        layer.inside = (*layer.inside, *((kind, m.path & guard) for kind, guard in found))


HELD = "<held>"
"""What an object of a scanned class is to the class of a library that it is derived from; no attribute can bear the name."""


def hold(m: Machine, obj: Obj, value: Value) -> None:
    """Keep what the class of a library, or one that is not known, makes of its arguments, if anything flows out of that."""
    if any(isinstance(thing, Tensor) for _, thing in value):
        m.store.set((obj, HELD), value)


def _keep_arguments(m: Machine, obj: Obj, entry: Entry, given: Given, is_complete: bool) -> None:
    for name, value in given.items():
        if not name.startswith("*"):
            m.store.set((obj, name), _shown(m, obj, entry, name, value))
            escape.hand_on(m, value)
    for name, default in m.catalog.defaults(entry.name).items() if is_complete else ():
        if name not in given:
            m.store.set((obj, name), _shown(m, obj, entry, name, m.const(default)))


def _shown(m: Machine, obj: Obj, entry: Entry, name: str, value: Value) -> Value:
    """What an object shows of an argument: itself, a tuple of as many as it needs, or something that is open."""
    times = m.catalog.shown(entry.name, name)
    if times == 0:
        return value
    if times is None and only(value) == Const(False):
        return m.const(None)
    if times is None or not all(isinstance(thing, Const | Tuple) for _, thing in value):
        return m.just(Symbol(("attribute", obj, name), f"self.{name}"))
    return tuple((g, _repeated(m, thing, times)) for g, thing in value)


def _repeated(m: Machine, thing: Thing, times: int) -> Thing:
    """A tuple of so many times a number; what is none already, as it is."""
    is_number = isinstance(thing, Const) and isinstance(thing.value, int | float)
    return Tuple((One(m.just(thing)),) * times) if is_number else thing


def _fill_entries(m: Machine, frame: Frame, obj: Obj, entry: Entry, args: calls.Args, place: Place) -> None:
    given = args.get(0, *entry.parameters[:1])
    if given is not None:
        fill_dict(m, frame, obj, given, place)
    if entry.kind == "class":
        for name, value in args.keywords.items():
            sequences.set_entry(m, obj, m.const(name), value, place)
        fill_dict(m, frame, obj, args.others, place)


def _fill_sequence(m: Machine, frame: Frame, obj: Obj, entry: Entry, args: calls.Args, place: Place) -> None:
    if entry.container == "list":
        given = args.get(0, "modules")
        elements = sequences.iterate(m, frame, given, place) if given is not None else ()
        m.store.set((obj, "[]"), elements)
        return
    first = only(m.live(args.positional[0])) if len(args.positional) == 1 and not args.rest else None
    entries = calls.entries_of(m, first) if first is not None else None
    if entries is None:
        m.store.set((obj, "[]"), bounded((*(One(v) for v in args.positional), *args.rest)))
        return
    elements = tuple(One(v) for _, v in entries.known)
    if entries.others:
        from staticrelu.trace.values import Many

        elements = (*elements, Many((entries.others,)))
    m.store.set((obj, "[]"), elements)
    for key, value in entries.known:
        m.store.set((obj, str(key)), value)


def fill_dict(m: Machine, frame: Frame, holder: Obj | Mapping, given: Value, place: Place) -> None:
    """Put the entries of a dict, or of pairs, into another, or into an object that holds parts by name."""
    for _, thing in m.live(given):
        entries = calls.entries_of(m, thing)
        if isinstance(thing, Symbol):
            _spread_open(m, holder, thing, m.just(thing), place)
        elif entries is None:
            loops.add_pairs(m, holder, sequences.iterate(m, frame, m.just(thing), place), place)
        else:
            for key, value in entries.known:
                sequences.set_entry(m, holder, m.key(key), value, place)
            for _, other in m.live(entries.others):
                options = m.given(other)
                if isinstance(options, Symbol):
                    apart = frozenset(key for key, _ in entries.known)
                    _spread_open(m, holder, options, m.just(other), place, apart)
                else:
                    sequences.set_entry(m, holder, m.unknown("a key", ("key", holder)), m.just(other), place)


def _spread_open(
    m: Machine, holder: Obj | Mapping, given: Symbol, held: Value, place: Place, apart: frozenset[object] = frozenset()
) -> None:
    """Put the entries of an open dict into another: each that it has already, but those set ``apart``, may be one of them.

    ``held`` is what stands for all others: the dict itself, or the tensors that the model is given as such.
    """
    for key, value in m.entries(holder).known:
        if key in apart:
            continue
        index = m.key(key)
        sequences.set_entry(m, holder, index, sequences.item_of(m, given, index, place, value), place)
    known = m.entries(holder)
    others = sequences.weak(m, known.others, held, place)
    m.store.set((holder, "{}"), Entries(known.known, others))
    if isinstance(holder, Mapping) and holder.shown is not None:
        parts.set_named(m, m.nowhere, holder.shown, m.unknown("a key", ("key", holder)), m.just(given), place)


# --- calling layers --------------------------------------------


def call_layer(m: Machine, frame: Frame, obj: Obj, args: calls.Args, place: Place) -> Value:
    """``layer(args)``: hooks before, ``forward``, hooks after."""
    args = parts.run_pre_hooks(m, frame, obj, args, place)
    result = forward(m, frame, obj, args, place)
    return parts.run_hooks(m, frame, obj, args, result, place)


def forward(m: Machine, frame: Frame, obj: Obj, args: calls.Args, place: Place) -> Value:
    """The ``forward`` of an object: set on itself, of a scanned class, or what the library's class does."""
    first = len(m.graph.nodes)
    result = _forward(m, frame, obj, args, place)
    m.seen.called.append(Called(obj, first, len(m.graph.nodes)))
    return result


def _forward(m: Machine, frame: Frame, obj: Obj, args: calls.Args, place: Place) -> Value:
    own: Value = m.store.get((obj, "forward")) or NOTHING
    there = m.space.any(guard for guard, _ in own)
    of_itself = there, lambda: calls.call(m, frame, own, args, place)
    return m.branches([of_itself, (~there, lambda: _forward_of_class(m, frame, obj, args, place))], place)


def _forward_of_class(m: Machine, frame: Frame, obj: Obj, args: calls.Args, place: Place) -> Value:
    for base in m.bases(obj.cls):
        method = objects.find_in_order(m, (base,), "forward")
        if method is not None:
            return calls.call(m, frame, objects.bind(m, method, obj), args, place)
        if isinstance(base, Library) and not _is_bare_base(m, base):
            return apply_layer(m, frame, obj, base, args, place)
    unresolved = obj.cls.unresolved if isinstance(obj.cls, Class) else ""
    return calls.unresolved(m, frame, f"{unresolved or obj.cls.name}.forward", args.values(), place)


def _is_bare_base(m: Machine, base: Library) -> bool:
    """A class that is there to be inherited from, and has no behaviour of its own when called."""
    entry = m.catalog.entry(base.name)
    return not m.is_layer_name(base.name) or (entry is not None and bool(entry.entries))


def apply_layer(m: Machine, frame: Frame, obj: Obj, base: Library, args: calls.Args, place: Place) -> Value:
    """Call an object as its library base does."""
    entry = m.catalog.entry(base.name) or Entry(name=base.name, kind="module")
    if entry.container == "sequential":
        return _run_sequence(m, frame, obj, args, place)
    if entry.result == "calls" and entry.of:
        inner: Value = m.store.get((obj, entry.of)) or NOTHING
        return calls.call(m, frame, inner, args, place)
    given = match(entry.inputs, args) if entry.inputs else {}
    edges = _edges(m, args, given, entry)
    kept: Given = {name: m.store.get((obj, name)) for name in entry.parameters if m.store.get((obj, name)) is not None}
    activations = _activations(m, frame, entry, kept, obj)
    traits = m.catalog.traits(entry.name)
    node = m.node("call_module", entry.name, place, frame, edges, activations, m.layers.get(obj), traits)
    first = only(m.live(args.positional[0])) if args.positional and entry.view else None
    if entry.inplace and entry.inplace in kept:
        first = _write_in_place(m, frame, kept[entry.inplace], args, node) or first
    if isinstance(first, Tensor):
        return m.tensor(node, first, entry.part)
    return shaped(m, frame, node, entry.returns, place)


def shaped(m: Machine, frame: Frame, node: int, shape: Shape, place: Place) -> Value:
    """The result of a node as a tuple of labelled parts, or as one tensor."""
    if not shape:
        return m.tensor(node)
    if isinstance(shape, str):
        if shape == "plain":
            return m.unknown("a number", ("plain part", node))
        element = m.node("element", shape, place, frame, [Edge(node, m.space.true)])
        return m.tensor(element)
    return m.just(Tuple(tuple(One(shaped(m, frame, node, part, place)) for part in shape)))


def _edges(m: Machine, args: calls.Args, given: Given, entry: Entry) -> list[Edge]:
    """Edges from the arguments that a call reads: all, but for what it replaces as a whole."""
    if entry.reads is not None:
        return [edge for name in entry.reads if name in given for edge in m.flows(given[name])]
    read = list(args.values())
    for name in entry.writes if entry.whole else ():
        at = next((i for i, value in enumerate(read) if value is given.get(name)), None)
        if at is not None:
            del read[at]
    ports = {id(value): name for name, value in given.items()}
    return [edge._replace(port=ports.get(id(value), "")) for value in read for edge in m.flows(value)]


def _write_in_place(m: Machine, frame: Frame, flag: Value, args: calls.Args, node: int) -> Tensor | None:
    """``inplace=True``: the first argument holds the result from now on, and is the result."""
    holds = m.space.any(g for g, x in m.live(flag) if isinstance(x, Const) and x.value is True)
    first = args.positional[0] if args.positional else next(iter(args.keywords.values()), NOTHING)
    for guard, thing in m.live(first):
        if isinstance(thing, Tensor) and m.path.implies(holds & guard):
            m.graph.nodes[node].in_place = True
            m.store.set((thing.memory, MEMORY), _written(m, frame, thing, node))
            return thing
    return None


def _written(m: Machine, frame: Frame, tensor: Tensor, node: int) -> int:
    """The memory after a write through a view holds what the rest of it held, too."""
    if not tensor.part:
        return node
    base = sequences.base_content(m, tensor)
    place = m.graph.nodes[node].place
    return m.node("operator", "write", place, frame, [Edge(base, m.space.true), Edge(node, m.space.true)])


def _run_sequence(m: Machine, frame: Frame, obj: Obj, args: calls.Args, place: Place) -> Value:
    """``Sequential``: each part is given what the one before gave; groups of open length run again."""
    elements = m.elements(obj)
    base, path = m.store, m.path
    key = (("sequence", obj, place, frame.context), "value")
    rounds = loops.Rounds(m, place, key)
    m.store.set(key, args.positional[0] if args.positional else NOTHING)
    first = [args]

    def step(value: Value) -> None:
        there = m.space.any(g for g, _ in value)

        def run() -> Value:
            given = first.pop() if first else calls.Args((m.store.get(key),))
            m.store.set(key, calls.call(m, frame, m.live(value), given, place))
            return NOTHING

        m.branches([(there, run), (~there, lambda: NOTHING)], place)

    for element in elements:
        if isinstance(element, One):
            step(element.value)
            continue

        def group(values: tuple[Value, ...] = element.values) -> None:
            for value in values:
                step(apart.one(m, value, (key, m.round)))

        rounds.once(group)
        rounds.further(group)
    result: Value = m.store.get(key)
    if m.path.is_false:
        return NOTHING
    return m.merge(base, path, [End(m.path, m.store, result)], place)


# --- activations --------------------------------------------


def _activations(m: Machine, frame: Frame, entry: Entry, given: Given, obj: Obj | None) -> tuple[Activation, ...]:
    if entry.activation is None:
        return ()
    found = _choices(m, frame, entry.activation, given)
    defined, module = (obj.place, m.modules.get(obj)) if obj is not None else (None, None)
    return tuple(Activation(kind, entry.name, defined, guard, module) for kind, guard in found)


def _choices(m: Machine, frame: Frame, choice: Choice, given: Given) -> list[tuple[str, Guard]]:
    """The kinds of activation that a choice comes to, each with its guard."""
    if choice.when and all(_is_given(m, word, name, given) for name, word in choice.when.items()):
        return [(choice.then, m.space.true)]
    value = given.get(choice.parameter) if choice.parameter else None
    if not value:
        return [(choice.default, m.space.true)] if choice.default else []
    found: dict[str, Guard] = {}
    for guard, thing in m.live(value):
        for kind, holds in _kinds(m, choice, thing):
            found[kind] = found.get(kind, m.space.false) | (guard & holds)
    return [(kind, guard) for kind, guard in found.items() if kind and not guard.is_false]


def _kinds(m: Machine, choice: Choice, thing: Thing) -> list[tuple[str, Guard]]:
    if isinstance(thing, Const):
        return [(choice.kind_of(thing.value), m.space.true)] if isinstance(thing.value, str) else []
    if isinstance(thing, Symbol):
        return [(kind, _open_kind(m, choice, thing, kind)) for kind in sorted(m.kinds & m.catalog.spelled_kinds)]
    name = ""
    if isinstance(thing, Library):
        name = thing.name
    elif isinstance(thing, Obj) and isinstance(thing.cls, Library):
        name = thing.cls.name
    entry = m.catalog.entry(name) if name else None
    return [(entry.activation.default, m.space.true)] if entry is not None and entry.activation else []


def _open_kind(m: Machine, choice: Choice, thing: Symbol, wanted: str) -> Guard:
    """When an open argument chooses a kind of activation that is looked for."""
    texts = [text for text, kind in choice.kinds.items() if kind == wanted] or [wanted]
    holds = m.space.any(conditions.symbol_equals(m, thing, text) for text in texts)
    if thing.reason:
        holds = holds & m.space.atom(Atom(("unresolved", thing.reason), thing.reason, "", "unresolved"))
    return holds


def _is_given(m: Machine, word: str, name: str, given: Given) -> bool:
    """Whether an argument is as one of the catalog's words says."""
    thing = only(m.live(given.get(name, NOTHING)))
    if word == "absent":
        return name not in given or thing == Const(None)
    if isinstance(thing, Tensor):
        node = m.content(thing)
        if word == "is positive":
            others = [only(m.live(value)) for other, value in given.items() if other != name]
            return any(isinstance(x, Tensor) and m.positive.get(node) == m.content(x) for x in others)
        return "zero" in m.graph.nodes[node].traits
    return word == "zero" and is_zero(thing)


def is_zero(thing: Thing | None) -> bool:
    """Whether a thing is the number zero."""
    return isinstance(thing, Const) and type(thing.value) in (int, float) and thing.value == 0


# --- functions --------------------------------------------


def apply(
    m: Machine,
    frame: Frame,
    entry: Entry,
    args: calls.Args,
    place: Place,
    op: Op = "call_function",
    name: str = "",
) -> Value:
    """Call a library function (or, with the receiver as first argument, a method) as its entry says."""
    parameters = entry.parameters if op == "call_function" else ("self", *entry.parameters)
    given = match(parameters, args)
    if entry.result in ("plain", "drawn"):
        return plain(m, entry, args)
    if entry.result == "outside":
        m.drawn += 1
        return m.just(Symbol(("outside", m.serial()), f"{entry.name}(...)", entry.name))
    if entry.result == "same":
        _write_all(m, frame, entry, given, args, place)
        return _same(m, entry, given, args)
    if entry.result == "decorates":
        return _decorator(m)
    if entry.result == "calls":
        return _call_argument(m, frame, entry, given, args, place)
    return _flow(m, frame, entry, given, args, place, op, name)


def _flow(
    m: Machine, frame: Frame, entry: Entry, given: Given, args: calls.Args, place: Place, op: Op, name: str
) -> Value:
    edges = [] if entry.result == "fresh" else _edges(m, args, given, entry)
    for value in args.values():
        escape.hand_on(m, value)
    activations = _activations(m, frame, entry, given, None)
    node = m.node(op, name or entry.name, place, frame, edges, activations, None, entry.traits)
    first = only(m.live(args.positional[0])) if args.positional and entry.view else None
    if entry.inplace and entry.inplace in given:
        first = _write_in_place(m, frame, given[entry.inplace], args, node) or first
    for parameter in entry.writes:
        for guard, thing in m.live(given.get(parameter, NOTHING)):
            if isinstance(thing, Tensor) and m.path.implies(guard):
                m.graph.nodes[node].in_place = True
                m.store.set((thing.memory, MEMORY), _written(m, frame, thing, node))
    if entry.returns:
        return shaped(m, frame, node, entry.returns, place)
    return m.tensor(node, first if isinstance(first, Tensor) else None, entry.part)


def _write_all(m: Machine, frame: Frame, entry: Entry, given: Given, args: calls.Args, place: Place) -> None:
    """What the call writes in place: the values of its other arguments, and, unless replaced as a whole, what was there."""
    for parameter in entry.writes:
        for guard, thing in m.live(given.get(parameter, NOTHING)):
            if not isinstance(thing, Tensor):
                continue
            edges = _edges(m, args, given, entry)
            edges = [edge._replace(guard=edge.guard & guard) for edge in edges]
            activations = _activations(m, frame, entry, given, None)
            if activations:
                node = m.node("call_method", entry.name, place, frame, edges, activations, None, entry.traits)
                m.graph.nodes[node].in_place = True
                m.store.set((thing.memory, MEMORY), _written(m, frame, thing, node))
            else:
                sequences.write(m, frame, thing, edges, place, whole=entry.whole, target=entry.name)


def _same(m: Machine, entry: Entry, given: Given, args: calls.Args) -> Value:
    if entry.of.startswith("*"):
        found = args.positional[1:] if entry.kind == "method" else args.positional
        one = found[0] if len(found) == 1 and not args.rest else None
        return one or m.just(Tuple((*(One(v) for v in found), *args.rest)))
    if entry.of in given:
        return given[entry.of]
    return args.positional[0] if args.positional else _decorator(m)


def _decorator(m: Machine) -> Value:
    """What leaves what it decorates as it is."""
    return m.just(Native(lambda m, f, a, p: a.positional[0] if a.positional else m.const(None)))


def _call_argument(m: Machine, frame: Frame, entry: Entry, given: Given, args: calls.Args, place: Place) -> Value:
    function = given.get(entry.of, NOTHING)
    positional: list[Value] = []
    for name in entry.reads or ():
        for _, thing in m.live(given.get(name, NOTHING)):
            if isinstance(thing, Tuple):
                positional += element_values(thing.elements)
            else:
                positional.append(m.just(thing))
    spread = any(name.startswith("*") for name in entry.reads or ())
    keywords = {name: v for name, v in args.keywords.items() if spread and name not in entry.parameters}
    return calls.call(m, frame, function, calls.Args(tuple(positional), keywords), place)


def plain(m: Machine, entry: Entry, args: calls.Args) -> Value:
    """A result that carries no value: the same for the same arguments, unless they can change or it is drawn."""
    values = args.values()
    texts = [_describe(m, value) for value in values]
    if entry.kind == "method" and texts:  # called of its class, with nothing to be called on, it has no receiver
        text = f"{texts[0]}.{entry.name.rpartition('.')[2]}({', '.join(texts[1:])})"
    else:
        text = f"{entry.name.removeprefix('builtins.')}({', '.join(texts)})"
    if entry.result == "drawn":
        m.drawn += 1
    changes = entry.result == "drawn" or any(isinstance(x, _CHANGING) for value in values for _, x in value)
    identity = m.serial() if changes else tuple(_identity(m, value) for value in values)
    return m.just(Symbol(("plain", entry.name, identity), text))


_CHANGING = (Obj, Listing, Mapping, Tuple)


def _describe(m: Machine, value: Value) -> str:
    thing = only(value)
    if isinstance(thing, Const):
        return conditions.literal(thing.value)
    if isinstance(thing, Symbol):
        return thing.text
    if isinstance(thing, Tensor):
        node = m.graph.nodes[thing.node]
        return node.target if node.op == "placeholder" else "..."
    return "..."


def _identity(m: Machine, value: Value) -> Hashable:
    return tuple((g, ("tensor", m.content(x)) if isinstance(x, Tensor) else x) for g, x in value)


# --- members of library classes --------------------------------------------


def member(m: Machine, frame: Frame, obj: Obj, base: Library, name: str) -> Value | None:
    """An attribute that a library's class gives its instances; None if it is not known to."""
    from staticrelu.trace import methods

    held: Value | None = m.store.get((obj, HELD))
    if held is not None and not name.startswith("__"):
        return objects.get_attribute(m, frame, held, name, obj.place)
    if name in ("forward", "__call__", "__init__") and m.catalog.entry(base.name) is not None:
        return m.just(Bound(obj, Library(f"{base.name}.{name}"), base))
    part = parts.called(m, obj, name)
    if part is not None:
        return part
    if methods.is_of_container(m, obj, name):
        return m.just(Bound(obj, name))
    if name == "_modules":
        return parts.named_parts_dict(m, obj)
    entry = m.catalog.member(base.name, name)
    if entry is None:
        return None
    if entry.kind == "attribute":
        return m.just(Symbol(("attribute", obj, name), f"self.{name}"))
    return m.just(Bound(obj, Library(entry.name), base))


def call_member(m: Machine, frame: Frame, bound: Bound, args: calls.Args, place: Place) -> Value:
    """Call a method that a library's class gives: constructor, forward, or what the catalog says."""
    assert isinstance(bound.function, Library)
    owner, _, name = bound.function.name.rpartition(".")
    receiver = bound.receiver
    base = bound.owner if isinstance(bound.owner, Library) else Library(owner)
    if name in ("__init__", "__post_init__", "__init_subclass__"):
        if isinstance(receiver, Obj):
            initialise(m, frame, receiver, base, args, place)
        return m.const(None)
    if name == "__new__":
        cls = only(args.positional[0]) if args.positional else None
        return m.just(m.object(frame, cls, place)) if isinstance(cls, Class) else NOTHING
    if name == "__setattr__" and isinstance(receiver, Obj) and len(args.positional) == 2:
        parts.set_named(m, frame, receiver, args.positional[0], args.positional[1], place)
        return m.const(None)
    if name in ("__getattr__", "__getattribute__") and isinstance(receiver, Obj) and args.positional:
        wanted = only(m.live(args.positional[0]))
        if isinstance(wanted, Const) and isinstance(wanted.value, str):
            return objects.plain_attribute(m, frame, receiver, wanted.value, place)
        return parts.get_named(m, frame, receiver, args.positional[0], place)
    if name in ("forward", "__call__") and isinstance(receiver, Obj):
        if name == "__call__":
            return call_layer(m, frame, receiver, args, place)
        return apply_layer(m, frame, receiver, base, args, place)
    return _call_catalogued(m, frame, bound, base, args, place)


def _call_catalogued(m: Machine, frame: Frame, bound: Bound, base: Library, args: calls.Args, place: Place) -> Value:
    """Call a method that is as those of a list or dict, or as the catalog says."""
    from staticrelu.trace import methods

    assert isinstance(bound.function, Library)
    receiver, name = bound.receiver, bound.function.name.rpartition(".")[2]
    holder = m.catalog.entry(base.name)
    if holder is not None and holder.container and methods.is_of_container(m, receiver, name):
        return methods.call(m, frame, receiver, name, args, place, None)
    entry = m.catalog.member(base.name, name) or m.catalog.entry(bound.function.name)
    if entry is None:
        return calls.unresolved(m, frame, bound.function.name, args.values(), place)
    if entry.does:
        done = parts.do(m, frame, entry, receiver, args, place)
        if done is not None:
            return done
    return apply(m, frame, entry, args.first(m.just(receiver)), place, "call_method")
