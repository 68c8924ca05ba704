"""What is alike: values, objects and conditions that differ only in which tensors and which objects they speak of.

A ``Renaming`` is found by laying two things beside each other: what stands in the second where something else stands in
the first. Then it puts the one in the place of the other in whatever names them: values, conditions, and the keys by which
tests and open things are known. What it does not know the parts of is alike only if it is equal.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from staticrelu import limits
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.trace import builtins, sequences
from staticrelu.trace.frames import Context, Frame, Round
from staticrelu.trace.machine import Machine, NodeNumber, Serial
from staticrelu.trace.values import (
    Bound,
    Class,
    Entries,
    Function,
    Listing,
    Many,
    Mapping,
    Native,
    Obj,
    One,
    Partial,
    Slice,
    Super,
    Symbol,
    Tensor,
    Tuple,
)

_PARTS: dict[type, tuple[str, ...]] = {
    Bound: ("receiver", "function"),
    Entries: ("known", "others"),
    Many: ("values", "made_of"),
    One: ("value",),
    Partial: ("function", "args", "keywords"),
    Slice: ("lower", "upper", "step"),
    Super: ("receiver",),
    Symbol: ("key", "holder"),
    Tensor: ("node", "memory"),
    Tuple: ("elements",),
}
"""What may name a tensor or an object, of each kind of thing that has no identity of its own."""

_OTHERS: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.init and field.name not in parts)
    for kind, parts in _PARTS.items()
}
"""Its other fields."""


_WITH_IDENTITY = Obj | Listing | Mapping | Frame | Native


class UnlikeError(Exception):
    """Two things are not alike, or one names what nothing can stand for."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a call is made: what its frames' contexts and its nodes' chains begin with, and the first node of the round."""

    context: Context
    round: Round
    chain: tuple[Place, ...]
    later_from: int


