"""What the making functions share while one file is converted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import libcst as cst

from staticrelu.place import Span
from staticrelu.syntax.spans import Spans


class Maker:
    """The state of one conversion.

    ``take(kind, node)`` gives the span of a node and must be called once for each node, in source order, outer nodes
    first. ``yields`` tells whether a ``yield`` was met in the function that is being made.
    """

    def __init__(self, spans: Spans) -> None:
        self.spans = spans
        self.take: Callable[[str, cst.CSTNode], Span] = spans.take
        self.yields = False

    @contextmanager
    def standing_at(self, span: Span) -> Iterator[None]:
        """Give every node made inside this one span."""
        before = self.take
        self.take = lambda kind, node: span
        try:
            yield
        finally:
            self.take = before

    @contextmanager
    def own_yields(self) -> Iterator[None]:
        """Keep the yields of a nested function from those of the outer one."""
        before = self.yields
        self.yields = False
        try:
            yield
        finally:
            self.yields = before
