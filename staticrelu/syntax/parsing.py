"""What a foreign text needs around it while it is parsed."""

from __future__ import annotations

import gc
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from staticrelu.limits import RECURSION_LIMIT


@contextmanager
def parsing(levels: int = RECURSION_LIMIT) -> Iterator[None]:
    """Parse in peace: so many calls deep, and with no warnings, which are about the text and not about this program.

    The garbage collector is off: it would search a growing tree of hundred thousands of nodes that all live.
    """
    limit, collects = sys.getrecursionlimit(), gc.isenabled()
    with ExitStack() as afterwards:
        afterwards.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        sys.setrecursionlimit(_depth() + levels)
        afterwards.callback(sys.setrecursionlimit, limit)
        if collects:
            gc.disable()
            afterwards.callback(gc.enable)
        yield


def _depth() -> int:
    """How deep calls are nested here."""
    frame, depth = sys._getframe(), 1
    while frame.f_back is not None:
        frame, depth = frame.f_back, depth + 1
    return depth