class Renaming:
    """What stands for the nodes and the objects that something names; for each another one, or itself."""

    def __init__(self, m: Machine, before: Guard, first: Site, site: Site) -> None:
        """``before`` is the way on which the first of the two things stands; the second stands on the present one."""
        self.m = m
        self._first = first
        self.site = site
        self._before = before
        self.way: frozenset[int] = frozenset()
        self._nodes: dict[int, NodeNumber] = {}
        self._things: dict[Any, object] = {}
        self._taken: set[object] = set()
        self._numbers: dict[tuple[str, int], int] = {}
        self._tensors: list[tuple[Tensor, Tensor]] = []
        self._tests: dict[int, Guard | None] = {}
        self._known: dict[int, tuple[object, Any]] = {}
        self._matched: dict[tuple[int, int], tuple[object, object]] = {}
        self._differ_in_round = False
        self._depth = 0

    # --- what stands for what --------------------------------------------

    def node(self, number: int) -> NodeNumber:
        """What stands for a node: one that nothing was said of stands for itself from now on."""
        if number not in self._nodes:
            self._pair_nodes(number, number)
        return self._nodes[number]

    def stand_in(self, thing: Any) -> Any:
        """What stands for something that has an identity, in the same way."""
        if thing not in self._things:
            self._pair_things(thing, self.counterpart(thing))
        return self._things[thing]

    def counterpart(self, thing: Any) -> Any:
        """What each run of a call makes, though it was there before, has one address for each; anything else is itself."""
        address = self.renamed(thing.address) if isinstance(thing, Obj) else None
        if address is None or address is thing.address:
            return thing
        return self.m.objects.get(address) or Obj(address, thing.cls, thing.place)

    def _pair_nodes(self, old: int, new: int) -> None:
        if old in self._nodes:
            if self._nodes[old] != new:
                raise UnlikeError
            return
        if ("node", new) in self._taken:
            raise UnlikeError  # two tensors are not one
        self._nodes[old] = NodeNumber(new)
        self._taken.add(("node", new))
        if old == new:
            return
        m = self.m
        self._differ_in_round |= (old >= self._first.later_from) != (new >= self.site.later_from)
        if _answers(m, old) != _answers(m, new):
            raise UnlikeError
        self.match(m.inputs.get(old), m.inputs.get(new))
        self.match(m.positive.get(old), m.positive.get(new))

    def _pair_things(self, old: Any, new: Any) -> None:
        if old in self._things:
            if self._things[old] is not new:
                raise UnlikeError
            return
        if new in self._taken or (isinstance(old, Obj) and self.renamed(old.address) not in (old.address, new.address)):
            raise UnlikeError
        self._things[old] = new
        self._taken.add(new)
        self._pair_numbers("layers", self.m.layers.get(old), self.m.layers.get(new))
        self._pair_numbers("modules", self.m.modules.get(old), self.m.modules.get(new))
        if old is new:
            return
        if isinstance(old, Function):
            self._match_functions(old, new)
        elif isinstance(old, Obj):
            is_told_apart = not self.m.is_module(old.cls) and bool(new.names)  # a member of an enum, say, is that one
            if old.cls != new.cls or old.place != new.place or is_told_apart:
                raise UnlikeError
        elif isinstance(old, Listing):
            if old.kind != new.kind:
                raise UnlikeError
        elif isinstance(old, Mapping):
            self.match(old.shown, new.shown)
            self.match(old.factory, new.factory)
        else:
            raise UnlikeError

    def _pair_numbers(self, kind: str, old: int | None, new: int | None) -> None:
        """Several objects may be one layer of the graph: a deep copy is the same construction."""
        if (old is None) != (new is None):
            raise UnlikeError
        if old is not None and new is not None and self._numbers.setdefault((kind, old), new) != new:
            raise UnlikeError

    # --- laying two things beside each other --------------------------------------------

    def match(self, old: Any, new: Any) -> None:
        """Find what stands for what from two things that should be alike. Raises UnlikeError where they are not."""
        if type(old) is not type(new):
            raise UnlikeError
        if (old is new and not contents(self.m, old)[0]) or (id(old), id(new)) in self._matched:
            return
        self._depth += 1
        if self._depth > limits.MAX_ALIKE_DEPTH:
            raise UnlikeError
        self._match(old, new)
        self._depth -= 1
        self._matched[id(old), id(new)] = old, new

    def _match(self, old: Any, new: Any) -> None:
        if isinstance(old, tuple):
            if old and isinstance(old[0], tuple) and old[0] and isinstance(old[0][0], Guard):
                old = tuple(case for case in old if self._before.meets(case[0]))
                new = tuple(case for case in new if self.m.path.meets(case[0]))
            if len(old) != len(new):
                raise UnlikeError
            for a, b in zip(old, new, strict=True):
                self.match(a, b)
        elif isinstance(old, NodeNumber):
            self._pair_nodes(old, new)
        elif isinstance(old, Guard):
            if self.renamed(old) is not new and self.renamed(self._on_way(old)) is not self._on_this_way(new):
                raise UnlikeError
        elif isinstance(old, _WITH_IDENTITY | Function):
            self._pair_things(old, new)
        elif isinstance(old, Context | Round):
            if self.renamed(old) is not new:
                raise UnlikeError
        else:
            if isinstance(old, Tensor):
                self._tensors.append((old, new))
            self._match_parts(old, new)

    def match_writes(self, written: dict[object, Any]) -> None:
        """Whether tensors show what was last written into their memory, or are younger than that, must be alike, too."""
        for old, new in self._tensors:
            last = written.get(old.memory)
            if last is not None and (old.node < last) != (new.node < self.node(last)):
                raise UnlikeError

    def _match_parts(self, old: Any, new: Any) -> None:
        names = _PARTS.get(type(old))
        if names is None and old != new:
            raise UnlikeError
        for name in names or ():
            self.match(getattr(old, name), getattr(new, name))
        if names is not None and any(getattr(old, name) != getattr(new, name) for name in _OTHERS[type(old)]):
            raise UnlikeError

    def _match_functions(self, old: Function, new: Function) -> None:
        for name in ("definition", "module", "env", "owner"):
            if getattr(old, name) is not getattr(new, name):
                raise UnlikeError
        self.match((old.defaults, old.kind, old.abstract), (new.defaults, new.kind, new.abstract))

    def _on_way(self, guard: Guard) -> Guard:
        return self.m.space.restrict(guard, self._before)

    def _on_this_way(self, guard: Guard) -> Guard:
        return self.m.space.restrict(guard, self.m.path)

    # --- putting one in the place of the other --------------------------------------------

    def renamed(self, part: Any) -> Any:
        """The same with the others in place; what names nothing that another stands for stays the very same thing."""
        if isinstance(part, NodeNumber):
            return self.node(part)
        known = self._known.get(id(part))
        if known is None:
            self._depth += 1
            if self._depth > limits.MAX_ALIKE_DEPTH:
                raise UnlikeError
            known = self._known[id(part)] = part, self._renamed(part)
            self._depth -= 1
        return known[1]

    def _renamed(self, part: Any) -> Any:
        has_names, tests = contents(self.m, part)
        if not has_names and self.way.isdisjoint(tests):
            return part
        if isinstance(part, tuple):
            return self._tuple(part)
        if isinstance(part, Guard):
            return self._guard(part)
        if isinstance(part, _WITH_IDENTITY):
            return self.stand_in(part)
        if isinstance(part, Context):
            return self.context(part)
        if isinstance(part, Round):
            return self.round(part)
        if isinstance(part, Function | Class):
            return self._definition(part)
        if type(part) not in _PARTS:
            return self.other(part)
        names = _PARTS[type(part)]
        changed = {name: self.renamed(getattr(part, name)) for name in names}
        if all(new is getattr(part, name) for name, new in changed.items()):
            return part
        return replace(part, **changed)

    def _definition(self, part: Function | Class) -> object:
        """What stands for a function or a class; one that closes over something else can only be made by running a call."""
        if part in self._things:
            return self._things[part]
        if part.env is not None and self.stand_in(part.env) is not part.env:
            raise UnlikeError
        if isinstance(part, Function) and self.renamed(part.defaults) is not part.defaults:
            raise UnlikeError
        return part

    def context(self, context: Context) -> Context:
        """What stands for the context of a call: the new one for that of the first, also in those of the calls in it."""
        if context is self._first.context:
            return self.site.context
        if context.depth <= self._first.context.depth:
            return context
        outer = self.renamed(context.outer)
        return context if outer is context.outer else self.m.context(outer, *context.where)

    def round(self, this: Round) -> Round:
        """What stands for a round of a loop, in the same way."""
        if this is self._first.round:
            return self.site.round
        if this.depth <= self._first.round.depth:
            return this
        return self.m.further_round(self.renamed(this.outer), self.renamed(this.loop), self.renamed(this.key))

    def _tuple(self, part: tuple[Any, ...]) -> tuple[Any, ...]:
        parts = [self.renamed(x) for x in part]
        if all(new is old for new, old in zip(parts, part, strict=True)):
            return part
        return part._make(parts) if hasattr(part, "_make") else tuple(parts)

    def other(self, part: Any) -> Any:
        """What stands for anything that has no parts."""
        return part

    def _guard(self, guard: Guard) -> Guard:
        tests = {level: self._test(level) for level in sorted(self.m.space.support(guard))}
        changed = {level: test for level, test in tests.items() if test is not None}
        return self.m.space.replaced(guard, changed) if changed else guard

    def levels_of(self, tests: Iterable[int]) -> set[int]:
        """The tests that stand for some."""
        found = {level: self._test(level) for level in tests}
        return set().union(*((n,) if test is None else self.m.space.support(test) for n, test in found.items()))

    def _test(self, level: int) -> Guard | None:
        """What stands for a test; None if that is the test itself."""
        if level not in self._tests:
            space = self.m.space
            atom = space.atoms[level]
            key, subject = self.renamed(atom.key), self.renamed(atom.subject)
            if key is atom.key and subject is atom.subject:
                self._tests[level] = None
            elif self._differ_in_round:
                raise UnlikeError  # a reader is told of what is of a further round
            elif subject is None:
                self._tests[level] = space.atom(replace(atom, key=key))
            else:
                constant = self.renamed(space.constant(level))
                self._tests[level] = space.equals(subject, constant, replace(atom, key=key, subject=subject))
        return self._tests[level]


