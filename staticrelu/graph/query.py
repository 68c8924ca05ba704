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


def forward(graph: Graph, sources: Iterable[int], users: Steps) -> dict[int, Guard]:
    """Where the values of ``sources`` come to: for each node reached, when a source's value flows *into* it."""
    return _spread(graph, sources, users)


def backward(graph: Graph, sinks: Iterable[int]) -> dict[int, Guard]:
    """Where the inputs of ``sinks`` come from: for each node, when its value flows into a sink."""
    feeds = {node.number: [(edge.source, edge.guard) for edge in node.inputs] for node in graph.nodes}
    return _spread(graph, sinks, feeds)


def _spread(graph: Graph, starts: Iterable[int], steps: Steps) -> dict[int, Guard]:
    """The least fixpoint of: a step from a start, or from where one has come, whose guards do not exclude each other."""
    nodes = graph.nodes
    reached: dict[int, Guard] = {}
    leaving = {number: nodes[number].guard for number in starts}
    waiting = sorted(leaving)
    queued = set(waiting)
    while waiting:
        number = heapq.heappop(waiting)
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
                heapq.heappush(waiting, target)
    return reached


def shortest_way(
    sources: Iterable[int], sinks: set[int], users: Steps, cost: Callable[[int, Guard], int]
) -> list[int]:
    """A cheapest way from a source to a sink, both included; empty if there is none. No source may be a sink.

    ``cost(number, guard)`` is the price of entering a node over an edge; a negative one closes the edge.
    """
    prices = dict.fromkeys(sources, 0)
    heap = [(0, number) for number in sorted(prices)]
    came_from: dict[int, int] = {}
    while heap:
        price, number = heapq.heappop(heap)
        if number in sinks:
            return _unwind(number, came_from)
        if price > prices[number]:
            continue
        for target, guard in users.get(number, ()):
            step = cost(target, guard)
            if step >= 0 and price + step < prices.get(target, _FAR):
                prices[target] = price + step
                came_from[target] = number
                heapq.heappush(heap, (price + step, target))
    return []


_FAR = 1 << 60


def _unwind(number: int, came_from: Mapping[int, int]) -> list[int]:
    way = [number]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return way[::-1]
