"""Path queries: yes or no first, the way afterwards.

Reachability is a fixpoint that ORs the guards of all ways. Forwards and backwards are the same query with its ends
exchanged. The way that is shown as a witness is looked for only once the answer is known.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping

from staticrelu.graph.model import Graph
from staticrelu.guards import Guard

Steps = Mapping[int, list[tuple[int, Guard]]]


def spread(graph: Graph, starts: Iterable[int], steps: Steps, upstream: bool = False) -> dict[int, Guard]:
    """Where the values of some nodes come to, or (with the steps turned round) where their inputs come from.

    For each node that is reached, when a value flows into it (or from it). The least fixpoint of: a step from a start, or
    from where one has come, whose guards do not exclude each other. Nodes are visited in the order in which they were
    made, which but for the back edges of loops is that of the flow (``upstream``: against it): each once all that leads
    to it is known.
    """
    sign = -1 if upstream else 1
    nodes = graph.nodes
    reached: dict[int, Guard] = {}
    leaving = {number: nodes[number].guard for number in starts}
    waiting = sorted(sign * number for number in leaving)
    queued = set(leaving)
    while waiting:
        number = sign * heapq.heappop(waiting)
        queued.discard(number)
        for target, guard in steps.get(number, ()):
            arriving = leaving[number] & guard & nodes[target].guard
            before = reached.get(target)
            after = arriving if before is None else before | arriving
            if after is before or after.is_false:
                continue
            reached[target] = after
            leaving[target] = leaving[target] | after if target in leaving else after
            if target not in queued:
                queued.add(target)
                heapq.heappush(waiting, sign * target)
    return reached


def leading_to(ends: Iterable[int], steps: Steps, back: Steps) -> Steps:
    """Of some steps those that lead to one of the ends at all, whatever the guards: the others need no look.

    ``back`` holds the same steps, turned round.
    """
    near = set(ends)
    waiting = list(near)
    while waiting:
        for number, _ in back.get(waiting.pop(), ()):
            if number not in near:
                near.add(number)
                waiting.append(number)
    return {n: [step for step in steps.get(n, ()) if step[0] in near] for n in near}


class Ways:
    """The cheapest ways from some starts to all that can be reached, found once and asked often."""

    def __init__(self, starts: Iterable[int], steps: Steps, cost: Callable[[int, int, Guard], int]) -> None:
        """``cost(start, end, guard)`` is the price of one step; a negative one closes the edge."""
        self._prices = dict.fromkeys(starts, 0)
        self._came_from: dict[int, int] = {}
        heap = [(0, number) for number in sorted(self._prices)]
        while heap:
            price, number = heapq.heappop(heap)
            if price > self._prices[number]:
                continue
            for target, guard in steps.get(number, ()):
                step = cost(number, target, guard)
                if step >= 0 and price + step < self._prices.get(target, _FAR):
                    self._prices[target] = price + step
                    self._came_from[target] = number
                    heapq.heappush(heap, (price + step, target))

    def to(self, ends: Iterable[int]) -> list[int]:
        """The cheapest way from a start to one of the ends, both included; empty if there is none."""
        there = [(self._prices[number], number) for number in ends if number in self._prices]
        if not there:
            return []
        way = [min(there)[1]]
        while way[-1] in self._came_from:
            way.append(self._came_from[way[-1]])
        return way[::-1]


_FAR = 1 << 60