def contents(m: Machine, part: Any) -> tuple[bool, frozenset[int]]:
    """Whether something names a node, an object or a call at all, and the tests that it holds under.

    Asked once of each thing, however often it stands in others, and however deep.
    """
    waiting = [part]
    while (found := _known_contents(m, part)) is None:
        this = waiting[-1]
        inside = _inside(m, this)
        unknown = [x for x in inside if _known_contents(m, x) is None]
        if unknown:
            waiting += unknown
            continue
        waiting.pop()
        answers = [answer for x in inside if (answer := _known_contents(m, x)) is not None]
        names = any(has for has, _ in answers) or (isinstance(this, Function) and this.env is not None)
        tests = m.space.support(this) if isinstance(this, Guard) else _NONE.union(*(tests for _, tests in answers))
        m.contents[id(this)] = this, names, tests
    return found


def _known_contents(m: Machine, part: Any) -> tuple[bool, frozenset[int]] | None:
    if isinstance(part, NodeNumber | Serial | Context | Round | _WITH_IDENTITY):
        return True, _NONE
    if isinstance(part, Class):
        return part.env is not None, _NONE
    if not isinstance(part, tuple | Guard | Function) and type(part) not in _PARTS:
        return False, _NONE
    known = m.contents.get(id(part))
    return known[1:] if known is not None else None


def _inside(m: Machine, part: Any) -> Sequence[Any]:
    if isinstance(part, Guard):
        return [m.space.atoms[level].key for level in m.space.support(part)]
    if isinstance(part, Function):
        return part.defaults
    return part if isinstance(part, tuple) else [getattr(part, name) for name in _PARTS[type(part)]]


_NONE: frozenset[int] = frozenset()


def guards_in(part: Any) -> list[Guard]:
    """All guards that stand in something, but for those in the keys of tests."""
    found: list[Guard] = []
    waiting, seen = [part], set[int]()
    while waiting:
        part = waiting.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        if isinstance(part, Guard):
            found.append(part)
        elif isinstance(part, tuple):
            waiting += part
        else:
            waiting += [getattr(part, name) for name in _PARTS.get(type(part), ())]
    return found


def _answers(m: Machine, number: int) -> Hashable:
    """All that a test or a call may ask of the node that a tensor has, beside whether it is that of another one."""
    node = m.graph.nodes[number]
    return (
        node.op == "placeholder" and node.target,
        node.op in ("get_attr", "unresolved"),
        node.target == "getitem",
        m.is_given(number),
        m.may_be_container(number),
        builtins.is_packed(m, number),
        sequences.MASK in node.traits,
        "zero" in node.traits,
    )
