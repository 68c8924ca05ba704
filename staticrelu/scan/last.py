"""The last scan of the same paths, and all that it rests on.

Where texts have changed, and nothing that the scan looked at has (the trees of files, what is wrong with them, what searches
found), it would give the same again: a comment is no reason to work out anew which definitions are models.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from staticrelu.place import WHOLE_FILE
from staticrelu.reads import Rests, Searched
from staticrelu.scan.messages import Complaint

if TYPE_CHECKING:
    from staticrelu.scan.contents import Contents
    from staticrelu.scan.trees import Trees


class Last(msgspec.Struct, frozen=True, array_like=True):
    """What a scan rested on, and the ``key`` of what it gave. Imports rest on the paths, which are the same."""

    key: bytes
    texts: dict[str, bytes]
    """The digests of all files."""
    trees: dict[str, bytes]
    """The digests of those trees that somebody asked for."""
    complaints: dict[str, tuple[Complaint, ...]]
    """Of files with which something is wrong, what it is."""
    searches: tuple[Searched, ...]

    def holds(self, contents: Contents, trees: Trees) -> bool:
        """Whether a scan would give the same now."""
        changed = [path for path, digest in self.texts.items() if contents.digest(path) != digest]
        if not all(contents.layout(path) is WHOLE_FILE for path in changed):
            return False  # of what is cut out of a file, the same program may stand elsewhere
        if any(self._is_found_elsewhere(searched, contents, changed) for searched in self.searches):
            return False
        trees.prepare([path for path in changed if path in self.trees])
        return all(self._is_same(path, trees) for path in changed)

    def seen_in(self, key: bytes, contents: Contents) -> Last:
        """The same of a scan with other texts, of which it holds."""
        return msgspec.structs.replace(self, key=key, texts={path: contents.digest(path) for path in contents.paths})

    def _is_found_elsewhere(self, searched: Searched, contents: Contents, changed: Iterable[str]) -> bool:
        pattern, found = re.compile(searched.pattern, re.MULTILINE), frozenset(searched.found)
        return any(contents.matches(path, pattern) != (path in found) for path in changed)

    def _is_same(self, path: str, trees: Trees) -> bool:
        if path in self.trees and trees.digest(path) != self.trees[path]:
            return False
        return trees.complaints(path, whole=path in self.trees) == self.complaints.get(path, ())


def last(key: bytes, contents: Contents, trees: Trees, rests: Sequence[Rests]) -> Last:
    """What a scan rested on that is now done."""
    asked = {path for part in rests for path in part.files}
    searches = sorted({searched for part in rests for searched in part.searches})
    complaints = {path: trees.complaints(path, whole=path in asked) for path in contents.paths}
    return Last(
        key,
        {path: contents.digest(path) for path in contents.paths},
        {path: trees.digest(path) for path in sorted(asked)},
        {path: found for path, found in complaints.items() if found},
        tuple(searches),
    )
