"""Calls: matching arguments to parameters, running bodies, and sending each kind of callable to its room."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.guards import Atom
from staticrelu.place import Place
from staticrelu.project import bound_names
from staticrelu.trace import (
    builtins,
    classes,
    escape,
    generators,
    inert,
    library,
    memo,
    methods,
    objects,
    open_names,
    positions,
    sequences,
    summaries,
)
from staticrelu.trace.frames import Context, End, Frame
from staticrelu.trace.machine import LATER, Machine, element_values
from staticrelu.trace.values import (
    ITERATOR,
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
    Native,
    Obj,
    One,
    Partial,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    named,
    only,
)
from staticrelu.tree_text import unparse


@dataclass(frozen=True, slots=True)
class Args:
    """The arguments of a call.

    ``rest`` are further positional ones of unknown number (``*args`` that is not known), ``others`` what a ``**kwargs``
    holds under keys that are not known, ``written`` the arguments as they are in the source, where they are.
    """

    positional: tuple[Value, ...] = ()
    keywords: dict[str, Value] = field(default_factory=dict)
    rest: Elements = ()
    others: Value = ()
    written: Sequence[t.Argument] = field(default=(), compare=False)

    def values(self) -> list[Value]:
        """All of them."""
        found = [*self.positional, *self.keywords.values(), *element_values(self.rest)]
        return [*found, self.others] if self.others else found

    def map(self, change: Callable[[Value], Value]) -> Args:
        """The same with every argument changed; what the ``*`` of unknown number holds stays as it is."""
        keywords = {name: change(value) for name, value in self.keywords.items()}
        return replace(
            self, positional=tuple(map(change, self.positional)), keywords=keywords, others=change(self.others)
        )

    def first(self, value: Value) -> Args:
        """The same with one more in front."""
        return replace(self, positional=(value, *self.positional), written=())

    def text(self, index: int) -> str:
        """The source of a positional argument, for a reader; dots where it is not known."""
        return unparse(self.written[index].value) if index < len(self.written) else "..."

    def told(self) -> str:
        """All of them as they are written, for a reader; dots where that is long or not known."""
        if not self.written and self.values():
            return "..."
        texts = (f"{'*' * a.star}{f'{a.name}=' if a.name else ''}{unparse(a.value)}" for a in self.written)
        text = ", ".join(texts)
        return text if len(text) <= limits.MAX_TOLD_ARGUMENTS else "..."

    def get(self, index: int, name: str = "") -> Value | None:
        """The argument at a position or of a name; None if it is not given."""
        if 0 <= index < len(self.positional):
            return self.positional[index]
        return self.keywords.get(name)

    def value(self, index: int, name: str = "") -> Value:
        """The same, and nothing that could be used if it is not given."""
        return self.get(index, name) or NOTHING


Handler: TypeAlias = "Callable[[Machine, Frame, Args, Place], Value]"
"""What a function of Python itself does."""


def argument(m: Machine, args: Args, index: int, name: str, place: Place) -> Value | None:
    """The argument at a position or of a name, as known as a ``*`` of unknown length lets it be; None if none is given."""
    value = args.get(index, name)
    return sequences.any_of(m, args.rest, place) if value is None and args.rest else value


def evaluate_args(m: Machine, frame: Frame, nodes: Sequence[t.Argument], asked: dict[int, int] | None = None) -> Args:
    """Evaluate the arguments of a call, ``*`` and ``**`` spread as far as they are known.

    Of some, by their numbers, only so many elements are ``asked``.
    """
    positional: list[Value] = []
    keywords: dict[str, Value] = {}
    rest: list[One | Many] = []
    others: Value = NOTHING
    for number, node in enumerate(nodes):
        count = asked.get(number) if asked else None
        value = generators.begun(m, frame, node.value, count) if count else m.eval(frame, node.value)
        if node.star == 1:
            _spread(m, frame, value, positional, rest, m.place(frame, node.value.span))
        elif node.star == 2:
            others = _spread_keywords(m, value, keywords) or others
        elif node.name is not None:
            keywords[node.name] = value
        elif rest:
            rest.append(One(value))
        else:
            positional.append(value)
    return Args(tuple(positional), keywords, tuple(rest), others, nodes)


def _spread(
    m: Machine, frame: Frame, value: Value, positional: list[Value], rest: list[One | Many], place: Place
) -> None:
    elements = sequences.iterate(m, frame, value, place)
    if not any(isinstance(x, Symbol) for held in element_values(elements) for _, x in held):
        elements = positions.opened(elements, 1)  # of something open nobody knows that it has a first
    for element in elements:
        whole = isinstance(element, One) and m.path.implies(m.space.any(g for g, _ in element.value))
        if rest or not whole:
            rest.append(element)
        else:
            positional.append(element.value)  # type: ignore[union-attr]


def _spread_keywords(m: Machine, value: Value, keywords: dict[str, Value]) -> Value:
    others: Value = NOTHING
    for guard, thing in m.live(value):
        entries = entries_of(m, thing)
        if entries is None:
            others = m.just(thing)
            continue
        for key, held in entries.known:
            if isinstance(key, str):
                keywords[key] = held if guard.is_true else tuple((guard & g, x) for g, x in held)
        others = entries.others or others
    return others


def entries_of(m: Machine, thing: Thing) -> Entries | None:
    """The entries of a dict or of something that holds entries; None if it is none."""
    if isinstance(thing, Mapping):
        return m.entries(thing)
    if isinstance(thing, Obj) and m.store.get((thing, "{}")) is not None:
        return m.entries(thing)
    return None


def call(m: Machine, frame: Frame, function: Value, args: Args, place: Place, node: t.Call | None = None) -> Value:
    """Call whatever the value may be, each on its own way."""
    if not m.live(function):
        return m.unknown("nothing", ("nothing", place), "a value that is not there")
    return m.each(function, place, lambda thing: call_thing(m, frame, thing, args, place, node))


def call_thing(m: Machine, frame: Frame, thing: Thing, args: Args, place: Place, node: t.Call | None = None) -> Value:
    """Call one thing."""
    m.tick()
    if isinstance(thing, Function):
        return call_function(m, frame, thing, args, place)
    if isinstance(thing, Bound):
        return _call_bound(m, frame, thing, args, place, node)
    if isinstance(thing, Class):
        return classes.construct(m, frame, thing, args, place)
    if isinstance(thing, Library):
        return builtins.call(m, frame, thing, args, place, node)
    if isinstance(thing, Obj):
        return objects.call_object(m, frame, thing, args, place)
    if isinstance(thing, Partial):
        keywords = {**dict(thing.keywords), **args.keywords}
        inner = replace(args, positional=(*thing.args, *args.positional), keywords=keywords)
        return call(m, frame, thing.function, inner, place, node)
    if isinstance(thing, Native):
        return thing.call(m, frame, args, place)
    if isinstance(thing, Tuple):
        method = objects.find_method(m, thing, "__call__")
        if method is not None:
            return call(m, frame, method, args, place, node)
    if isinstance(thing, Symbol):
        result = open_names.call(m, frame, thing, args, place) or methods.of_open_text(m, thing, args, place)
        if result is not None:
            return result
    return unresolved_call(m, frame, thing, args, place, node)


def _call_bound(m: Machine, frame: Frame, bound: Bound, args: Args, place: Place, node: t.Call | None) -> Value:
    if isinstance(bound.function, Function):
        return call_function(m, frame, bound.function, args.first(m.just(bound.receiver)), place)
    if isinstance(bound.function, str):
        return methods.call(m, frame, bound.receiver, bound.function, args, place, node)
    return library.call_member(m, frame, bound, args, place)


# --- scanned functions --------------------------------------------


def call_function(m: Machine, frame: Frame, function: Function, args: Args, place: Place, entry: bool = False) -> Value:
    """Run a function's body over its arguments; a call that can touch no flow on a small budget, known ones not again."""
    if m.within is not None and m.within[0] == place and _is_generator(function):
        return run_function(m, frame, function, args, place, body=m.within[1])
    if not entry and inert.is_inert(m, function, args):
        return inert.run(m, frame, function, args, place)
    if not entry and memo.is_helper(m, function, args):
        return memo.run(m, frame, function, args, place)
    if not entry:
        return summaries.run(m, frame, function, args, place)
    return run_function(m, frame, function, args, place, entry)


