"""The one exception of the room: a text of which no tree is made."""

from __future__ import annotations

from typing import Literal


class RefusalError(Exception):
    """Why there is no tree, and where; line and column count from 1."""

    def __init__(self, kind: Literal["syntax", "too-deep"], line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.kind: Literal["syntax", "too-deep"] = kind
        self.line = line
        self.column = column
        self.message = message


def too_deep(line: int = 1) -> RefusalError:
    """The refusal of a text that nests deeper than the parsers can safely follow."""
    return RefusalError("too-deep", line, 1, "nested too deeply to be parsed")
