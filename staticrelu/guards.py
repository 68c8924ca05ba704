"""Conditions and their algebra.

A value, a node or an edge holds under a *guard*: a Boolean function over *atoms*, kept as a reduced ordered binary
decision diagram with shared nodes. That form is canonical, so the precision of the whole analysis comes from plain
arithmetic: what survives both arms of an ``if`` is unconditional again (``g & c | g & ~c`` *is* ``g``), also nested
under another condition, and a contradiction *is* ``false``, which is no path at all.

>>> space = GuardSpace()
>>> c, d = space.atom(Atom("c", "c", "not c")), space.atom(Atom("d", "d", "not d"))
>>> (d & c) | (d & ~c) is d
True
>>> c & ~c is space.false
True

Guards of one space only may be combined. A guard that grows beyond ``MAX_GUARD_NODES`` forgets atoms and takes on the
atom ``further conditions`` instead, so that what is conditional stays conditional.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from staticrelu.limits import MAX_CONDITION_ATOMS, MAX_GUARD_NODES

AtomKind: TypeAlias = Literal["test", "again", "exception", "unresolved", "cut"]


@dataclass(frozen=True, slots=True)
class Atom:
    """One undecided test. Atoms with equal keys are the same test.

    ``text`` and ``negated`` are what a reader sees when it holds and when it does not. ``subject`` groups atoms that
    say which constant one thing equals: of these at most one holds. An atom of the kind ``unresolved`` stands for
    something that could not be resolved, named by ``text``; ``exception`` for an exception being raised. ``required``
    tells a test on an argument that has no default: whoever constructs the model decides it.
    """

    key: Hashable
    text: str
    negated: str
    kind: AtomKind = "test"
    subject: Hashable = None
    required: bool = False


class Guard:
    """A node of the diagram; made only by its space, compared by identity."""

    __slots__ = ("high", "level", "low", "most", "space")

    space: GuardSpace
    level: int
    high: Guard
    low: Guard
    most: int
    """A bound of the nodes that it has: those that are shared count twice, until they were once counted one by one."""

    def __and__(self, other: Guard) -> Guard:
        return self.space.conjoin(self, other)

    def __or__(self, other: Guard) -> Guard:
        return self.space.disjoin(self, other)

    def __invert__(self) -> Guard:
        return self.space.negate(self)

    @property
    def is_true(self) -> bool:
        """Whether it always holds."""
        return self is self.space.true

    @property
    def is_false(self) -> bool:
        """Whether it never holds."""
        return self is self.space.false

    def implies(self, other: Guard) -> bool:
        """Whether ``other`` holds wherever this does."""
        return self.space.implies(self, other)

    def meets(self, other: Guard) -> bool:
        """Whether both can hold at once."""
        return self.space.can_hold(self, other)

    def __repr__(self) -> str:
        return f"<{self.space.text(self) or self.is_true}>"


def _cofactors(a: Guard, b: Guard) -> tuple[int, Guard, Guard, Guard, Guard]:
    """The first atom (its level) that two guards ask for, and what is left of each where it holds and where it does not."""
    level = min(a.level, b.level)
    a1, a0 = (a.high, a.low) if a.level == level else (a, a)
    b1, b0 = (b.high, b.low) if b.level == level else (b, b)
    return level, a1, a0, b1, b0


_LEAF = 1 << 30
Cube: TypeAlias = tuple[tuple[int, bool], ...]


class GuardSpace:
    """The atoms of one analysis and all guards over them."""

    def __init__(self) -> None:
        self.atoms: list[Atom] = []
        self.asked: list[int] = []
        self._levels: dict[Hashable, int] = {}
        self._subjects: dict[Hashable, list[tuple[object, Guard]]] = {}
        self._constants: dict[int, object] = {}
        self._nodes: dict[tuple[int, int, int], Guard] = {}
        self._cache: dict[tuple[str, int, int], Guard] = {}
        self._cases: dict[tuple[int, int], bool] = {}
        self._implied: dict[tuple[int, int], bool] = {}
        self._supports: dict[Guard, frozenset[int]] = {}
        self.true = self._leaf()
        self.false = self._leaf()
        # The oldest atom, so that forgetting the youngest first never forgets that something was forgotten.
        self._cut = self.atom(Atom("further conditions", "further conditions", "", "cut"))

    def _leaf(self) -> Guard:
        guard = Guard()
        guard.space, guard.level, guard.high, guard.low, guard.most = self, _LEAF, guard, guard, 0
        return guard

    def _node(self, level: int, high: Guard, low: Guard) -> Guard:
        if high is low:
            return high
        key = (level, id(high), id(low))
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = Guard()
            node.space, node.level, node.high, node.low = self, level, high, low
            node.most = high.most + low.most + 1
        return node

    @property
    def size(self) -> int:
        """How many nodes there are in all."""
        return len(self._nodes)

    # --- making guards --------------------------------------------

    def atom(self, atom: Atom) -> Guard:
        """The guard that holds when the atom does."""
        level = self._levels.get(atom.key)
        if level is None:
            level = self._levels[atom.key] = len(self.atoms)
            self.atoms.append(atom)
        self.asked.append(level)
        return self._node(level, self.true, self.false)

    def has_atom(self, key: Hashable) -> bool:
        """Whether an atom of that key was ever made."""
        return key in self._levels

    def equals(self, subject: Hashable, constant: object, atom: Atom) -> Guard:
        """The guard that ``subject`` equals ``constant``; guards of one subject with different constants exclude each other.

        ``atom`` names the test when it is new. Exclusion is by construction: the k-th constant asked for is
        "none of the earlier ones, and this one".
        """
        known = self._subjects.setdefault(subject, [])
        for value, guard in known:
            if type(value) is type(constant) and value == constant:
                self.asked += self.support(guard)
                return guard
        guard = self.atom(atom)
        self._constants[guard.level] = constant
        for _, earlier in known:
            guard = guard & ~earlier
        known.append((constant, guard))
        self.asked += self.support(guard)
        return guard

    def constant(self, level: int) -> object:
        """The constant that an atom says its subject equals."""
        return self._constants[level]

    def equalities(self, subject: Hashable) -> list[tuple[object, Guard]]:
        """The constants that ``subject`` was compared with, each with the guard that it equals it."""
        return list(self._subjects.get(subject, ()))

    # --- algebra --------------------------------------------

    def conjoin(self, a: Guard, b: Guard) -> Guard:
        """Both hold."""
        return self._combine("and", a, b)

    def disjoin(self, a: Guard, b: Guard) -> Guard:
        """At least one holds."""
        return self._combine("or", a, b)

    def conjoin_within(self, a: Guard, b: Guard, size: int) -> Guard | None:
        """Both hold, exactly; None if that takes more than ``size`` nodes."""
        result = self._apply("and", a, b)
        return None if self._is_large(result, size) else result

    def _combine(self, op: str, a: Guard, b: Guard) -> Guard:
        if a is b or b.level == _LEAF or a.level == _LEAF:
            return self._apply(op, a, b)
        key = ("bounded " + op, id(a), id(b)) if id(a) < id(b) else ("bounded " + op, id(b), id(a))
        result = self._cache.get(key)
        if result is None:
            result = self._cache[key] = self._bounded(self._apply(op, a, b))
        return result

    def any(self, guards: Iterable[Guard]) -> Guard:
        """At least one of them holds."""
        result = self.false
        for guard in guards:
            result = result | guard
        return result

    def negate(self, a: Guard) -> Guard:
        """It does not hold."""
        if a.level == _LEAF:
            return self.false if a is self.true else self.true
        key = ("not", id(a), 0)
        result = self._cache.get(key)
        if result is None:
            result = self._cache[key] = self._node(a.level, self.negate(a.high), self.negate(a.low))
            self._cache["not", id(result), 0] = a
        return result

    def _apply(self, op: str, a: Guard, b: Guard) -> Guard:
        if a is b:
            return a
        absorbing, neutral = (self.false, self.true) if op == "and" else (self.true, self.false)
        if a is absorbing or b is absorbing:
            return absorbing
        if a is neutral:
            return b
        if b is neutral:
            return a
        key = (op, id(a), id(b)) if id(a) < id(b) else (op, id(b), id(a))
        result = self._cache.get(key)
        if result is None:
            level, a1, a0, b1, b0 = _cofactors(a, b)
            result = self._node(level, self._apply(op, a1, b1), self._apply(op, a0, b0))
            self._cache[key] = result
        return result

    def can_hold(self, a: Guard, b: Guard) -> bool:
        """Whether both can hold at once: told by the first such case that is found, where joining them needs all."""
        if a is self.false or b is self.false:
            return False
        if a is b or a is self.true or b is self.true:
            return True
        key = (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))
        result = self._cases.get(key)
        if result is None:
            _, a1, a0, b1, b0 = _cofactors(a, b)
            result = self._cases[key] = self.can_hold(a1, b1) or self.can_hold(a0, b0)
        return result

    def implies(self, a: Guard, b: Guard) -> bool:
        """Whether ``b`` holds wherever ``a`` does: told by the first case that is found where it does not."""
        if a is b or a is self.false or b is self.true:
            return True
        if a is self.true or b is self.false:
            return False
        key = (id(a), id(b))
        result = self._implied.get(key)
        if result is None:
            _, a1, a0, b1, b0 = _cofactors(a, b)
            result = self._implied[key] = self.implies(a1, b1) and self.implies(a0, b0)
        return result

    def restrict(self, guard: Guard, care: Guard) -> Guard:
        """A guard, usually smaller, that agrees with ``guard`` wherever ``care`` holds (Coudert and Madre's restriction)."""
        if care.level == _LEAF or guard.level == _LEAF:
            return guard
        key = ("restrict", id(guard), id(care))
        result = self._cache.get(key)
        if result is None:
            result = self._cache[key] = self._restrict(guard, care)
        return result

    def _restrict(self, guard: Guard, care: Guard) -> Guard:
        if care.level < guard.level:
            return self.restrict(guard, self._apply("or", care.high, care.low))
        c1, c0 = (care.high, care.low) if care.level == guard.level else (care, care)
        if c1 is self.false:
            return self.restrict(guard.low, c0)
        if c0 is self.false:
            return self.restrict(guard.high, c1)
        return self._node(guard.level, self.restrict(guard.high, c1), self.restrict(guard.low, c0))

    def replaced(self, guard: Guard, atoms: Mapping[int, Guard]) -> Guard:
        """The guard with other guards in place of some of its atoms, which are given by their levels."""
        done = {id(self.true): self.true, id(self.false): self.false}
        for node in sorted(self._walk(guard), key=lambda n: -n.level):
            holds = atoms.get(node.level) or self._node(node.level, self.true, self.false)
            high, low = done[id(node.high)], done[id(node.low)]
            done[id(node)] = (holds & high) | (~holds & low)
        return done[id(guard)]

    def without(self, guard: Guard, kind: AtomKind) -> Guard:
        """The guard with all atoms of a kind taken as not holding."""
        if guard.level == _LEAF:
            return guard
        key = ("without " + kind, id(guard), 0)
        result = self._cache.get(key)
        if result is None:
            low = self.without(guard.low, kind)
            if self.atoms[guard.level].kind != kind:
                low = self._node(guard.level, self.without(guard.high, kind), low)
            result = self._cache[key] = low
        return result

    def cheapest(self, guard: Guard, kind: AtomKind) -> tuple[tuple[str, ...], Guard]:
        """The texts of a fewest atoms of a kind that must hold for the guard to hold, and the guard given that they do."""
        best: dict[int, frozenset[int]] = {id(self.true): frozenset()}
        for node in sorted(self._walk(guard), key=lambda n: -n.level):
            own = frozenset((node.level,)) if self.atoms[node.level].kind == kind else frozenset()
            ways = [best[id(node.low)]] if id(node.low) in best else []
            ways += [best[id(node.high)] | own] if id(node.high) in best else []
            if ways:
                best[id(node)] = min(ways, key=len)
        chosen = best.get(id(guard), frozenset())
        care = self.true
        for level in chosen:
            care = self._apply("and", care, self._node(level, self.true, self.false))
        return tuple(self.atoms[level].text for level in sorted(chosen)), self.without(self.restrict(guard, care), kind)

    def support(self, guard: Guard) -> frozenset[int]:
        """The levels (indices into ``atoms``) that the guard depends on."""
        found = self._supports.get(guard)
        if found is None:
            found = self._supports[guard] = frozenset(node.level for node in self._walk(guard))
        return found

    def is_wide(self, guard: Guard) -> bool:
        """Whether it depends on more tests than a reader is shown."""
        return guard.level != _LEAF and len(self.support(guard)) > MAX_CONDITION_ATOMS

    def _walk(self, guard: Guard) -> Iterator[Guard]:
        seen = {id(self.true), id(self.false)}
        stack = [guard]
        while stack:
            node = stack.pop()
            if id(node) not in seen:
                seen.add(id(node))
                yield node
                stack += (node.high, node.low)

    def _bounded(self, guard: Guard) -> Guard:
        """Forget atoms, the youngest first, until the guard is small again; what forgets stays conditional."""
        if not self._is_large(guard):
            return guard
        return self._forget_from(guard, sorted(node.level for node in self._walk(guard))[MAX_GUARD_NODES])

    def _forget_from(self, guard: Guard, level: int) -> Guard:
        return self._apply("and", self._forget(guard, level, {}), self._cut)

    def _forget(self, guard: Guard, level: int, done: dict[int, Guard]) -> Guard:
        """What holds whatever the atoms from a level on: they are the lowest nodes, each of which can come true."""
        if guard.level >= level:
            return guard if guard is self.false else self.true
        if id(guard) not in done:
            high, low = self._forget(guard.high, level, done), self._forget(guard.low, level, done)
            done[id(guard)] = self._node(guard.level, high, low)
        return done[id(guard)]

    def _is_large(self, guard: Guard, size: int = MAX_GUARD_NODES) -> bool:
        """Whether it has more than ``size`` nodes; counted only if it may have, and no further than that."""
        if guard.most <= size:
            return False
        seen = {self.true, self.false}
        stack = [guard]
        while stack and len(seen) <= size + 2:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack.append(node.high)
                stack.append(node.low)
        if stack:
            return True
        guard.most = len(seen) - 2
        return guard.most > size

    # --- reading guards --------------------------------------------

    def cubes(self, guard: Guard) -> list[Cube]:
        """The guard as an irredundant list of conjunctions, each a tuple of (level, holds).

        Minato and Morreale's procedure over the interval [guard, guard]; for guards of few atoms only.
        """
        return [tuple(sorted(cube)) for cube in self._isop(guard, guard, {})[0]]

    def _isop(
        self, lower: Guard, upper: Guard, done: dict[tuple[int, int], tuple[list[Cube], Guard]]
    ) -> tuple[list[Cube], Guard]:
        if lower is self.false:
            return [], self.false
        if upper is self.true:
            return [()], self.true
        key = (id(lower), id(upper))
        if key in done:
            return done[key]
        level, l1, l0, u1, u0 = _cofactors(lower, upper)
        cubes1, cover1 = self._isop(self._apply("and", l1, self.negate(u0)), u1, done)
        cubes0, cover0 = self._isop(self._apply("and", l0, self.negate(u1)), u0, done)
        rest = self._apply(
            "or",
            self._apply("and", l1, self.negate(cover1)),
            self._apply("and", l0, self.negate(cover0)),
        )
        cubes, cover = self._isop(rest, self._apply("and", u1, u0), done)
        result = [((level, True), *c) for c in cubes1] + [((level, False), *c) for c in cubes0] + cubes
        covered = self._apply("or", cover, self._node(level, cover1, cover0))
        done[key] = (result, covered)
        return result, covered

    def text(self, guard: Guard, assuming: Guard | None = None) -> str:
        """The guard for a reader, given that ``assuming`` holds; empty for one that always holds."""
        if assuming is not None:
            guard = self.restrict(guard, assuming)
        while len(self.support(guard)) > MAX_CONDITION_ATOMS:
            guard = self._forget_from(guard, max(self.support(guard)))
        if guard.is_true:
            return ""
        found = [self._cube_words(cube, assuming or self.true) for cube in self.cubes(guard)]
        # Different tests may read alike, such as one in each round of a loop: what reads as a part of it says it all.
        ways: dict[frozenset[str], str] = {}
        for words in found:
            ways.setdefault(frozenset(words), " and ".join(words))
        texts = sorted((text for words, text in ways.items() if not any(other < words for other in ways)), key=len)
        if len(texts) == 1:
            return texts[0]
        return " or ".join(f"({text})" if " and " in text else text for text in texts)

    def _cube_words(self, cube: Cube, assuming: Guard) -> list[str]:
        """What holds in a conjunction: a positive equality says all that the negative ones of its subject say."""
        holds = assuming
        for level, positive in cube:
            literal = self._node(level, self.true, self.false)
            holds = holds & (literal if positive else ~literal)
        settled = {self.atoms[level].subject for level, positive in cube if positive} - {None}
        words = []
        for level, positive in cube:
            atom = self.atoms[level]
            if positive:
                words.append(atom.text)
            elif atom.subject not in settled:
                words.append(self._only_choice(atom, holds) or atom.negated)
        if not any(words):  # all of it is what usually goes without saying
            words = [f"not ({self.atoms[level].text})" for level, _ in cube]
        return list(dict.fromkeys(word for word in words if word))

    def _only_choice(self, atom: Atom, holds: Guard) -> str:
        """The one constant left to a subject that does not equal this atom's; empty if there are several."""
        if atom.subject is None or holds.is_false:
            return ""
        for _, guard in self._subjects.get(atom.subject, ()):
            if holds.implies(guard):
                return self.atoms[max(self.support(guard))].text
        return ""
