"""What is taken for granted: the checks that a run passes which comes to its end.

Each check that raises, and each key that is looked up, leaves one clause. Their conjunction would be a guard of all
conditions of the whole model, so it is never made: a question about a guard looks at the clauses that share an atom
with it, and at those that share one with them.
"""

from __future__ import annotations

from staticrelu import limits
from staticrelu.guards import Guard, GuardSpace


class Assumed:
    """Clauses that all hold whenever an entry of the model runs to its end, in the order in which they were met."""

    def __init__(self, space: GuardSpace) -> None:
        self._space = space
        self._clauses: list[Guard] = []
        self._about: dict[Guard, Guard] = {}

    @property
    def mark(self) -> int:
        """How many clauses there are, to go back to."""
        return len(self._clauses)

    def add(self, clause: Guard) -> None:
        """Take one more clause for granted. One that cannot hold says nothing: the way that leads there just ends."""
        if not clause.is_true and not clause.is_false:
            self._clauses.append(clause)
            self._about.clear()

    def since(self, mark: int) -> list[Guard]:
        """The clauses since a mark."""
        return self._clauses[mark:]

    def forget(self, mark: int) -> None:
        """Take back the clauses since a mark."""
        del self._clauses[mark:]
        self._about.clear()

    def about(self, guard: Guard) -> Guard:
        """What is assumed of the tests that a guard depends on."""
        known = self._about.get(guard)
        if known is None:
            known = self._about[guard] = self._conjoin(self._space.support(guard))
        return known

    def _conjoin(self, atoms: frozenset[int]) -> Guard:
        """The related clauses as one guard, the nearest and simplest first; those beyond a bound are left out.

        To leave one out assumes less: at worst a fact is said with a condition that always holds.
        """
        support = self._space.support
        result = self._space.true
        near, left = set(atoms), limits.MAX_ASSUMED_CLAUSES
        waiting = dict.fromkeys(self._clauses)
        while waiting and left > 0:
            related = [clause for clause in waiting if not near.isdisjoint(support(clause))]
            if not related:
                break
            for clause in sorted(related, key=lambda c: len(support(c)))[:left]:
                result = self._space.conjoin_within(result, clause, limits.MAX_ASSUMED_NODES) or result
            left -= len(related)
            for clause in related:
                del waiting[clause]
                near |= support(clause)
        return result

    def allows(self, guard: Guard) -> bool:
        """Whether a guard can hold in a run that comes to its end."""
        return self.about(guard).meets(guard)
