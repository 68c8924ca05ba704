"""Where in a case's source the running program is: frames to lines, as the facts count them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType

from expectations import Spot


class Places:
    """Turns frames into spots of the files below ``root``."""

    def __init__(self, root: Path) -> None:
        self._root = str(root.resolve())

    def is_own(self, frame: FrameType) -> bool:
        """Whether the frame runs code of the case itself."""
        return frame.f_code.co_filename.startswith(self._root)

    def spot(self, frame: FrameType) -> Spot:
        """The line of the call that the frame is in."""
        file = Path(frame.f_code.co_filename)
        return Spot(file.relative_to(self._root).as_posix(), _call_line(frame))

    def construction(self, built: object, frame: FrameType | None) -> Spot | None:
        """The line of the constructor call that makes ``built``, seen from inside it.

        The frames of its own methods are passed over: they are its constructor and those that it inherits. None
        where no file of the case made it.
        """
        for outer in outward(frame):
            if self.is_own(outer) and _first_argument(outer) is not built:
                return self.spot(outer)
        return None


def outward(frame: FrameType | None) -> Iterator[FrameType]:
    """The frame and its callers, innermost first."""
    while frame is not None:
        yield frame
        frame = frame.f_back


def _first_argument(frame: FrameType) -> object:
    code = frame.f_code
    return frame.f_locals.get(code.co_varnames[0]) if code.co_argcount else None


def _call_line(frame: FrameType) -> int:
    """Where the running call's expression starts: Python itself counts a chained call from its last attribute."""
    positions = list(frame.f_code.co_positions())[frame.f_lasti // 2]
    _, end_line, _, end_column = positions
    if end_line is None or end_column is None:
        return frame.f_lineno
    return _call_starts(frame.f_code.co_filename).get((end_line, end_column), frame.f_lineno)


@cache
def _call_starts(file: str) -> dict[tuple[int, int], int]:
    calls = [node for node in ast.walk(ast.parse(Path(file).read_bytes())) if isinstance(node, ast.Call)]
    return {(call.end_lineno or 0, call.end_col_offset or 0): call.lineno for call in calls}
