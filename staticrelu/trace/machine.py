"""The state of one analysis and its elementary steps: making nodes, joining values, splitting and merging ways.

``path`` is the guard of the way that is being run, ``store`` what everything holds on it. The behaviour of each kind of
statement, expression and call is in the other files of this room, which register their handlers here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias, TypeVar

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.catalog import Catalog
from staticrelu.graph import Activation, Edge, Graph, Node, Op
from staticrelu.guards import Guard, GuardSpace
from staticrelu.place import NO_SPAN, Place, Span
from staticrelu.project import Module, Naming, Project
from staticrelu.project.modules import Folder
from staticrelu.trace.frames import MEMORY, NAMES, Context, End, Frame, Key, Round, Store
from staticrelu.trace.values import (
    ONE_OF,
    Bound,
    Class,
    Const,
    Elements,
    Entries,
    Library,
    Listing,
    Many,
    Mapping,
    Namespace,
    Obj,
    One,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
)


class NodeNumber(int):
    """The number of a node, told from all other numbers wherever it stands."""


class Serial(int):
    """A number that was never given before, told from all other numbers."""


LATER = " in a later round"
"""What tells a reader that a test or a call of a loop's further rounds need not give what that of the first has given."""

NEVER = 1 << 60
"""A number that no node has."""

ExpressionHandler = Callable[["Machine", Frame, Any], Value]
StatementHandler = Callable[["Machine", Frame, Any], None]
EXPRESSIONS: dict[type, ExpressionHandler] = {}
STATEMENTS: dict[type, StatementHandler] = {}
E = TypeVar("E", bound=ExpressionHandler)
S = TypeVar("S", bound=StatementHandler)


def expression(kind: type) -> Callable[[E], E]:
    """Register the handler of one kind of expression."""

    def register(handler: E) -> E:
        EXPRESSIONS[kind] = handler
        return handler

    return register


def statement(kind: type) -> Callable[[S], S]:
    """Register the handler of one kind of statement."""

    def register(handler: S) -> S:
        STATEMENTS[kind] = handler
        return handler

    return register


class Called(NamedTuple):
    """One call of a layer: the nodes from ``first`` up to, and without, ``end`` were made meanwhile."""

    layer: Obj
    first: int
    end: int


@dataclass(slots=True)
class Seen:
    """What is noted beside the graph: for those who look at a model, and to know what it has put together and called.

    ``held`` is what the model is made of (its object, or the variables of a function), ``built`` has the arguments that
    objects were constructed with, ``called`` the calls of layers in the order in which they ended, ``ran`` the functions that
    were run, each with what it closes over, ``unfinished`` the entries that were given up, each with the reason.
    """

    held: Sequence[tuple[str, Value]] = ()
    built: dict[Obj, Any] = field(default_factory=dict)
    called: list[Called] = field(default_factory=list)
    ran: set[tuple[t.FunctionDef | t.Lambda, Frame | None]] = field(default_factory=set)
    unfinished: dict[str, str] = field(default_factory=dict)


class BudgetSpentError(Exception):
    """The model needs more work than it may cost; the text says which budget was spent."""


class InertSpentError(Exception):
    """A call that can touch no flow needs more work than it may cost."""


class IdleSpentError(Exception):
    """An entry does not come to any tensor for longer than it may."""


Running: TypeAlias = "tuple[object, Hashable]"
"""A function that is running, and what tells its call apart from others of it."""


