"""When the facts of an earlier run still hold.

A scan of which nothing has changed is known as a whole. Otherwise a model's facts hold if all that their analysis looked
at is the same: the texts of files, what imports mean, what searches through all files found, which names scanned code
calls, the places that construct the model, and this program with its catalog and options.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from staticrelu.cache import Cache
from staticrelu.reads import Asked, Rests
from staticrelu.scan.contents import Contents, digest
from staticrelu.scan.messages import Model, Outcome, Whole, encode
from staticrelu.scan.parts import Shard

if TYPE_CHECKING:
    from staticrelu.project import Project


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """The outcome of one analysis, with the digests of the files that it looked at."""

    digests: tuple[bytes, ...]
    outcome: Outcome


_WHOLE = msgspec.msgpack.Decoder(Whole)
_KEPT = msgspec.msgpack.Decoder(Kept)


class Memory:
    """The facts of earlier runs of the same tool (a digest of this program, its catalog and the options).

    ``scan`` is a digest of that and of all files.
    """

    def __init__(self, contents: Contents, cache: Cache, tool: bytes, shard: Shard | None) -> None:
        self._contents = contents
        self._cache = cache
        self._tool = tool
        texts = (part for path in sorted(contents.paths) for part in (path.encode(), contents.digest(path)))
        self.scan = digest(tool, *texts)
        self._whole = ("scan", digest(self.scan, encode(shard)))
        self._searched: dict[bytes, tuple[str, ...]] = {}
        self._asked: dict[Asked, bool] = {}

    def whole(self) -> Whole | None:
        """What a scan of these very files gave."""
        return self._cache.get(self._whole, _WHOLE)

    def keep_whole(self, whole: Whole) -> None:
        """Keep what a scan of these files gave, if all analyses came to their end."""
        if all(outcome.is_settled for _, outcome in whole.models):
            bare = tuple((name, _without_reads(outcome)) for name, outcome in whole.models)
            self._cache.put(self._whole, encode(Whole(bare, whole.problems)))

    def outcome(self, model: Model, project: Project, called: frozenset[str]) -> Outcome | None:
        """What the analysis of a model gave, and would give again. ``called`` are the names that scanned code calls."""
        kept = self._cache.get(self._key(model), _KEPT)
        return kept.outcome if kept is not None and self._holds(kept, project, called) else None

    def keep(self, model: Model, outcome: Outcome) -> None:
        """Keep what the analysis of a model gave, if it came to its end."""
        if outcome.is_settled:
            digests = tuple(self._contents.digest(path) for path in outcome.rests.files)
            self._cache.put(self._key(model), encode(Kept(digests, outcome)))

    def _holds(self, kept: Kept, project: Project, called: frozenset[str]) -> bool:
        rests = kept.outcome.rests
        return (
            all(path in self._contents.paths for path in rests.files)
            and tuple(self._contents.digest(path) for path in rests.files) == kept.digests
            and all((name in called) == answer for name, answer in kept.outcome.called.items())
            and all(self._means(asked, project) for asked in rests.imports)
            and all(self._search(searched.pattern) == searched.found for searched in rests.searches)
        )

    def _means(self, asked: Asked, project: Project) -> bool:
        if asked not in self._asked:
            self._asked[asked] = project.still_means(asked)
        return self._asked[asked]

    def _search(self, pattern: bytes) -> tuple[str, ...]:
        if pattern not in self._searched:
            self._searched[pattern] = tuple(sorted(self._contents.search(re.compile(pattern, re.MULTILINE))))
        return self._searched[pattern]

    def _key(self, model: Model) -> tuple[str, bytes]:
        return "model", digest(self._tool, encode(model))


def _without_reads(outcome: Outcome) -> Outcome:
    return msgspec.structs.replace(outcome, rests=Rests(), called={})
