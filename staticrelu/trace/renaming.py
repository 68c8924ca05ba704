"""What is alike: values, objects and conditions that differ only in which tensors and which objects they speak of.

A ``Renaming`` is found by laying two things beside each other: what stands in the second where something else stands in
the first. Then it puts the one in the place of the other in whatever names them: values, conditions, and the keys by which
tests and open things are known. What it does not know the parts of is alike only if it is equal.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, replace
from typing import Any

from staticrelu.guards import Guard
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


_WITH_IDENTITY = Obj | Listing | Mapping | Frame


class UnlikeError(Exception):
    """Two things are not alike, or one names what nothing can stand for."""


class Renaming:
    """What stands for the nodes and the objects that something names; for each another one, or itself."""

    def __init__(self, m: Machine, before: Guard) -> None:
        """``before`` is the way on which the first of the two things stands; the second stands on the present one."""
        self.m = m
        self._before = before
        self.way: frozenset[int] = frozenset()
        self._nodes: dict[int, NodeNumber] = {}
        self._things: dict[object, object] = {}
        self._taken: set[object] = set()
        self._tests: dict[int, Guard | None] = {}
        self._known: dict[int, tuple[object, Any]] = {}

    # --- what stands for what --------------------------------------------

    def node(self, number: int) -> NodeNumber:
        """What stands for a node: one that nothing was said of stands for itself from now on."""
        if number not in self._nodes:
            self._pair_nodes(number, number)
        return self._nodes[number]

    def stand_in(self, thing: Any) -> Any:
        """What stands for something that has an identity, in the same way."""
        if thing not in self._things:
            self._pair_things(thing, thing)
        return self._things[thing]

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
        if _answers(m, old) != _answers(m, new):
            raise UnlikeError
        self.match(m.inputs.get(old), m.inputs.get(new))
        self.match(m.positive.get(old), m.positive.get(new))

    def _pair_things(self, old: Any, new: Any) -> None:
        if old in self._things:
            if self._things[old] is not new:
                raise UnlikeError
            return
        if new in self._taken:
            raise UnlikeError
        self._things[old] = new
        self._taken.add(new)
        if old is new:
            return
        if isinstance(old, Obj):
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

    def pairs(self) -> list[tuple[Obj, Obj]]:
        """The objects for which others stand."""
        return [(a, b) for a, b in self._things.items() if a is not b and isinstance(a, Obj) and isinstance(b, Obj)]

    # --- laying two things beside each other --------------------------------------------

    def match(self, old: Any, new: Any) -> None:
        """Find what stands for what from two things that should be alike. Raises UnlikeError where they are not."""
        if type(old) is not type(new):
            raise UnlikeError
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
        elif isinstance(old, _WITH_IDENTITY):
            self._pair_things(old, new)
        elif isinstance(old, Function):
            self._match_functions(old, new)
        else:
            self._match_parts(old, new)

    def _match_parts(self, old: Any, new: Any) -> None:
        names = _PARTS.get(type(old))
        if names is None and old != new:
            raise UnlikeError
        for name in names or ():
            self.match(getattr(old, name), getattr(new, name))
        if names is not None and any(getattr(old, name) != getattr(new, name) for name in _OTHERS[type(old)]):
            raise UnlikeError

    def _match_functions(self, old: Function, new: Function) -> None:
        if old is not new:
            for name in ("definition", "module", "env", "owner"):
                if getattr(old, name) is not getattr(new, name):
                    raise UnlikeError
            self.match(old.defaults, new.defaults)
            self.match((old.kind, old.abstract), (new.kind, new.abstract))

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
            known = self._known[id(part)] = part, self._renamed(part)
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
            if part.env is not None and self.stand_in(part.env) is not part.env:
                raise UnlikeError
            return part
        if type(part) not in _PARTS:
            return self.other(part)
        names = _PARTS[type(part)]
        changed = {name: self.renamed(getattr(part, name)) for name in names}
        if all(new is getattr(part, name) for name, new in changed.items()):
            return part
        return replace(part, **changed)

    def context(self, context: Context) -> Context:
        """What stands for the context of a call."""
        return context

    def round(self, this: Round) -> Round:
        """What stands for a round of a loop."""
        return this

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

    def _test(self, level: int) -> Guard | None:
        """What stands for a test; None if that is the test itself."""
        if level not in self._tests:
            space = self.m.space
            atom = space.atoms[level]
            key, subject = self.renamed(atom.key), self.renamed(atom.subject)
            if key is atom.key and subject is atom.subject:
                self._tests[level] = None
            elif subject is None:
                self._tests[level] = space.atom(replace(atom, key=key))
            else:
                constant = self.renamed(space.constant(level))
                self._tests[level] = space.equals(subject, constant, replace(atom, key=key, subject=subject))
        return self._tests[level]


def contents(m: Machine, part: Any) -> tuple[bool, frozenset[int]]:
    """Whether something names a node, an object or a call at all, and the tests that it holds under.

    Asked once of each thing, however often it stands in others.
    """
    if isinstance(part, NodeNumber | Serial | Context | Round | _WITH_IDENTITY):
        return True, _NONE
    if isinstance(part, Function | Class):
        return part.env is not None or (isinstance(part, Function) and any(part.defaults)), _NONE
    if not isinstance(part, tuple | Guard) and type(part) not in _PARTS:
        return False, _NONE
    known = m.contents.get(id(part))
    if known is None:
        if isinstance(part, Guard):
            tests = m.space.support(part)
            names = any(contents(m, m.space.atoms[level].key)[0] for level in tests)
        else:
            inside = part if isinstance(part, tuple) else [getattr(part, name) for name in _PARTS[type(part)]]
            found = [contents(m, x) for x in inside]
            names, tests = any(has for has, _ in found), _NONE.union(*(t for _, t in found))
        known = m.contents[id(part)] = part, names, tests
    return known[1:]


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