class Machine:
    """One analysis of one model. ``catalog`` says what library names mean, ``project`` what scanned names mean.

    ``active`` knows the definitions that lead to a layer or an activation, ``recurrent`` those that lead to a recurrent
    layer (or to a name computed at run time); analyses of one project may share them. ``kinds`` are the activations that
    are looked for where an open argument chooses one.
    """

    later_from = NEVER
    """The first node that the innermost of the further rounds has made."""

    within: tuple[Place, Callable[[Value], None]] | None = None
    """Where a context manager is called, and what runs where it yields, if it is a generator."""

    catches = False
    """Whether a ``try`` has a handler for what is raised here: that it is raised says nothing of what cannot be."""

    inert_left: int | None = None
    """The steps until a call that can touch no flow is given up, while one is run; ``inert_total`` with those of calls in it."""

    inert_total = 0

    idle_left: int | None = None
    """The steps until the entry that is run has to come to a tensor, where it has to."""

    enters_all = False
    """Whether a class is run to its end also where it leads to no recurrent layer."""

    draws = True
    """Whether nodes are made: what would make one is given up where it is only run for the names that it sets."""

    def __init__(
        self,
        project: Project,
        catalog: Catalog,
        active: Naming | None = None,
        recurrent: Naming | None = None,
        kinds: frozenset[str] = frozenset(("relu",)),
    ) -> None:
        self.project = project
        self.catalog = catalog
        self.kinds = kinds
        self.active_names = active or Naming(project, catalog.active_words())
        self.recurrent_names = recurrent or Naming(project, catalog.recurrent_names() | {"getattr"})
        self.memo: dict[Hashable, list[Any]] = {}
        self.summaries: dict[Hashable, Any] = {}
        self.derived: dict[str, dict[str, list[str]]] = {}  # of a module's classes, by the names of their bases
        self.drawn = 0
        self.space = GuardSpace()
        self.graph = Graph(self.space)
        self.path = self.space.true
        self.store = Store()
        self.objects: dict[Hashable, Obj] = {}
        self.contexts: dict[Hashable, Context] = {}
        self.round = Round()
        self.rounds: dict[Hashable, Round] = {}
        self.contents: dict[int, tuple[object, bool, frozenset[int]]] = {}  # by identity, see ``renaming.contents``
        self.layers, self.modules = dict[Hashable, int](), dict[Hashable, int]()  # their numbers in the graph
        self.handed_on: list[Thing] = []  # to code that is not scanned, as often as it was
        self.positive: dict[int, int] = {}  # of a mask: the value that it says is positive
        self.classes: dict[Hashable, Class] = {}
        self.module_frames: dict[str, Frame] = {}
        self.class_frames: dict[Class, Frame] = {}
        self.parts: dict[Class, None] = {}
        self.functions, self.inputs = set[str](), dict[int, Symbol]()
        self.nowhere_place = Place("", NO_SPAN)
        self.nowhere = Frame(Module("", "", Folder(None), lambda path: None), "nowhere")
        self.evaluating, self.registered = set[Key](), set[Key]()
        self.active: list[Running] = []
        self.apart = list[tuple[range, range]]()  # what top levels made that were run for a name: nodes, serial numbers
        self.told = list[int]()  # answers that rest on what is in no store: by the running call that they speak of
        self.defaults: dict[Hashable, Const] = {}  # of open things, by their keys: where the user does not say more
        self.left: list[End] = []  # the ways that have left the bodies being run, and are not yet joined again
        self.budget = limits.MAX_MODEL_WORK
        self.depth = self.work = self.serials = 0
        self._begun = time.thread_time() - project.loading

    @cached_property
    def seen(self) -> Seen:
        """What there is to look at."""
        return Seen()

    def is_told_from_outside(self, since: int) -> bool:
        """Whether an answer rests on more than what the innermost call does: on what it is called by, or is taken for granted."""
        return any(number < len(self.active) for number in self.told[since:])

    # --- budgets --------------------------------------------

    def tick(self) -> None:
        """Count one step of work. Raises BudgetSpentError."""
        self.work += 1
        if self.inert_left is not None:
            self.inert_left -= 1
            self.inert_total -= 1
            if self.inert_left < 0 or self.inert_total < 0:
                raise InertSpentError
        if self.idle_left is not None:
            self.idle_left -= 1
            if self.idle_left < 0:
                raise IdleSpentError
        if self.work > self.budget:
            raise BudgetSpentError(f"more than {self.budget:,} steps")
        if self.space.size > limits.MAX_GUARD_SPACE:
            raise BudgetSpentError("too many undecided tests")
        if self.work % 256 == 0 and self._seconds() > limits.MAX_MODEL_SECONDS:
            raise BudgetSpentError(f"more than {limits.MAX_MODEL_SECONDS} seconds")
        if len(self.graph.nodes) > limits.MAX_GRAPH_NODES:
            raise BudgetSpentError(f"more than {limits.MAX_GRAPH_NODES:,} nodes")

    def _seconds(self) -> float:
        """The processor time spent on this model, without that on making trees."""
        return time.thread_time() - self.project.loading - self._begun

    def serial(self) -> Serial:
        """A number that was never given before."""
        self.serials += 1
        return Serial(self.serials)

    def unless(self, spent: type[Exception], action: Callable[[], Value]) -> Value | None:
        """What an action gives; None, and nothing is left of what it did but nodes, if a budget is spent meanwhile."""
        path, store, depth, active, left = self.path, self.store, self.depth, len(self.active), len(self.left)
        mark = self.graph.assumed.mark
        try:
            return action()
        except spent:
            for layer in self.store.layers_above(store):
                for key in layer.reads or ():
                    store.get(key)  # who notes what is read hears of what led here
            self.path, self.store, self.depth = path, store, depth
            del self.active[active:], self.left[left:]
            self.graph.assumed.forget(mark)
            return None

    # --- dispatch --------------------------------------------

    def eval(self, frame: Frame, node: t.Expr) -> Value:
        """The value of an expression."""
        self.tick()
        return EXPRESSIONS[type(node)](self, frame, node)

    def run(self, frame: Frame, body: Sequence[t.Stmt]) -> None:
        """Run statements until they end or the path does."""
        for node in body:
            if self.path.is_false:
                return
            self.tick()
            STATEMENTS[type(node)](self, frame, node)

    # --- values --------------------------------------------

    def just(self, thing: Thing) -> Value:
        """The value that is this thing."""
        return ((self.space.true, thing),)

    def library(self, name: str) -> Value:
        """The value that is a library's name, in its canonical form where the catalog has an entry for it; or its constant."""
        entry = self.catalog.entry(name)
        if entry is not None and entry.constant is not None:
            return self.const(entry.constant)
        return self.just(Library(self.catalog.canonical(name) if entry is not None else name))

    def const(self, value: object) -> Value:
        """The value that is this constant."""
        return self.just(Const(value))

    def key(self, key: object) -> Value:
        """The value of a key of a dict: a constant, a tuple of them, or what is told apart by its identity."""
        if isinstance(key, tuple):
            return self.just(Tuple(tuple(One(self.const(part)) for part in key)))
        return self.just(key) if isinstance(key, Obj | Class | Library) else self.const(key)

    def boolean(self, guard: Guard) -> Value:
        """True when the guard holds, else False."""
        cases = ((guard, Const(True)), (~guard, Const(False)))
        return tuple((g, c) for g, c in cases if not g.is_false)

    def unknown(self, text: str, key: Hashable, reason: str = "") -> Value:
        """Something that carries no value and is not known."""
        return self.just(Symbol(key, text, reason))

    def live(self, value: Value) -> Value:
        """The cases that are possible on this path; a case that is certain on it gets the guard true."""
        if len(value) == 1 and value[0][0].is_true:
            return value
        found = []
        for guard, thing in value:
            if self.path.implies(guard):
                return ((self.space.true, thing),)
            if self.path.meets(guard):
                found.append((guard, thing))
        return tuple(found)

    def join(self, parts: Iterable[tuple[Guard, Value]], place: Place, label: str = "") -> Value:
        """One value that is each part's under its guard; different tensors flow into one new node."""
        cases: dict[Thing, Guard] = {}
        tensors: dict[Tensor, Guard] = {}
        for guard, value in parts:
            for case_guard, thing in value:
                holds = guard & case_guard
                if holds.is_false:
                    continue
                table: dict[Any, Guard] = tensors if isinstance(thing, Tensor) else cases
                table[thing] = table[thing] | holds if thing in table else holds
        cases = self._join_open(self._join_tuples(cases, place, label), label)
        result = [(guard, thing) for thing, guard in cases.items()]
        if tensors:
            result.append(self._join_tensors(tensors, place, label))
        if len(result) > limits.MAX_CASES:
            result = self._collapse(result, place)
        return tuple(result)

    def _join_open(self, cases: dict[Thing, Guard], label: str) -> dict[Thing, Guard]:
        """Numbers and other open things that are not told apart by any flow become one open thing.

        Every case kept apart doubles the work of what follows; sizes and counts are many and decide little. The same
        is done to constants that hold under conditions of more tests than a reader is shown: a flag that a hundred
        calls may have set is open.
        """
        alike = [x for x in cases if (isinstance(x, Symbol) and not x.pattern) or _is_number(x)]
        symbols = [x for x in alike if isinstance(x, Symbol)]
        if len(alike) < 2 or not symbols:
            alike = [x for x in cases if isinstance(x, Const) or (isinstance(x, Symbol) and not x.pattern)]
            if len(alike) < 2 or not any(self.space.is_wide(cases[x]) for x in alike):
                return cases
        result = {x: guard for x, guard in cases.items() if x not in alike}
        result[_one_of(alike, cases, label)] = self.space.any(cases[x] for x in alike)
        return result

    def _join_tensors(self, tensors: dict[Tensor, Guard], place: Place, label: str) -> tuple[Guard, Thing]:
        guard = self.space.any(tensors.values())
        if len(tensors) == 1:
            return guard, next(iter(tensors))
        edges = [Edge(self.content(tensor), when) for tensor, when in tensors.items()]
        memories = {tensor.memory for tensor in tensors}
        node = self.node("join", label, place, edges=edges)
        shared = len(memories) == 1
        return guard, Tensor(node, memories.pop() if shared else node, shared and any(x.part for x in tensors))

    def _join_tuples(self, cases: dict[Thing, Guard], place: Place, label: str) -> dict[Thing, Guard]:
        """Tuples of one shape become one tuple of joined elements, so that unpacking them stays simple."""
        shapes: dict[Hashable, list[tuple[Guard, Tuple]]] = {}
        for thing, guard in cases.items():
            if isinstance(thing, Tuple) and all(isinstance(e, One) for e in thing.elements):
                shapes.setdefault((len(thing.elements), thing.names, thing.cls), []).append((guard, thing))
        for same in shapes.values():
            if len(same) < 2:
                continue
            columns = zip(*([(guard, element) for element in thing.elements] for guard, thing in same), strict=True)
            elements = tuple(One(self.join([(g, e.value) for g, e in column], place, label)) for column in columns)
            guard = self.space.any(g for g, _ in same)
            # The elements' guards were made absolute by the join; within the tuple they hold relative to it.
            elements = tuple(One(tuple((self.space.restrict(g, guard), x) for g, x in e.value)) for e in elements)
            for _, thing in same:
                del cases[thing]
            cases[Tuple(elements, same[0][1].names, same[0][1].cls)] = guard
        return cases

    def _collapse(self, cases: list[tuple[Guard, Thing]], place: Place) -> list[tuple[Guard, Thing]]:
        """Keep the likeliest cases apart and let the rest be unknown; a tensor among them stays."""
        kept, rest = cases[: limits.MAX_CASES - 1], cases[limits.MAX_CASES - 1 :]
        tensors = [case for case in rest if isinstance(case[1], Tensor)]
        if len(rest) == len(tensors):
            return cases
        guard = self.space.any(g for g, thing in rest if not isinstance(thing, Tensor))
        return [*kept, *tensors, (guard, Symbol(("cases", place), "one of many", "one of many values"))]

    # --- tensors --------------------------------------------

    def node(
        self,
        op: Op,
        target: str,
        place: Place,
        frame: Frame | None = None,
        edges: Iterable[Edge] = (),
        activations: tuple[Activation, ...] = (),
        layer: int | None = None,
        traits: frozenset[str] = frozenset(),
    ) -> NodeNumber:
        """Write down a node on the current path; returns its number."""
        number = len(self.graph.nodes)
        inputs = [edge._replace(source=int(edge.source)) for edge in dict.fromkeys(edges) if not edge.guard.is_false]
        chain = frame.chain if frame else ()
        self.append([Node(number, op, target, place, chain, self.path, inputs, layer, activations, traits)])
        return NodeNumber(number)

    def append(self, nodes: Sequence[Node]) -> None:
        """Write down nodes: whoever has to come to a tensor has come to one."""
        if not self.draws and nodes:
            raise InertSpentError
        if self.idle_left is not None and nodes:
            self.idle_left = limits.MAX_IDLE_WORK
        self.graph.nodes += nodes

    def node_again(self, number: int) -> NodeNumber:
        """Write down on the current path a node that is like another one; returns its number."""
        node, copy = self.graph.nodes[number], len(self.graph.nodes)
        self.graph.nodes.append(replace(node, number=copy, guard=node.guard & self.path, inputs=list(node.inputs)))
        return NodeNumber(copy)

    def tensor(self, node: int, view_of: Tensor | None = None, part: bool = False) -> Value:
        """The value that a node makes; a view (of a ``part``) shares the memory of another tensor."""
        if view_of is None:
            return self.just(Tensor(node, node))
        return self.just(Tensor(node, view_of.memory, part or view_of.part))

    def content(self, tensor: Tensor, store: Store | None = None) -> int:
        """The node whose value the tensor has now: its own, or that of the last write into its memory since."""
        written = (store or self.store).get((tensor.memory, MEMORY))
        return max(tensor.node, written) if written is not None else tensor.node

    def flows(self, value: Value) -> list[Edge]:
        """Edges from every tensor in a value, also inside containers and plain objects.

        What is shared by several holders is looked into once, and again only where it is held under a wider guard.
        """
        edges: dict[int, Guard] = {}
        seen: dict[int, Guard] = {}
        holders = self._holders(value)
        level = list(self.live(value))
        for _ in range(limits.MAX_VALUE_DEPTH + 1):
            inside: list[tuple[Guard, Value]] = []
            for guard, thing in level:
                found, key = (edges, self.content(thing)) if isinstance(thing, Tensor) else (seen, id(thing))
                wider = found[key] | guard if key in found else guard
                if found.get(key) is not wider:
                    found[key] = wider
                    inside += [(guard, part) for part in self._parts(thing)]
            level = [
                (guard & inner, x)
                for guard, part in inside
                for inner, x in self.live(part)
                if isinstance(x, Tensor) or id(x) in holders
            ]
        return [Edge(source, guard) for source, guard in edges.items()]

    def _holders(self, value: Value) -> set[int]:
        """The identities of all that holds a tensor, however deep, in a value.

        A configuration is large, and the conditions of what it holds are larger: only those on the way to a tensor matter.
        """
        holders: dict[int, list[int]] = {}
        level, seen, found = [thing for _, thing in value], set[int](), set[int]()
        for _ in range(limits.MAX_VALUE_DEPTH + 1):
            new = {id(thing): thing for thing in level if id(thing) not in seen}
            seen |= new.keys()
            level = []
            for holder, thing in new.items():
                inside = [x for part in self._parts(thing) for _, x in part]
                level += inside
                if any(isinstance(x, Tensor) for x in inside):
                    found.add(holder)
                for x in inside:
                    holders.setdefault(id(x), []).append(holder)
        waiting = list(found)
        while waiting:
            more = set(holders.get(waiting.pop(), ())) - found
            found |= more
            waiting += more
        return found

    def _parts(self, thing: Thing) -> Iterable[Value]:
        if isinstance(thing, Tuple):
            return element_values(thing.elements)
        if isinstance(thing, Listing):
            return element_values(self.elements(thing))
        if isinstance(thing, Mapping | Symbol | Tensor):
            entries = self.entries(self.holder(thing))
            return [*(value for _, value in entries.known), entries.others]
        if isinstance(thing, Obj) and not self.is_module(thing.cls):
            entries = self.entries(thing)
            held = (*(value for _, value in entries.known), entries.others, *element_values(self.elements(thing)))
            return [*self.attributes(thing), *held]
        if isinstance(thing, Bound) and isinstance(thing.receiver, Tensor):
            return (self.just(thing.receiver),)  # a method that nobody calls is an attribute of some type
        return ()

    def attributes(self, obj: Obj) -> list[Value]:
        """The values of all attributes that were set on an object."""
        held = (self.store.get((obj, name)) for name in self.names(obj))
        return [value for value in held if value is not None]

    def names(self, obj: Obj) -> tuple[str, ...]:
        """The names of all attributes that were ever set on an object, on any way: which there are may matter to a call."""
        found: tuple[str, ...] = self.store.get((obj, NAMES))
        return found

    # --- containers --------------------------------------------

    def elements(self, listing: object) -> Elements:
        """What a list holds now."""
        found: Elements | None = self.store.get((listing, "[]"))
        return found or ()

    def entries(self, mapping: object) -> Entries:
        """What a dict holds now."""
        found: Entries | None = self.store.get((mapping, "{}"))
        return found or Entries()

    def new_list(self, frame: Frame, place: Place, elements: Elements, kind: str = "list") -> Value:
        """A new list."""
        listing = Listing(kind, place)
        self.store.set((listing, "[]"), bounded(elements))
        return self.just(listing)

    def new_dict(self, place: Place, entries: Entries, shown: Obj | None = None) -> Value:
        """A new dict; of the attributes of ``shown``, if that is given."""
        mapping = Mapping(place, shown)
        self.store.set((mapping, "{}"), entries)
        return self.just(mapping)

    # --- classes --------------------------------------------

    def bases(self, cls: Class | Library) -> tuple[Class | Library, ...]:
        """The method resolution order, the class itself first, with the catalogued bases of library classes."""
        order: list[Class | Library] = []
        for item in cls.order if isinstance(cls, Class) else (cls,):
            if isinstance(item, Class):
                order.append(item)
            else:
                order += [Library(name) for name in self.catalog.bases(item.name)]
        return tuple(dict.fromkeys(order))

    def is_module(self, cls: Class | Library) -> bool:
        """Whether instances are layers: the class is a library's layer, inherits from one, or may and has a ``forward``."""
        order = self.bases(cls)
        for item in order:
            if isinstance(item, Library) and self.is_layer_name(item.name):
                return True
        unresolved = any(isinstance(c, Class) and c.unresolved for c in order)
        return unresolved and any(isinstance(c, Class) and "forward" in c.table for c in order)

    def is_layer_name(self, name: str) -> bool:
        """Whether a library name is a class of layers; one in angle brackets stands for a name that is open."""
        entry = self.catalog.entry(name)
        if entry is not None:
            return entry.kind == "module"
        package = self.catalog.package(name)
        last = name.rpartition(".")[2]
        return package is not None and package.layers and (last[:1].isupper() or last[:1] == "<")

    # --- ways --------------------------------------------

    def split(self, base: Store, path: Guard, guard: Guard, action: Callable[[], Value]) -> End | None:
        """Run ``action`` on the part of the way where ``guard`` holds, in a layer of its own; None if that is no way."""
        narrowed = path & guard
        if narrowed.is_false:
            return None
        self.path, self.store = narrowed, base.child()
        value = action()
        return None if self.path.is_false else End(self.path, self.store, value)

    def here(self) -> list[End]:
        """The end of the way that is being run, if it is one."""
        return [] if self.path.is_false else [End(self.path, self.store)]

    def each(self, value: Value, place: Place, handle: Callable[[Thing], Value]) -> Value:
        """Handle every case of a value on its own way, and join what comes out."""
        cases = self.live(value)
        if len(cases) == 1 and cases[0][0].is_true:
            return handle(cases[0][1])
        return self.branches([(guard, lambda thing=thing: handle(thing)) for guard, thing in cases], place)  # type: ignore[misc]

    def branches(self, arms: Sequence[tuple[Guard, Callable[[], Value]]], place: Place) -> Value:
        """Run alternatives, each under its guard, and go on with all of them joined."""
        base, path = self.store, self.path
        for guard, action in arms:
            if path.implies(guard):
                return action()
        ends = [self.split(base, path, guard, action) for guard, action in arms]
        return self.merge(base, path, [end for end in ends if end is not None], place)

    def leave(self, ends: list[End], value: Value = ()) -> None:
        """The way leaves the body that is being run (by ``return``, ``break``, ``continue``), to be joined with ``ends``."""
        ends.append(End(self.path, self.store, value))
        self.left.append(ends[-1])
        self.path = self.space.false

    def rejoin(self, ends: list[End]) -> None:
        """Ways that had left are about to be joined."""
        there = {id(end) for end in ends}
        self.left = [end for end in self.left if id(end) not in there]

    def fail(self) -> None:
        """The way ends by an exception: whoever runs to the end has not come here."""
        self.graph.assumed.add(~self.path)
        self.path = self.space.false

    def merge(
        self,
        base: Store,
        path: Guard,
        ends: list[End],
        place: Place,
        mark: int | None = None,
        fold: bool = True,
        done: Frame | None = None,
    ) -> Value:
        """Go on with several ends as one: join what they wrote above ``base``; returns their values joined.

        ``path`` is the way as it was before it split, ``mark`` how many ways had left by then. What neither arrives
        nor has left since has raised: as an entry is assumed to run to its end, the way goes on as if that could
        not be. With ``fold`` the result is written into ``base`` itself, which is right if nobody keeps it as it was;
        those who have left do. The local names of a frame that is ``done`` are dropped, unless something closes over it.
        Without any end the store stays as it is: whoever catches what was raised finds what had been written by then.
        """
        left = self.left[mark:] if mark is not None else []
        if not ends:
            self.path = self.space.false
            return ()
        self.store = base if fold and not left else base.child()
        arrived = self.space.any(end.path for end in ends)
        self.path = path & ~self.space.any(end.path for end in left)
        guards = [self.space.restrict(end.path, arrived) for end in ends]
        if len(ends) == 1:
            guards = [self.space.true]
        written: dict[Key, Any] = {}
        for end in ends:
            for layer in reversed(list(end.store.layers_above(base))):
                written.update(layer.data)
        if done is not None and not done.is_kept:
            written = {key: held for key, held in written.items() if key[0] is not done or key[1] == "[]"}
        if len(ends) > 1:
            written = {key: self._merge_key(key, ends, guards, place, base) for key in written}
        self.store.data.update(written)
        return self.join([(g, self._settled(end, end.value)) for g, end in zip(guards, ends, strict=True)], place)

    def _merge_key(self, key: Key, ends: list[End], guards: list[Guard], place: Place, base: Store) -> Any:
        owner, name = key
        held = [end.store.get(key) for end in ends]
        if all(value is held[0] for value in held):
            return held[0]
        there = [value for value in held if value is not None]
        if len(there) == 1 and (isinstance(owner, Frame) or _is_made_on_way(owner, ends, base)):
            return there[0]  # on another way nobody reaches it, or reading it raises
        if name == MEMORY:
            return self._merge_memory(owner, held, guards, place)
        if name == "[]":
            return self._merge_elements([v or () for v in held], guards, place)
        if name == "{}":
            return self._merge_entries([v or Entries() for v in held], guards, place)
        parts = [
            (guard, self._settled(end, value))
            for guard, end, value in zip(guards, ends, held, strict=True)
            if value is not None
        ]
        return self.join(parts, place, name)

    def _settled(self, end: End, value: Value) -> Value:
        """The value as it was at an end: a tensor whose memory was written there stands for what was written."""
        if not any(isinstance(thing, Tensor) for _, thing in value):
            return value
        return tuple(
            (g, Tensor(self.content(x, end.store), x.memory, x.part) if isinstance(x, Tensor) else x) for g, x in value
        )

    def _merge_memory(self, owner: object, held: list[Any], guards: list[Guard], place: Place) -> int:
        nodes: dict[int, Guard] = {}
        for guard, node in zip(guards, held, strict=True):
            number: int = owner if node is None else node  # type: ignore[assignment]
            nodes[number] = nodes[number] | guard if number in nodes else guard
        if len(nodes) == 1:
            return next(iter(nodes))
        return self.node("join", "memory", place, edges=[Edge(n, g) for n, g in nodes.items()])

    def _merge_elements(self, lists: list[Elements], guards: list[Guard], place: Place) -> Elements:
        """Lists that begin alike keep their beginning; where one is longer, its further elements are there under its guard."""
        shortest = min(len(e) for e in lists)
        same = 0
        while same < shortest and all(e[same] == lists[0][same] for e in lists):
            same += 1
        head, tails = lists[0][:same], [e[same:] for e in lists]
        if len({tuple(_shape(e) for e in tail) for tail in tails}) == 1:
            columns = zip(*tails, strict=True)
            return (*head, *(self._join_column(column, guards, place) for column in columns))
        found = [under(guard, element) for guard, tail in zip(guards, tails, strict=True) for element in tail]
        return (*head, *found[: limits.MAX_ELEMENTS])

    def _join_column(self, column: Sequence[One | Many], guards: list[Guard], place: Place) -> One | Many:
        """Elements of one shape as one element."""
        rows = zip(*(element_values((element,)) for element in column), strict=True)
        values = tuple(self.join(list(zip(guards, row, strict=True)), place) for row in rows)
        first = column[0]
        return One(values[0]) if isinstance(first, One) else Many(values, first.optional)

    def _merge_entries(self, dicts: list[Entries], guards: list[Guard], place: Place) -> Entries:
        known: dict[tuple[type, object], list[tuple[Guard, Value]]] = {}
        for guard, entries in zip(guards, dicts, strict=True):
            for key, value in entries.known:
                known.setdefault((type(key), key), []).append((guard, value))
        others = self.join([(g, d.others) for g, d in zip(guards, dicts, strict=True)], place)
        return Entries(tuple((key, self.join(parts, place)) for (_, key), parts in known.items()), others)

    # --- objects --------------------------------------------

    def object(self, frame: Frame, cls: Class | Library, place: Place, extra: Hashable = None) -> Obj:
        """The object that this place makes in this context; a second round of a loop makes the same one."""
        address = (frame.context, frame.iteration, place, cls, extra)
        if address not in self.objects:
            self.objects[address] = Obj(address, cls, place)
        return self.objects[address]

    def context(self, outer: Hashable, *where: Hashable) -> Context:
        """The context of a call that is made in another one; ``where`` tells it from the others that are made there."""
        key = outer, where
        if key not in self.contexts:
            self.contexts[key] = Context(outer, where)
        return self.contexts[key]

    def further_round(self, outer: Round, loop: Hashable, key: Hashable) -> Round:
        """A further round of a loop; ``key`` tells it from the other rounds that stand for several."""
        where = outer, loop, key
        if where not in self.rounds:
            self.rounds[where] = Round(outer, loop, key)
        return self.rounds[where]

    def place(self, frame: Frame, span: Span) -> Place:
        """A place in the frame's file."""
        return Place(frame.module.path, span)

    def is_given(self, node: int, ops: tuple[Op, ...] = ("placeholder", "unresolved")) -> bool:
        """Whether a node stands for what the model is given, or for a part of it: it may be anything, also no tensor."""
        for _ in range(limits.MAX_VALUE_DEPTH):
            found = self.graph.nodes[node]
            if found.op in ops:
                return True
            if found.target != "getitem" or not found.inputs:
                return False
            node = found.inputs[0].source
        return False

    def given(self, thing: Thing) -> Thing:
        """What the model is given may be no tensor: then the open thing that it stands for. Any other thing is itself."""
        return self.inputs.get(self.content(thing), thing) if isinstance(thing, Tensor) else thing

    def holder(self, thing: Thing) -> Thing:
        """What the items are known by that are put into what the model is given, or into a part of it."""
        held = self.given(thing)
        if isinstance(held, Tensor) and self.is_given(self.content(held)):
            return Symbol(("given", self.content(held)), "...")
        return held

    def may_be_container(self, node: int, depth: int = limits.MAX_VALUE_DEPTH) -> bool:
        """Whether a node may stand for a Python container: for what is given, or for a sum of such (of lists, perhaps)."""
        found = self.graph.nodes[node]
        if found.target == "+" or found.op == "join":
            sources = {edge.source for edge in found.inputs} - {node}
            return depth > 0 and bool(sources) and all(self.may_be_container(s, depth - 1) for s in sources if s < node)
        return self.is_given(node)

    def root_store(self) -> Store:
        """The layer below all others: what is there whatever the way."""
        root = self.store
        while root.parent is not None:
            root = root.parent
        return root

    def module_frame(self, module: Module) -> Frame:
        """The frame of a module's top level."""
        frame = self.module_frames.get(module.path)
        if frame is None:
            frame = Frame(module, ("module", module.path), is_module=True)
            self.module_frames[module.path] = frame
        return frame

    def namespace(self, module: Module) -> Value:
        """The value that is a module."""
        return self.just(Namespace(module))


