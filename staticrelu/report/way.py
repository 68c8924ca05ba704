"""The way of a value in one line: ``self.rnn -> self.linear -> torch.relu``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from staticrelu.report.v1 import Step

MAX_STATIONS = 12
"""Stations that one line shows; of a longer way the middle is left out."""

MAX_STATION = 48
"""Characters of one station."""

_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def way(steps: Sequence[Step]) -> str:
    """The calls that a value passes, by name. Returns are left out: the next call says where the value went."""
    names = list(_stations(steps))
    if len(names) > MAX_STATIONS:
        kept = MAX_STATIONS // 2
        names[kept:-kept] = [f"({len(names) - 2 * kept} more)"]
    return " -> ".join(names)


def station(text: str) -> str:
    """What a call calls: its source up to the last parenthesis, with the arguments of earlier calls left out.

    ``self.rnn(x)[0]`` is no call at its end and stays as it is, but for its arguments.
    """
    pieces = list(_pieces(text))
    if len(pieces) > 1 and pieces[-1].startswith("("):
        pieces.pop()
    pieces = ["(...)" if piece.startswith("(") else piece for piece in pieces]
    name = "".join(pieces)
    if len(name) > MAX_STATION and len(pieces) > 1 and pieces[-1].startswith("."):
        name = f"(...){pieces[-1]}"
    return name if len(name) <= MAX_STATION else f"{name[: MAX_STATION - 3]}..."


def _stations(steps: Sequence[Step]) -> Iterator[str]:
    """Of a chained call whose beginning is the station before, only the new link is said: ``.relu``."""
    before = ""
    for step in steps:
        if step.text == "return" or step.text.startswith("return "):
            continue
        link = step.text.removeprefix(before) if before else step.text
        yield station(link if link.startswith(".") else step.text)
        before = step.text


def _pieces(text: str) -> Iterator[str]:
    """Cut a source text into its parts outside and inside of top-level parentheses; an open one reaches to the end.

    Subscripts stay with the name before them: ``self.layers[0]`` is one piece.
    """
    start = depth = 0
    quote = ""
    escaped = False
    for index, character in enumerate(text):
        if quote:
            if character == quote and not escaped:
                quote = ""
            escaped = character == "\\" and not escaped
        elif character in "\"'":
            quote = character
        elif character in _BRACKETS:
            if depth == 0 and character == "(" and index > start:
                yield text[start:index]
                start = index
            depth += 1
        elif character in _BRACKETS.values():
            depth = max(depth - 1, 0)
            if depth == 0 and text[start] == "(":
                yield text[start : index + 1]
                start = index + 1
    if start < len(text):
        yield text[start:]
