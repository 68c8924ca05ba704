"""Places in source text: the one way every room says "here"."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one file's text. Lines and columns count from 1, columns count characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):
    """A span of a named file. ``path`` is the source's path as the report prints it."""

    path: str
    span: Span

    @property
    def line(self) -> int:
        """The line the place starts in, from 1."""
        return self.span.line

    @property
    def column(self) -> int:
        """The column the place starts in, from 1, in characters."""
        return self.span.column

    def __str__(self) -> str:
        return f"{self.path}:{self.span.line}:{self.span.column}"


NO_SPAN = Span(1, 1, 1, 1)
