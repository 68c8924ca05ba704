"""Guards against truth tables: what the algebra says of a formula is what its table says."""

from __future__ import annotations

import doctest
import itertools
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staticrelu import guards
from staticrelu.guards import Atom, AtomKind, Guard, GuardSpace
from staticrelu.limits import MAX_CONDITION_ATOMS, MAX_GUARD_NODES

KINDS: tuple[AtomKind, ...] = ("test", "unresolved", "test", "unresolved", "exception")
Formula: TypeAlias = "bool | int | tuple[str, Formula, Formula]"
Assignment: TypeAlias = Sequence[bool]

FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    st.booleans() | st.sampled_from([-3, -2, -1, 1, 2, 3, 4, 5]),
    lambda inner: st.tuples(st.sampled_from(["and", "or", "xor"]), inner, inner),
    max_leaves=12,
)
"""Formulas over five atoms: ``n`` is the n-th of them, ``-n`` its negation."""


class World:
    """A space with an atom of each of ``KINDS``."""

    def __init__(self) -> None:
        self.space = GuardSpace()
        self.atoms = [self.space.atom(Atom(n, f"a{n}", f"not a{n}", kind)) for n, kind in enumerate(KINDS)]

    def guard(self, formula: Formula) -> Guard:
        if isinstance(formula, bool):
            return self.space.true if formula else self.space.false
        if isinstance(formula, int):
            return self.atoms[formula - 1] if formula > 0 else ~self.atoms[-formula - 1]
        op, a, b = formula[0], self.guard(formula[1]), self.guard(formula[2])
        return {"and": lambda: a & b, "or": lambda: a | b, "xor": lambda: (a & ~b) | (~a & b)}[op]()

    def holds(self, guard: Guard, assignment: Assignment) -> bool:
        while not guard.is_true and not guard.is_false:
            atom = self.space.atoms[guard.level]
            assert isinstance(atom.key, int)
            guard = guard.high if assignment[atom.key] else guard.low
        return guard.is_true

    def table(self, guard: Guard) -> list[bool]:
        return [self.holds(guard, assignment) for assignment in assignments()]


def assignments() -> Iterator[Assignment]:
    return itertools.product((False, True), repeat=len(KINDS))


def truth(formula: Formula, assignment: Assignment) -> bool:
    if isinstance(formula, bool):
        return formula
    if isinstance(formula, int):
        return assignment[formula - 1] if formula > 0 else not assignment[-formula - 1]
    a, b = truth(formula[1], assignment), truth(formula[2], assignment)
    return {"and": a and b, "or": a or b, "xor": a != b}[formula[0]]


def table(formula: Formula) -> list[bool]:
    return [truth(formula, assignment) for assignment in assignments()]


def test_the_example_in_the_docstring_is_true() -> None:
    failed, tried = doctest.testmod(guards)
    assert (failed, tried > 0) == (0, True)


# --- algebra --------------------------------------------


@given(FORMULAS, FORMULAS)
def test_a_guard_is_its_truth_table(one: Formula, other: Formula) -> None:
    world = World()
    a, b = world.guard(one), world.guard(other)
    assert world.table(a) == table(one)
    assert (a is b) == (table(one) == table(other))
    assert world.table(~a) == [not value for value in table(one)]
    assert a.is_true == all(table(one))
    assert a.is_false == (not any(table(one)))


@given(FORMULAS, FORMULAS)
def test_implication_and_meeting(one: Formula, other: Formula) -> None:
    world = World()
    pairs = list(zip(table(one), table(other), strict=True))
    assert world.guard(one).implies(world.guard(other)) == all(b for a, b in pairs if a)
    assert world.guard(one).meets(world.guard(other)) == any(a and b for a, b in pairs)


def test_any_of_several_and_of_none() -> None:
    world = World()
    a, b = world.atoms[:2]
    assert world.space.any([a, b, ~a]).is_true
    assert world.space.any([]).is_false


@given(FORMULAS, FORMULAS)
def test_a_restricted_guard_agrees_where_it_matters(formula: Formula, care: Formula) -> None:
    world = World()
    guard, where = world.guard(formula), world.guard(care)
    restricted = world.space.restrict(guard, where)
    assert restricted & where is guard & where
    if where.implies(guard) and not where.is_false:
        assert restricted.is_true
    if not where.meets(guard):
        assert restricted.is_false or where.is_false


@given(FORMULAS)
def test_without_a_kind_its_atoms_do_not_hold(formula: Formula) -> None:
    world = World()
    certain = world.space.without(world.guard(formula), "unresolved")
    for assignment in assignments():
        plain = [value and kind != "unresolved" for value, kind in zip(assignment, KINDS, strict=True)]
        assert world.holds(certain, assignment) == truth(formula, plain)


@given(FORMULAS)
def test_the_cheapest_way_rests_on_the_fewest_unresolved(formula: Formula) -> None:
    world = World()
    names, rest = world.space.cheapest(world.guard(formula), "unresolved")
    unresolved = [n for n, kind in enumerate(KINDS) if kind == "unresolved"]
    costs = [sum(assignment[n] for n in unresolved) for assignment in assignments() if truth(formula, assignment)]
    assert len(names) == min(costs, default=0)
    for assignment in assignments():
        taken = [f"a{n}" in names if n in unresolved else value for n, value in enumerate(assignment)]
        assert world.holds(rest, assignment) == truth(formula, taken)


# --- what one thing equals --------------------------------------------


