"""The last scan of the same paths, and all that it rests on.

Where texts have changed, and nothing that the scan looked at has (the programs in files, what is wrong with them, what searches
found), it would give the same again: a comment is no reason to work out anew which definitions are models.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from staticrelu.place import WHOLE_FILE
from staticrelu.reads import Decorated, Rests, Searched
from staticrelu.scan.messages import Complaint, Whole

if TYPE_CHECKING:
    from staticrelu.scan.contents import Contents
    from staticrelu.scan.trees import Trees


class Last(msgspec.Struct, frozen=True, array_like=True):
    """What a scan rested on, and the ``key`` of what it gave. Imports rest on the paths, which are the same."""

    key: bytes
    texts: dict[str, bytes]
    """The digests of all files."""
    programs: dict[str, bytes]
    """The digests of the programs in those files whose trees somebody asked for."""
    complaints: dict[str, tuple[Complaint, ...]]
    """Of files with which something is wrong, what it is."""
    unchecked: frozenset[str]
    """The paths of files of which nobody asked what is wrong with them."""
    searches: tuple[tuple[tuple[str, ...] | None, tuple[Searched, ...]], ...]
    """The searches, by the files that were searched (None: all)."""
    decorated: tuple[Decorated, ...]
    asked: frozenset[str]
    """The names of methods of which it mattered whether scanned code calls them."""
    called: dict[str, frozenset[str]]
    """Of files whose trees nobody asked for, which of these they call."""

    def holds(self, contents: Contents, trees: Trees) -> bool:
        """Whether a scan would give the same now."""
        changed = [path for path, digest in self.texts.items() if contents.digest(path) != digest]
        if not all(contents.layout(path) is WHOLE_FILE for path in changed):
            return False  # of what is cut out of a file, the same program may stand elsewhere
        for among, searches in self.searches:
            searched_anew = changed if among is None else frozenset(among).intersection(changed)
            if searched_anew and any(_is_found_elsewhere(searched, contents, searched_anew) for searched in searches):
                return False
        if any(_is_decorated_elsewhere(decorated, contents, changed) for decorated in self.decorated):
            return False
        return all(self._is_same(path, contents, trees) for path in changed)

    def seen_in(self, key: bytes, contents: Contents) -> Last:
        """The same of a scan with other texts, of which it holds."""
        return msgspec.structs.replace(self, key=key, texts={path: contents.digest(path) for path in contents.paths})

    def _is_same(self, path: str, contents: Contents, trees: Trees) -> bool:
        if path in self.programs:
            is_same = contents.program_digest(path) == self.programs[path]
        else:
            is_same = contents.called(path) & self.asked == self.called.get(path, frozenset())
        if path in self.unchecked:
            return is_same and contents.unfit(path) is None
        return is_same and trees.get(path, "check").complaints == self.complaints.get(path, ())


def _is_found_elsewhere(searched: Searched, contents: Contents, changed: Iterable[str]) -> bool:
    pattern, found = re.compile(searched.pattern, re.MULTILINE), frozenset(searched.found)
    return any(contents.matches(path, pattern) != (path in found) for path in changed)


def _is_decorated_elsewhere(decorated: Decorated, contents: Contents, changed: Iterable[str]) -> bool:
    names, found = frozenset(decorated.names), frozenset(decorated.found)
    return any(contents.decorators(path).isdisjoint(names) == (path in found) for path in changed)


def last(key: bytes, contents: Contents, trees: Trees, found_by: Rests, whole: Whole) -> Last:
    """What a scan rested on that is now done; ``found_by`` is what the search for models rested on."""
    rests = [found_by, *(outcome.rests for _, outcome in whole.models)]
    loaded = {path for part in rests for path in part.files}
    asked = frozenset(name for _, outcome in whole.models for name in outcome.called)
    unchecked = trees.unchecked
    complaints = {path: trees.get(path, "check").complaints for path in contents.paths - unchecked}
    called = {path: contents.called(path) & asked for path in contents.paths if asked and path not in loaded}
    searches: dict[tuple[str, ...] | None, list[Searched]] = {}
    for searched in {searched for part in rests for searched in part.searches}:
        searches.setdefault(searched.among, []).append(searched._replace(among=None))
    return Last(
        key=key,
        texts={path: contents.digest(path) for path in contents.paths},
        programs={path: contents.program_digest(path) for path in loaded},
        complaints={path: found for path, found in complaints.items() if found},
        unchecked=unchecked,
        searches=tuple((among, tuple(found)) for among, found in searches.items()),
        decorated=tuple(dict.fromkeys(decorated for part in rests for decorated in part.decorators)),
        asked=asked,
        called={path: names for path, names in called.items() if names},
    )
