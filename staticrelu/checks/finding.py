"""Findings: what a rule has to say at a place, as a plain value that every format can print."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Literal, TypeAlias

import msgspec

from staticrelu.checks.rule import Certainty, Severity
from staticrelu.place import Origin

Silence: TypeAlias = Literal["", "comment", "baseline"]


class Spot(msgspec.Struct, frozen=True):
    """A stretch of one line. Lines and columns count from 1, columns count characters, the end is exclusive.

    ``source`` is the whole line, without its end; ``label`` says what is there. In a notebook the line counts within the
    ``cell``, and what knows of no cells is told ``file_line``, where columns mean nothing; elsewhere both are 0.
    """

    path: str
    line: int
    column: int
    end_column: int
    source: str
    label: str = ""
    cell: int = 0
    file_line: int = 0

    def __str__(self) -> str:
        cell = f"cell {self.cell}:" if self.cell else ""
        return f"{self.path}:{cell}{self.line}:{self.column}"

    @property
    def in_file(self) -> Spot:
        """The place for programs that open the file: of a cell, the line of the file that holds it."""
        if not self.cell:
            return self
        return Spot(self.path, self.file_line, 1, 1, "", self.label)

    def moved(self, origin: Origin) -> Spot:
        """The same place as a reader is told it, where the program was cut out of a file."""
        columns = {"column": self.column + origin.indent, "end_column": self.end_column + origin.indent}
        source = " " * origin.indent + self.source
        lines = {"line": origin.line, "cell": origin.cell, "file_line": origin.file_line if origin.cell else 0}
        return msgspec.structs.replace(self, source=source, **columns, **lines)


class Finding(msgspec.Struct, frozen=True):
    """One verdict of one rule. ``spot`` is the place to look at, ``related`` are the other ends, ``steps`` the value's way.

    ``fingerprint`` stays the same when other lines change. ``silenced`` says what keeps it from counting, if anything
    does.
    """

    code: str
    name: str
    severity: Severity
    message: str
    spot: Spot
    related: tuple[Spot, ...]
    steps: tuple[Spot, ...]
    model: str
    certainty: Certainty
    condition: str
    unresolved: tuple[str, ...]
    fingerprint: str
    silenced: Silence = ""
    last_line: int = 0
    """The line that the thing ends in, for comments that stand there."""

    def moved(self, origin: Callable[[str, int], Origin]) -> Finding:
        """The same finding with all places as a reader is told them."""

        def move(spot: Spot) -> Spot:
            return spot.moved(origin(spot.path, spot.line))

        related, steps = tuple(map(move, self.related)), tuple(map(move, self.steps))
        return msgspec.structs.replace(self, spot=move(self.spot), related=related, steps=steps)


def rooted(home: str, path: str) -> str:
    """A path as seen from the root of the repository; ``home`` is the working directory as seen from there."""
    return posixpath.normpath(posixpath.join(home, path))
