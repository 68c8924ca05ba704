"""How the values of literals are kept."""

from __future__ import annotations

_MAX_INTEGER = 2**64 - 1  # what compact encodings can hold


def bounded(value: int) -> int | float:
    """An integer; a float, possibly infinite, where it is too long to be of use as an integer."""
    try:
        return value if value <= _MAX_INTEGER else float(value)
    except OverflowError:
        return float("inf")


def encodable(text: str) -> str:
    """A text, with a question mark for each half of a surrogate pair, which no encoding holds."""
    return text.encode(errors="replace").decode()