def _is_generator(function: Function) -> bool:
    return isinstance(function.definition, t.FunctionDef) and function.definition.is_generator


def run_function(
    m: Machine,
    frame: Frame,
    function: Function,
    args: Args,
    place: Place,
    entry: bool = False,
    body: Callable[[Value], None] | None = None,
) -> Value:
    """Run a function's body over its arguments, in a frame of its own; ``body`` is what runs where a manager yields."""
    inner = new_frame(m, frame, function, place)
    bind_parameters(m, inner, function, args, place)
    this = (function.definition, _signature(m, inner, function))
    recursive = sum(1 for definition, _ in m.active if definition is function.definition)
    alike = m.active.count(this) if recursive else 0
    most = limits.MAX_ALIKE_RECURSION if recursive and any(map(m.flows, args.values())) else limits.MAX_IDLE_RECURSION
    if recursive > limits.MAX_RECURSION or alike > most or m.depth > limits.MAX_CALL_DEPTH:
        m.told.append(next((n for n, (definition, _) in enumerate(m.active) if definition is function.definition), -1))
        if not m.path.is_true:
            m.fail()  # a recursion that something can end does end
            return NOTHING
        what = f"{function.name} (calls nested too deep)"
        m.graph.cut.append((place, what))
        return unresolved(m, frame, what, args.values(), place)
    inner.is_entry, inner.body = entry, body
    m.seen.ran.add((function.definition, function.env))
    if isinstance(function.definition, t.FunctionDef) and function.owner is None and not entry:
        m.functions.add(f"{function.module.name}.{function.name}")
    m.depth += 1
    m.active.append(this)
    try:
        return run_body(m, inner, function, place)
    finally:
        m.depth -= 1
        m.active.pop()