def test_one_thing_equals_one_constant() -> None:
    space = GuardSpace()
    constants = ["relu", "tanh", 1, True, None]
    guards = [space.equals("act", c, Atom(("act", n), f"act == {c!r}", "")) for n, c in enumerate(constants)]
    for a, b in itertools.combinations(guards, 2):
        assert not a.meets(b)
    assert not space.any(guards).is_true
    assert space.equals("act", "tanh", Atom("again", "again", "")) is guards[1]
    assert space.equalities("act") == list(zip(constants, guards, strict=True))
    assert space.equalities("other") == []


def test_different_things_may_equal_different_constants() -> None:
    space = GuardSpace()
    a = space.equals("a", 1, Atom("a", "a == 1", "a != 1"))
    b = space.equals("b", 2, Atom("b", "b == 2", "b != 2"))
    assert a.meets(b)


def test_atoms_with_one_key_are_one_test() -> None:
    space = GuardSpace()
    assert not space.has_atom("k")
    assert space.atom(Atom("k", "one", "")) is space.atom(Atom("k", "two", ""))
    assert space.has_atom("k")


# --- budgets --------------------------------------------


def crowd(space: GuardSpace, size: int) -> Guard:
    """A guard with a large diagram: pairs that hold together, their first halves all asked before their second."""
    firsts = [space.atom(Atom(("first", n), f"f{n}", f"not f{n}")) for n in range(size)]
    seconds = [space.atom(Atom(("second", n), f"s{n}", f"not s{n}")) for n in range(size)]
    return space.any(a & b for a, b in zip(firsts, seconds, strict=True))


def nodes_of(guard: Guard) -> int:
    seen: set[Guard] = set()
    stack = [guard]
    while stack:
        node = stack.pop()
        if node not in seen and not node.is_true and not node.is_false:
            seen.add(node)
            stack += [node.high, node.low]
    return len(seen)


def test_a_large_guard_forgets_and_stays_conditional() -> None:
    space = GuardSpace()
    large = crowd(space, 12)
    assert nodes_of(large) <= MAX_GUARD_NODES
    assert "further conditions" in {space.atoms[level].text for level in space.support(large)}
    for guard in (large, ~large, large | ~large & space.atom(Atom("x", "x", ""))):
        assert not guard.is_true
        assert not guard.is_false


def test_what_is_forgotten_never_becomes_certain_again() -> None:
    space = GuardSpace()
    one, other = crowd(space, 12), space.atom(Atom("other", "other", "not other"))
    both = (one & other) | (one & ~other)
    assert not both.is_true
    assert one.meets(both)


# --- reading --------------------------------------------


@given(FORMULAS)
def test_cubes_cover_the_guard_exactly_and_none_is_too_many(formula: Formula) -> None:
    world = World()
    space, guard = world.space, world.guard(formula)
    cubes = []
    for cube in space.cubes(guard):
        literals = [world.atoms[_key(space.atoms[level])] for level, _ in cube]
        product = space.true
        for literal, (_, positive) in zip(literals, cube, strict=True):
            product = product & (literal if positive else ~literal)
        cubes.append(product)
    assert space.any(cubes) is guard
    for n in range(len(cubes)):
        assert space.any(cubes[:n] + cubes[n + 1 :]) is not guard


def _key(atom: Atom) -> int:
    assert isinstance(atom.key, int)
    return atom.key


@given(FORMULAS)
def test_only_a_guard_with_conditions_has_a_text(formula: Formula) -> None:
    world = World()
    guard = world.guard(formula)
    assert bool(world.space.text(guard)) == (not guard.is_true and not guard.is_false)


def test_texts() -> None:
    world = World()
    a, b, c = world.atoms[:3]
    text = world.space.text
    assert text(a & ~b) == "a0 and not a1"
    assert text(a | (b & c)) == "a0 or (a1 and a2)"
    assert text(a & b, assuming=b) == "a0"
    assert text(a, assuming=a) == ""
    assert repr(a & b) == "<a0 and a1>"
    assert (repr(world.space.true), repr(world.space.false)) == ("<True>", "<False>")


def test_a_subject_is_said_to_equal_one_constant_and_not_also_to_differ_from_others() -> None:
    space = GuardSpace()
    relu, tanh = (
        space.equals("act", name, Atom(name, f'act == "{name}"', f'act != "{name}"', subject="act"))
        for name in ("relu", "tanh")
    )
    assert space.text(tanh) == 'act == "tanh"'
    assert space.text(~relu & ~tanh) == 'act != "relu" and act != "tanh"'
    assert space.text(~relu, assuming=relu | tanh) == 'act == "tanh"'


@pytest.mark.parametrize("size", [MAX_CONDITION_ATOMS, MAX_CONDITION_ATOMS + 3])
def test_a_long_condition_says_that_there_is_more(size: int) -> None:
    space = GuardSpace()
    guard = space.true
    for n in range(size):
        guard = guard & space.atom(Atom(n, f"a{n}", f"not a{n}"))
    text = space.text(guard)
    assert len(text.split(" and ")) == MAX_CONDITION_ATOMS
    assert ("further conditions" in text) == (size > MAX_CONDITION_ATOMS)


def test_what_usually_goes_without_saying_is_said_where_it_stands_alone() -> None:
    space = GuardSpace()
    again = space.atom(Atom("again", "the loop runs again", ""))
    other = space.atom(Atom("other", "use", "not use"))
    assert space.text(~again & other) == "use"
    assert space.text(~again | other) == "use or not (the loop runs again)"


def test_what_reads_as_a_part_of_another_way_says_it_all() -> None:
    space = GuardSpace()
    again, first, later = (
        space.atom(Atom(key, text, f"not {text}"))
        for key, text in (("again", "again"), ("first", "i in on"), ("later", "i in on"))
    )
    assert space.text(first | (again & later)) == "i in on"
    assert space.text((first & again) | (again & later)) in ("i in on and again", "again and i in on")
