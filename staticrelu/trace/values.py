"""What the interpreter computes with.

A ``Value`` is a tuple of cases, each a *thing* that it may be and the guard under which it is that. The guards hold
relative to where the value is used: a case whose guard contradicts the path is none. Two tensors never stand beside
each other in one value: they are joined by a node of the graph, so that a value has at most one tensor.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.guards import Guard
from staticrelu.place import Place

if TYPE_CHECKING:
    from staticrelu.project import Module
    from staticrelu.trace.frames import Frame


@dataclass(frozen=True, slots=True)
class Const:
    """A Python constant; two are equal only if their types are."""

    value: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Const) and type(self.value) is type(other.value) and self.value == other.value

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


@dataclass(frozen=True, slots=True)
class Tensor:
    """A value of the data flow: the node that makes it, and the node whose memory it shares (itself, unless it is a view).

    ``part`` tells a view that shows only a part of that memory.
    """

    node: int
    memory: int
    part: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something that carries no tensor value and is not known: an open argument, a size, a configuration.

    Symbols with equal keys are the same thing, so that the same test on them is the same atom. ``reason`` says why it is
    unresolved, empty for what is merely open. ``default`` is the value of an open argument that is not given.
    ``above`` bounds a loop counter from below: it is greater than that. ``argument`` tells an open argument.
    ``candidates`` are constants that the scanned code gives for it, each with the place where it does, ``options``
    constants that it may be, and not all. ``pattern`` is what is known of a text, with stars for what is open.
    ``is_dict`` tells an open argument whose default is a dict. ``depth`` counts the steps into something open that led to
    it: to the element of an item of an attribute. ``holder`` is what an attribute is one of. ``is_later`` tells what
    a further round of a loop has in place of what the first had under the same text.
    """

    key: Hashable
    text: str
    reason: str = ""
    default: Const | None = None
    argument: bool = False
    above: int | None = None
    candidates: tuple[tuple[object, str], ...] = ()
    options: frozenset[Const] = frozenset()
    pattern: str = ""
    depth: int = 0
    is_dict: bool = False
    holder: Symbol | None = None
    is_later: bool = False
    _hash: int = field(init=False, repr=False, default=0)

    def __post_init__(self) -> None:
        # Keys hold the keys of what they are computed from: hashed anew each time, they would cost their whole depth.
        object.__setattr__(self, "_hash", hash(self.key))
        if len(self.text) > limits.MAX_SYMBOL_TEXT:
            object.__setattr__(self, "text", self.text[: limits.MAX_SYMBOL_TEXT] + "...")

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Symbol) and self._hash == other._hash and self.key == other.key)

    def __hash__(self) -> int:
        return self._hash


class _Clock:
    """The analysis' own clock. Its lowest bits tell the run of a top level, of one for each name that is asked for."""

    def __init__(self) -> None:
        self.ticks, self.runs, self.run = itertools.count(1), itertools.count(1), 0


_CLOCK = _Clock()
_RUNS = 1 << 32


def now() -> int:
    """The time on the analysis' own clock: things with identity and layers of the store carry when they came to be."""
    return next(_CLOCK.ticks) * _RUNS + _CLOCK.run


def is_own(born: int, began: int) -> bool:
    """Whether what came to be at one time was made by what began at another: not by a top level that is run meanwhile."""
    return born >= began and born % _RUNS == began % _RUNS


@contextmanager
def apart() -> Iterator[None]:
    """A run of a top level, whose things are there whoever asked for them first."""
    outer, _CLOCK.run = _CLOCK.run, next(_CLOCK.runs)
    try:
        yield
    finally:
        _CLOCK.run = outer


class Obj:
    """An object with identity; its attributes are in the store. One address (place and context) is one object."""

    __slots__ = ("address", "born", "cls", "names", "place")

    def __init__(self, address: Hashable, cls: Class | Library, place: Place) -> None:
        self.address = address
        self.cls = cls
        self.place = place
        self.born = now()
        self.names: dict[str, None] = {}  # of all attributes that were ever set, on any way

    def __repr__(self) -> str:
        return f"<{self.cls.name} at {self.place}>"


ONE_OF = "one of"
"""What starts the key of a symbol that is one of several things, which follow, each with its guard."""

COUNTER = "counter"
"""What starts the key of a symbol that is a number which grows from round to round, and is known in the first one."""

ITERATOR = "iterator"
"""The kind of a listing whose elements are given out once."""


class Listing:
    """A list, set, deque or other growing sequence; its elements are in the store under its identity."""

    __slots__ = ("born", "kind", "place")

    def __init__(self, kind: str, place: Place) -> None:
        self.kind = kind
        self.place = place
        self.born = now()


class Mapping:
    """A dict; its entries are in the store under its identity. Those of ``shown`` are that object's attributes, too.

    ``factory`` is called for what stands under a key that is not there, if the dict has one.
    """

    __slots__ = ("born", "factory", "place", "shown")

    def __init__(self, place: Place, shown: Obj | None = None, factory: Value = ()) -> None:
        self.place = place
        self.shown = shown
        self.factory = factory
        self.born = now()


