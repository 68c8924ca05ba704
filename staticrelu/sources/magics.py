"""What notebooks allow in a cell and Python does not: magics, shell lines, questions. They are set aside, line for line."""

from __future__ import annotations

import re

_RUN_HERE = {"capture", "prun", "time", "timeit"}
"""Cell magics whose cell is run as a part of the notebook. What others are given is text, or runs elsewhere."""

_CELL_MAGIC = re.compile(r"\s*%%(\w*)")
_ASKED = re.compile(r"[^#'\"]*\?\s*$")
_ASSIGNED = re.compile(r"(\s*[^#='\"(]+=)\s*[!%]")
_ESCAPES = ("%", "!", "?", ",", ";", "/")
_PIECE = re.compile(
    r"""(?P<comment>\#.*) | (?P<triple>'''|\"\"\") | (?P<string>"(?:\\.|[^"\\])*"? | '(?:\\.|[^'\\])*'?)
    | (?P<opened>[(\[{]) | (?P<closed>[)\]}]) | (?P<joined>\\$)""",
    re.VERBOSE,
)


def set_aside(cell: str) -> str:
    """The cell as Python, with as many lines as before.

    A line of another language becomes ``pass``, so that a block which has no other stays one; what is assigned from
    one comes from a call of ``get_ipython``, of which nothing is known.
    """
    lines = cell.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    magic = _CELL_MAGIC.match(lines[first])
    if magic is not None:
        if magic[1] not in _RUN_HERE:
            return "\n" * (len(lines) - 1)
        lines[first] = ""
    reading = _Reading()
    result = []
    is_going_on = False
    for line in lines:
        if is_going_on or (reading.is_at_statement and _is_foreign(line)):
            result.append("" if is_going_on else _stand_in(line))
            is_going_on = line.endswith("\\")
        else:
            reading.read(line)
            result.append(line)
    return "\n".join(result)


def _is_foreign(line: str) -> bool:
    return line.lstrip().startswith(_ESCAPES) or bool(_ASKED.match(line) or _ASSIGNED.match(line))


def _stand_in(line: str) -> str:
    assigned = _ASSIGNED.match(line)
    indent = line[: len(line) - len(line.lstrip())]
    return f"{assigned[1]} get_ipython()" if assigned else f"{indent}pass"


class _Reading:
    """How far Python has been read: a line begins a statement unless a bracket, a text or a backslash holds it."""

    def __init__(self) -> None:
        self._quote = ""
        self._depth = 0
        self._is_joined = False

    @property
    def is_at_statement(self) -> bool:
        return not (self._quote or self._depth or self._is_joined)

    def read(self, line: str) -> None:
        self._is_joined = False
        position = 0
        while position < len(line):
            if self._quote:
                end = re.compile(rf"(?:\\.|[^\\])*?{self._quote}").match(line, position)
                if end is None:
                    return
                self._quote, position = "", end.end()
            piece = _PIECE.search(line, position)
            if piece is None:
                return
            self._quote = piece["triple"] or ""
            self._depth = max(self._depth + bool(piece["opened"]) - bool(piece["closed"]), 0)
            self._is_joined = bool(piece["joined"])
            position = piece.end()
