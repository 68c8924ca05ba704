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


class Origin(NamedTuple):
    """Where one line of a program stands, for a reader: the program may be cut out of a notebook or a page.

    ``line`` is what a reader is told: it counts within the ``cell`` of a notebook (from 1; 0 elsewhere). ``file_line`` counts
    within the file. ``indent`` is the number of characters that stand before the line's text in the file, and not in
    the program.
    """

    line: int
    file_line: int
    cell: int = 0
    indent: int = 0


class Layout(NamedTuple):
    """How a program was cut out of its file: the origin of each of its lines, and its pieces.

    A piece (first line, line behind the last) is parsed by itself, so that a broken one does not cost the others.
    """

    origins: tuple[Origin, ...]
    pieces: tuple[tuple[int, int], ...]

    def origin(self, line: int) -> Origin:
        """The origin of a line of the program; a line behind its end is told as the last one."""
        return self.origins[min(line, len(self.origins)) - 1] if self.origins else Origin(line, line)


WHOLE_FILE = Layout((), ())
"""The layout of a program that is all of its file."""
