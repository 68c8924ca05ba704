"""What is taken for granted: the checks that a run passes which comes to its end.

Each check that raises, and each key that is looked up, leaves one clause. Their conjunction would be a guard of all
conditions of the whole model, so it is never made: a question about a guard looks at the clauses that share an atom
with it, and at those that share one with them.
"""

from __future__ import annotations

import heapq

from staticrelu import limits
from staticrelu.guards import Guard, GuardSpace


class Assumed:
    """Clauses that all hold whenever an entry of the model runs to its end, in the order in which they were met."""

    def __init__(self, space: GuardSpace) -> None:
        self._space = space
        self._clauses: list[Guard] = []
        self._about: dict[frozenset[int], Guard] = {}
        self._simplest: list[Guard] = []
        self._of_test: dict[int, set[int]] = {}

    @property
    def mark(self) -> int:
        """How many clauses there are, to go back to."""
        return len(self._clauses)

    def add(self, clause: Guard) -> None:
        """Take one more clause for granted. One that cannot hold says nothing: the way that leads there just ends."""
        if not clause.is_true and not clause.is_false:
            self._clauses.append(clause)
            self._forget_answers()

    def since(self, mark: int) -> list[Guard]:
        """The clauses since a mark."""
        return self._clauses[mark:]

    def forget(self, mark: int) -> None:
        """Take back the clauses since a mark."""
        del self._clauses[mark:]
        self._forget_answers()

    def _forget_answers(self) -> None:
        self._about.clear()
        self._of_test.clear()

    def about(self, guard: Guard) -> Guard:
        """What is assumed of the tests that a guard depends on."""
        tests = self._space.support(guard)
        known = self._about.get(tests)
        if known is None:
            known = self._about[tests] = self._conjoin(tests)
        return known

    def _conjoin(self, atoms: frozenset[int]) -> Guard:
        """The related clauses as one guard, the nearest and simplest first; those beyond a bound are left out.

        To leave one out assumes less: at worst a fact is said with a condition that always holds.
        """
        if not self._of_test:
            self._order()
        result, left = self._space.true, limits.MAX_ASSUMED_CLAUSES
        known: set[int] = set()
        near, tests = set(atoms), set(atoms)
        while tests and left > 0:
            related = set().union(*(self._of_test.get(test, ()) for test in tests)) - known
            nearest = heapq.nsmallest(left, related)
            for number in nearest:
                result = self._space.conjoin_within(result, self._simplest[number], limits.MAX_ASSUMED_NODES) or result
            left -= len(nearest)
            known |= related
            tests = set().union(*(self._space.support(self._simplest[number]) for number in nearest)) - near
            near |= tests
        return result

    def _order(self) -> None:
        """Sort the clauses, the simplest first, and note for each test which of them depend on it."""
        support = self._space.support
        self._simplest = sorted(dict.fromkeys(self._clauses), key=lambda clause: len(support(clause)))
        for number, clause in enumerate(self._simplest):
            for test in support(clause):
                self._of_test.setdefault(test, set()).add(number)

    def allows(self, guard: Guard) -> bool:
        """Whether a guard can hold in a run that comes to its end."""
        return self.about(guard).meets(guard)