def _is_made_on_way(owner: object, ends: list[End], base: Store) -> bool:
    """Whether something was made on one of the ways that begin at ``base``."""
    began = min(layer.born for end in ends for layer in end.store.layers_above(base))
    return getattr(owner, "born", 0) > began


def element_values(elements: Elements) -> list[Value]:
    """The values of all elements."""
    return [value for e in elements for value in ((e.value,) if isinstance(e, One) else e.values)]


def known_values(elements: Elements) -> list[Value] | None:
    """The values of elements of which each is told apart; None where one of them is a group."""
    found = [e.value for e in elements if isinstance(e, One)]
    return found if len(found) == len(elements) else None


def bounded(elements: Elements) -> Elements:
    """The elements, those beyond what is told apart as one group that repeats."""
    if len(elements) <= limits.MAX_ELEMENTS:
        return elements
    rest = tuple(dict.fromkeys(element_values(elements[limits.MAX_ELEMENTS : 2 * limits.MAX_ELEMENTS])))
    return (*elements[: limits.MAX_ELEMENTS], Many(rest, True))


def _shape(element: One | Many) -> tuple[bool, int, bool]:
    """Elements of one shape can be joined value by value."""
    return (True, 1, False) if isinstance(element, One) else (False, len(element.values), element.optional)