def _signature(m: Machine, inner: Frame, function: Function) -> Hashable:
    """What tells one call of a function from another, tensors and what is open aside: a recursion over it can end."""
    given = (m.live(m.store.get((inner, p.name)) or NOTHING) for p in function.definition.params)
    return tuple(frozenset(_kind_of(m, thing) for _, thing in value) for value in given)


def _kind_of(m: Machine, thing: Thing) -> Hashable:
    if isinstance(thing, Tuple | Listing):
        return len(thing.elements if isinstance(thing, Tuple) else m.elements(thing))
    if isinstance(thing, Mapping) and not m.entries(thing).others:
        return tuple(key for key, _ in m.entries(thing).known)
    return thing if isinstance(thing, Const | Obj | Class | Function) else None


def new_frame(m: Machine, frame: Frame, function: Function, place: Place) -> Frame:
    """A frame for a call at a place."""
    definition = function.definition
    local = frozenset(p.name for p in definition.params)
    if isinstance(definition, t.FunctionDef):
        local |= bound_names(definition.body)
    context = context_of(m, frame, function, place)
    chain = (*frame.chain, place)
    return Frame(function.module, context, chain, local, function.env, function.owner, function)


def context_of(m: Machine, frame: Frame, function: Function, place: Place) -> Context:
    """What tells a call from others: of other functions, at other places, or reached by other calls."""
    return m.context(frame.context, frame.iteration, place, function.definition.span, function.module.path)


def bind_parameters(m: Machine, inner: Frame, function: Function, args: Args, place: Place) -> None:
    """Give every parameter its argument, its default, or nothing."""
    params = function.definition.params
    positional = list(args.positional)
    keywords = dict(args.keywords)
    rest = list(args.rest)
    for number, (param, default) in enumerate(zip(params, function.defaults, strict=True)):
        if param.kind == "*":
            elements = (*(One(v) for v in positional), *rest)
            value: Value = m.just(Tuple(tuple(elements)))
            positional, rest = [], []
        elif param.kind == "**":
            value = m.new_dict(place, Entries(tuple(keywords.items()), args.others))
        elif positional and param.kind != "kw":
            value = positional.pop(0)
        elif param.name in keywords and param.kind != "pos":
            value = _or_default(m, keywords.pop(param.name), default, place)
        else:
            value = _missing(m, inner, param, default, rest, args)
        if number == 0 and value:
            inner.receiver = only(value)
        m.store.set((inner, param.name), named(param.name, value))


def _or_default(m: Machine, value: Value, default: Value | None, place: Place) -> Value:
    """A keyword that is given only under a condition falls back to the default."""
    there = m.space.any(guard for guard, _ in value)
    if there.is_true or default is None:
        return value
    return m.join([(m.space.true, value), (~there, default)], place)


def _missing(
    m: Machine, inner: Frame, param: t.Param, default: Value | None, rest: list[One | Many], args: Args
) -> Value:
    """A parameter that no argument is known for: it may come out of a ``*`` or ``**`` of unknown content."""
    place = inner.chain[-1]
    possible = list(element_values(tuple(rest))) if param.kind != "kw" else []
    if args.others:
        other = sequences.other_entry(m, args.others, m.const(param.name), place, default or NOTHING)
        if all(isinstance(m.given(x), Symbol) for value in (args.others, *possible) for _, x in value):
            return other  # an item of an open dict, which falls back to the default by itself
        possible.append(other)
    if possible:
        values = possible if default is None else [default, *possible]
        return sequences.choose(m, list(dict.fromkeys(values)), ("rest", place, param.name), place)
    if default is not None:
        return default
    return m.unknown(param.name, ("missing", place, param.name), f"the argument {param.name}, which is not given")