@dataclass(frozen=True, slots=True)
class One:
    """One element of a sequence."""

    value: Value


@dataclass(frozen=True, slots=True)
class Many:
    """A group of elements that stands there several times in a row, as a loop of unknown length appends them.

    It is there once at least; an ``optional`` one (what follows the first of an unknown number) may be absent. ``made_of``
    is the element of something open of which each was made, in the same order.
    """

    values: tuple[Value, ...]
    optional: bool = False
    made_of: Symbol | None = None


Elements: TypeAlias = "tuple[One | Many, ...]"


@dataclass(frozen=True, slots=True)
class Tuple:
    """A tuple, or an iterator that yields these elements. ``names`` are those of a named tuple, ``cls`` its scanned class."""

    elements: Elements
    names: tuple[str, ...] = ()
    cls: Class | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """What a dict holds: known keys, then what stands under keys that are not known."""

    known: tuple[tuple[object, Value], ...] = ()
    others: Value = ()


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice used as an index."""

    lower: Value
    upper: Value
    step: Value

    @property
    def is_whole(self) -> bool:
        """Whether it is ``:``."""
        return not (self.lower or self.upper or self.step)


@dataclass(frozen=True, slots=True)
class Library:
    """A name of a library that is not scanned, dotted and canonical."""

    name: str


class Class:
    """A scanned class.

    ``order`` is its method resolution order, itself first; bases from libraries are ``Library``. ``table`` says which
    statements of its body bind each name; ``fields`` are those of a dataclass or named tuple; ``unresolved`` names a
    base that could not be resolved.
    """

    __slots__ = ("definition", "env", "fields", "module", "name", "order", "table", "unresolved")

    def __init__(self, name: str, definition: t.ClassDef, module: Module, env: Frame | None) -> None:
        self.name = name
        self.definition = definition
        self.module = module
        self.env = env
        self.order: tuple[Class | Library, ...] = (self,)
        self.table: dict[str, list[t.Stmt]] = {}
        self.fields: tuple[t.AnnAssign, ...] = ()
        self.unresolved: str = ""

    @property
    def place(self) -> Place:
        """Where the class is defined."""
        return Place(self.module.path, self.definition.span)

    def __repr__(self) -> str:
        return f"<class {self.name}>"


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A function or lambda with what it closes over. ``owner`` is the class whose body defines it.

    An ``abstract`` one has to be overridden: where a class checks that, it cannot be constructed before.
    """

    definition: t.FunctionDef | t.Lambda
    module: Module
    env: Frame | None
    owner: Class | None
    defaults: tuple[Value | None, ...]
    kind: str = ""
    abstract: bool = False

    @property
    def name(self) -> str:
        """Its name, for a reader."""
        return self.definition.name if isinstance(self.definition, t.FunctionDef) else "lambda"


@dataclass(frozen=True, slots=True)
class Bound:
    """A callable with its first argument: a method of an object, list, dict, string or tensor, or of a library's class."""

    receiver: Thing
    function: Function | Library | str
    owner: Class | Library | None = None


@dataclass(frozen=True, slots=True)
class Partial:
    """``functools.partial``; a ``method`` is bound to the object that it is asked of (``functools.partialmethod``)."""

    function: Value
    args: tuple[Value, ...]
    keywords: tuple[tuple[str, Value], ...]
    method: bool = False


@dataclass(frozen=True, slots=True)
class Super:
    """``super()``: the object, and the class after which the search starts."""

    receiver: Thing
    after: Class


@dataclass(frozen=True, slots=True)
class Namespace:
    """A scanned module or package."""

    module: Module


@dataclass(frozen=True, slots=True)
class Native:
    """A callable that the interpreter itself makes (a decorator's inner step, a property's setter)."""

    call: Callable[..., Value]
    born: int = field(default_factory=now, compare=False)


Thing: TypeAlias = (
    Const
    | Tensor
    | Symbol
    | Obj
    | Listing
    | Mapping
    | Tuple
    | Slice
    | Library
    | Class
    | Function
    | Bound
    | Partial
    | Super
    | Namespace
    | Native
)

Value: TypeAlias = "tuple[tuple[Guard, Thing], ...]"

NOTHING: Value = ()


def things(value: Value) -> Iterable[Thing]:
    """The things a value may be, without their guards."""
    return (thing for _, thing in value)


def only(value: Value) -> Thing | None:
    """The one thing a value is; None if it may be several, or none."""
    return value[0][1] if len(value) == 1 else None


def constant(value: Value, default: object = None) -> object:
    """The Python constant that a value is, if it is one; else ``default``."""
    thing = only(value)
    return thing.value if isinstance(thing, Const) else default


def named(name: str, value: Value) -> Value:
    """What a call gave that is not known is called by the name that it is given: ``args.hidden``, not what parsed them."""
    thing = only(value)
    if isinstance(thing, Symbol) and isinstance(thing.key, tuple) and thing.key[0] in ("call", "outside"):
        return ((value[0][0], replace(thing, text=name)),)
    return value
