"""Frames, and the store of everything that can change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.project import Module
from staticrelu.trace.values import Class, Function, Listing, Obj, Thing, Value, now

MEMORY = "<memory>"
"""The key under which a node's memory holds the node that was last written into it; no attribute can bear the name."""

NAMES = "<names>"
"""The key under which an object has the names of its attributes."""

Key: TypeAlias = "tuple[object, str]"
"""What has a value: (frame, name), (object, attribute), (object, NAMES), (list, "[]"), (dict, "{}"), (node, MEMORY)."""


class Store:
    """What every name, attribute, list, dict and tensor memory holds, in layers.

    An undecided branch works in a layer of its own above the store it started from; afterwards the layers are joined.
    So a branch costs what it writes, not what there is.
    """

    __slots__ = ("born", "data", "parent", "reads")

    def __init__(self, parent: Store | None = None) -> None:
        self.parent = parent
        self.born = now()
        self.data: dict[Key, Any] = {}
        self.reads: dict[Key, Any] | None = None  # what was looked up through this layer, if nobody noted it above

    def get(self, key: Key) -> Any:
        """What the key holds: a Value, or for lists Elements, for dicts Entries; None where it was never written."""
        layer: Store | None = self
        noting: dict[Key, Any] | None = None
        while layer is not None:
            if key in layer.data:
                found = layer.data[key]
                break
            if noting is None:
                noting = layer.reads
            layer = layer.parent
        else:
            owner, name = key
            found = tuple(owner.names) if name == NAMES and isinstance(owner, Obj) else None
        if noting is not None and key not in noting:
            noting[key] = found
        return found

    def set(self, key: Key, value: Any) -> None:
        """Write in this layer."""
        self.data[key] = value
        owner, name = key
        if isinstance(owner, Obj) and name not in ("[]", "{}"):
            owner.names[name] = None

    def child(self) -> Store:
        """A new layer above this one."""
        return Store(self)

    def layers_above(self, base: Store) -> Iterator[Store]:
        """The layers from this one down to, and without, ``base``, the youngest first."""
        layer: Store | None = self
        while layer is not None and layer is not base:
            yield layer
            layer = layer.parent


class Context:
    """One call among all: of which function, at which place, and reached by which other calls.

    Made by the machine alone, which makes one for each, so that it is compared by identity.
    """

    __slots__ = ("depth", "outer", "where")

    def __init__(self, outer: Hashable, where: tuple[Hashable, ...]) -> None:
        self.outer = outer
        self.where = where
        self.depth: int = outer.depth + 1 if isinstance(outer, Context) else 1


class Round:
    """A further round of a loop, in a round of another one; the outermost stands for no loop at all.

    Made by the machine alone, one for each, as a context is: what is asked in a further round may be answered anew.
    """

    __slots__ = ("depth", "key", "loop", "outer")

    def __init__(self, outer: Round | None = None, loop: Hashable = None, key: Hashable = None) -> None:
        self.outer = outer
        self.loop = loop
        self.key = key
        self.depth: int = outer.depth + 1 if outer is not None else 0

    @property
    def is_later(self) -> bool:
        """Whether it is one of a loop."""
        return self.depth > 0

    def loops(self) -> Iterator[Hashable]:
        """The loops whose further rounds are being run, the innermost first."""
        this = self
        while this.outer is not None:
            yield this.loop
            this = this.outer


@dataclass(slots=True)
class End:
    """A way in which a block ended: the path, the store as it was then, and the value (of a return)."""

    path: Guard
    store: Store
    value: Value = ()


@dataclass(slots=True)
class Loop:
    """A loop being run: where ``break`` and ``continue`` have left it. ``key`` tells it from all others."""

    key: Hashable
    breaks: list[End] = field(default_factory=list)
    continues: list[End] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Frame:
    """One activation of a function body, a class body or a module's top level.

    ``context`` tells apart the objects that the same line makes in different calls; ``iteration`` those of different
    rounds of an unrolled loop. ``names`` are the local names. ``chain`` holds the places of the calls, outermost first.
    ``yields`` is what a generator has given so far, ``body`` what runs within it, as a context manager, where it yields.
    A frame ``is_kept`` when something that outlives the call closes over it.
    """

    module: Module
    context: Hashable
    chain: tuple[Place, ...] = ()
    names: frozenset[str] = frozenset()
    env: Frame | None = None
    owner: Class | None = None
    function: Function | None = None
    receiver: Thing | None = None
    iteration: tuple[int, ...] = ()
    loops: list[Loop] = field(default_factory=list)
    returns: list[End] = field(default_factory=list)
    yields: Listing | None = None
    body: Callable[[Value], None] | None = None
    is_module: bool = False
    is_class: bool = False
    is_entry: bool = False
    is_kept: bool = False
    born: int = field(default_factory=now)
