"""What went wrong with a source, said once, in the words of the report's ``errors``."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

ProblemKind: TypeAlias = Literal["syntax", "encoding", "too-large", "too-deep", "timeout", "unreadable"]


class Problem(NamedTuple):
    """A source, or a part of one, that could not be read or analysed. Line and column count from 1."""

    path: str
    line: int
    column: int
    kind: ProblemKind
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.kind}: {self.message}"