def run_body(m: Machine, inner: Frame, function: Function, place: Place) -> Value:
    """Run a body to all its ends and join what it returns."""
    definition = function.definition
    if isinstance(definition, t.Lambda):
        return m.eval(inner, definition.body)
    if definition.is_generator and inner.body is None:
        inner.yields = Listing(ITERATOR, place)
        m.store.set((inner.yields, "[]"), ())
    base, path, mark = m.store, m.path, len(m.left)
    m.store = base.child()
    m.run(inner, definition.body)
    ends = inner.returns
    if not m.path.is_false:
        ends.append(End(m.path, m.store, m.const(None)))
    if inner.yields is not None and not ends:
        ends.append(End(path, m.store))  # one that never comes to its end gives as much as is asked for
    m.rejoin(ends)
    value = m.merge(base, path, ends, place, mark, done=inner)
    if inner.yields is not None:
        m.store.set((inner.yields, RETURNED), value)
        return m.just(inner.yields)
    return value


RETURNED = "<returned>"
"""The key under which a generator has what it returns, for who delegates to it."""

TYPE_OF = "type of"
"""What the keys of open types begin with."""


# --- what cannot be followed --------------------------------------------


def unresolved_call(m: Machine, frame: Frame, thing: Thing, args: Args, place: Place, node: t.Call | None) -> Value:
    """A call of something that is not known: what it is given may come out of it."""
    if isinstance(thing, Tensor) and m.graph.nodes[thing.node].op == "get_attr" and not args.values():
        return m.just(thing)  # a name that is a field of some tensors, and a method of others
    if isinstance(thing, Tensor):
        target = m.graph.nodes[thing.node]
        name = target.target if target.op == "placeholder" else unparse(node.func) if node else "a tensor"
        is_member = target.target == "getitem" or target.op in ("get_attr", "unresolved")  # a method that nobody knows
        carried = [m.just(thing)] if is_member and not m.is_given(thing.node, ("placeholder",)) else []
        return unresolved(m, frame, name, [*carried, *args.values()], place)
    if isinstance(thing, Const):
        return m.unknown("nothing", ("not callable", place), "a call of what cannot be called")
    if isinstance(thing, Symbol) and isinstance(thing.key, tuple) and thing.key[0] == TYPE_OF:
        # ``type(data)(items)``: whatever container it is, it holds what it is given.
        alone = len(args.positional) == 1 and not args.rest
        return args.positional[0] if alone else m.just(Tuple((*(One(v) for v in args.positional), *args.rest)))
    if isinstance(thing, Symbol):
        return unresolved(m, frame, thing.reason or thing.text, args.values(), place, thing.depth, args.told())
    return unresolved(m, frame, "an object without __call__", args.values(), place)


def unresolved(
    m: Machine, frame: Frame, name: str, values: Sequence[Value], place: Place, depth: int = 0, told: str = "..."
) -> Value:
    """What comes out of a call that could not be followed: perhaps any tensor that went in, on the word of ``name``.

    ``depth`` is that of what is called, if it is something open; ``told`` is what a reader is told of the arguments.
    """
    edges = [edge for value in values for edge in m.flows(value)]
    for value in values:
        escape.hand_on(m, value)
    if not edges:
        context = frame.context if depth < limits.MAX_OPEN_DEPTH else None
        text = f"{name}({told})" + LATER * m.round.is_later
        return m.just(Symbol(("call", name, place, context, m.round), text, name, depth=depth))
    doubt = m.space.atom(Atom(("unresolved", name), name, "", "unresolved"))
    edges = [edge._replace(guard=edge.guard & doubt) for edge in edges]
    return m.tensor(m.node("unresolved", name, place, frame, edges))


# --- contexts and outputs --------------------------------------------


def enter(m: Machine, frame: Frame, manager: Value, place: Place) -> Value:
    """What ``with manager as x`` gives."""

    def handle(thing: Thing) -> Value:
        method = objects.find_method(m, thing, "__enter__") if isinstance(thing, Obj) else None
        if method is not None:
            return call(m, frame, method, Args(), place)
        if isinstance(thing, Listing) and thing.kind == ITERATOR:  # a generator through contextlib
            return next(iter(element_values(m.elements(thing))), m.just(thing))
        return m.just(thing)

    return m.each(manager, place, handle)


def leave(m: Machine, frame: Frame, manager: Value, place: Place) -> None:
    """Run ``__exit__`` behind the body of a ``with``, which no exception has ended."""
    nothing = m.const(None)
    for guard, thing in m.live(manager):
        method = objects.find_method(m, thing, "__exit__")
        if method is None and isinstance(thing, Obj) and m.catalog.member(thing.cls.name, "__exit__") is not None:
            method = objects.get_attribute(m, frame, m.just(thing), "__exit__", place)
        if method is not None and m.path.implies(guard):
            call(m, frame, method, Args((nothing, nothing, nothing)), place)


def output(m: Machine, frame: Frame, value: Value, place: Place) -> None:
    """Write down that a value leaves the model."""
    edges = m.flows(value)
    if edges:
        m.node("output", "return", place, frame, edges)
