"""A deep stack: foreign code nests deeper than Python's default allows."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from staticrelu import limits

T = TypeVar("T")


def with_deep_stack(action: Callable[[], T], meanwhile: Callable[[], None] = lambda: None) -> T:
    """Run in a thread with a stack that fits the recursion limit.

    ``meanwhile`` is called now and then in the thread that waits; what it raises ends the wait, as an interrupt does.
    """
    result: list[T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            result.append(action())
        except BaseException as error:  # noqa: BLE001 - handed on to the waiting thread
            failure.append(error)

    before, size = sys.getrecursionlimit(), threading.stack_size(limits.STACK_BYTES)
    sys.setrecursionlimit(max(before, limits.RECURSION_LIMIT))
    try:
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(0.1)  # a timeout, so that an interrupt is noticed
            meanwhile()
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(before)
    if failure:
        raise failure[0]
    return result[0]