def _one_of(alike: Sequence[Thing], cases: dict[Thing, Guard], label: str) -> Symbol:
    """The open thing that is one of these.

    What may be any of some constants already stays what it is: so a flag that is set over and over comes to rest.
    """
    symbols = [x for x in alike if isinstance(x, Symbol)]
    constants = frozenset(x for x in alike if isinstance(x, Const))
    for symbol in symbols:
        if len(symbols) == 1 and constants <= symbol.options:
            return _with_more(symbol, constants, cases)
    reason = next((x.reason for x in symbols if x.reason), "")
    text = label if label.isidentifier() or not symbols else symbols[0].text
    options = constants.union(*(x.options for x in symbols))
    return Symbol((ONE_OF, tuple((x, cases[x]) for x in alike)), text, reason, options=options)


def _with_more(symbol: Symbol, constants: frozenset[Const], cases: dict[Thing, Guard]) -> Symbol:
    """The open thing that is one of several, when some of those are set again: they are it under more conditions."""
    key = symbol.key
    if not (isinstance(key, tuple) and key[0] == ONE_OF):
        return symbol
    parts = {x: guard & cases[symbol] for x, guard in key[1]}
    for x in constants:
        parts[x] = parts[x] | cases[x] if x in parts else cases[x]
    return replace(symbol, key=(ONE_OF, tuple(parts.items())))


def _is_number(thing: Thing) -> bool:
    return isinstance(thing, Const) and isinstance(thing.value, int | float) and not isinstance(thing.value, bool)


def under(guard: Guard, element: One | Many) -> One | Many:
    """The element, there only when the guard holds."""
    if isinstance(element, One):
        return One(tuple((guard & g, thing) for g, thing in element.value))
    return Many(tuple(tuple((guard & g, thing) for g, thing in value) for value in element.values), element.optional)
