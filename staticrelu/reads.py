"""What an answer rests on: the files that were looked at, what imports were found to mean, searches through files.

Answers that several models share (does this definition lead to a layer?) are worked out once. Whoever gets one from
memory has still looked at all that it was worked out from: such an answer is kept with its reads, and they are noted
again each time that it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeAlias


class Searched(NamedTuple):
    """A search: the pattern, the paths of the files that it was found in, and of those that were searched (None: all)."""

    pattern: bytes
    found: tuple[str, ...]
    among: tuple[str, ...] | None = None


class Decorated(NamedTuple):
    """In which files decorators were found that are called like one of some names."""

    names: tuple[str, ...]
    found: tuple[str, ...]


class Asked(NamedTuple):
    """What an import was found to mean: of ``name`` with ``level`` dots in the file ``where``; "" for nothing scanned.

    With a level of -1, what the package ``where`` has inside it under that name.
    """

    where: str
    name: str
    level: int
    answer: str


Read: TypeAlias = "str | Searched | Decorated | Asked | frozenset[Read]"
"""The path of a file, a search, an import, or a group of these."""


class Rests(NamedTuple):
    """All that an answer rests on, sorted."""

    files: tuple[str, ...] = ()
    searches: tuple[Searched, ...] = ()
    decorators: tuple[Decorated, ...] = ()
    imports: tuple[Asked, ...] = ()


class Reads:
    """The reads noted so far."""

    def __init__(self) -> None:
        self._open: list[set[Read]] = [set()]

    def note(self, read: Read) -> None:
        """Say that something was looked at."""
        self._open[-1].add(read)

    @contextmanager
    def group(self) -> Iterator[set[Read]]:
        """Collect what is looked at meanwhile, on its own; it counts as looked at afterwards, too."""
        inner: set[Read] = set()
        self._open.append(inner)
        try:
            yield inner
        finally:
            self._open.pop()
            self._open[-1].add(frozenset(inner))


def flatten(reads: set[Read]) -> Rests:
    """What is among some reads and in their groups."""
    files: set[str] = set()
    searches: set[Searched] = set()
    decorators: set[Decorated] = set()
    imports: set[Asked] = set()
    waiting: list[Read] = list(reads)
    seen: set[Read] = set()
    while waiting:
        read = waiting.pop()
        if isinstance(read, str):
            files.add(read)
        elif isinstance(read, Searched):
            searches.add(read)
        elif isinstance(read, Decorated):
            decorators.add(read)
        elif isinstance(read, Asked):
            imports.add(read)
        elif read not in seen:
            seen.add(read)
            waiting.extend(read)
    return Rests(
        files=tuple(sorted(files)),
        searches=tuple(sorted(searches)),
        decorators=tuple(sorted(decorators)),
        imports=tuple(sorted(imports)),
    )
