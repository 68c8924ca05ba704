"""Where the made nodes get their places from: one small interface, and what CPython knows behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, TypeAlias

from staticrelu.place import Span

if TYPE_CHECKING:  # takes long to load
    import libcst as cst

Extent: TypeAlias = tuple[int, int, int, int]
"""Line, column, then end line and end column negated, so that outer nodes sort before the inner ones they begin with.
Lines count from 1 and columns from 0, in bytes of UTF-8."""


class Spans(Protocol):
    """Gives each node of a file its span, when asked in source order, outer nodes before inner ones."""

    def take(self, kind: str, node: cst.CSTNode, /) -> Span:
        """The span of ``node``; ``kind`` is the name of the tree class that is made of it."""
        ...

    def finish(self) -> None:
        """Say that all nodes have been asked for; raises ``MismatchError`` when that cannot be true."""
        ...


class MismatchError(Exception):
    """The two parsers did not see the same nodes."""


class QueuedSpans:
    """The spans that CPython gave, queued by kind; whoever asks in the same order gets the right one."""

    def __init__(self, extents: Mapping[str, list[Extent]], text: str) -> None:
        self._queues: dict[str, list[Extent]] = defaultdict(list)
        for kind, queue in extents.items():
            self._queues[kind] = sorted(queue, reverse=True)
        self._columns = Columns(text)

    def take(self, kind: str, node: cst.CSTNode, /) -> Span:
        """The next span of this kind; the node itself is not looked at."""
        try:
            line, column, end_line, end_column = self._queues[kind].pop()
        except IndexError:
            raise MismatchError(kind) from None
        return self._columns.span(line, column, -end_line, -end_column)

    def finish(self) -> None:
        """Raise ``MismatchError`` if a span is left over."""
        for kind, queue in self._queues.items():
            if queue:
                raise MismatchError(kind)


class Columns:
    """Makes spans of what CPython says of places in a text: it counts columns from 0, in bytes of UTF-8."""

    def __init__(self, text: str) -> None:
        self._wide = {} if text.isascii() else _wide_lines(text)

    def span(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """The span, in characters from 1."""
        if self._wide:
            return Span(line, self._column(line, column), end_line, self._column(end_line, end_column))
        return Span(line, column + 1, end_line, end_column + 1)

    def _column(self, line: int, column: int) -> int:
        wide = self._wide.get(line)
        return 1 + (column if wide is None else len(wide[:column].decode(errors="replace")))


def _wide_lines(text: str) -> dict[int, bytes]:
    """The lines in which bytes and characters differ. Only bytes split lines as Python does: at CR and LF alone."""
    lines = text.encode().splitlines()
    return {number: line for number, line in enumerate(lines, 1) if not line.isascii()}
