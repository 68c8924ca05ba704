"""The method resolution order."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def linearize(own: T, orders: Sequence[Sequence[T]]) -> tuple[T, ...]:
    """The C3 linearisation of a class with bases of the given orders (https://docs.python.org/3/howto/mro.html).

    Where the orders contradict each other, which Python refuses, the bases simply follow depth first.
    """
    waiting = [list(order) for order in orders if order] + [[order[0] for order in orders if order]]
    result = [own]
    while any(waiting):
        waiting = [order for order in waiting if order]
        head = next((o[0] for o in waiting if not any(o[0] in other[1:] for other in waiting)), waiting[0][0])
        result.append(head)
        waiting = [[item for item in order if item != head] for order in waiting]
    return tuple(dict.fromkeys(result))
