"""When the facts of an earlier run still hold.

A scan of which nothing has changed, or nothing that it looked at (``last.py``), is known as a whole. Otherwise a model's
facts hold if all that their analysis looked at is the same: the programs in files, what imports mean, which files
use a decorator, which names scanned code calls, the places that construct the model, and this program with its catalog
and options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from staticrelu.cache import Cache
from staticrelu.reads import Asked, Rests
from staticrelu.scan.contents import Contents, digest
from staticrelu.scan.last import Last, last
from staticrelu.scan.messages import Model, Outcome, Whole, encode
from staticrelu.scan.parts import Shard

if TYPE_CHECKING:
    from staticrelu.project import Project
    from staticrelu.scan.trees import Trees


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """The outcome of one analysis, with the digests of the programs that it looked at."""

    digests: tuple[bytes, ...]
    outcome: Outcome


_WHOLE = msgspec.msgpack.Decoder(Whole)
_LAST = msgspec.msgpack.Decoder(Last)
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
        named = encode(contents.named)
        self.scan = digest(tool, named, *texts)
        self.key = digest(self.scan, encode(shard))
        self._last = ("last", digest(tool, named, encode((shard, sorted(contents.paths)))))
        self.holds_all = False  # what was found out in this run will be known to the next
        self._asked: dict[Asked, bool] = {}

    def whole(self) -> Whole | None:
        """What a scan of these very files gave."""
        whole = self._get_whole(self.key)
        self.holds_all = whole is not None
        return whole

    def same_as_last(self, trees: Trees) -> Whole | None:
        """What the last scan of the same paths gave, if nothing that it looked at has changed."""
        earlier = self._cache.get(self._last, _LAST)
        if earlier is None or not earlier.holds(self._contents, trees):
            return None
        whole = self._get_whole(earlier.key)
        if whole is not None:
            self._put_whole(whole, earlier.seen_in(self.key, self._contents))
        return whole

    def keep_whole(self, whole: Whole, trees: Trees, found_by: Rests) -> None:
        """Keep what a scan of these files gave and what it rests on, if all analyses came to their end.

        ``found_by`` is what the search for models rests on.
        """
        if trees.is_settled and all(outcome.is_settled for _, outcome in whole.models):
            self._put_whole(whole.bare(), last(self.key, self._contents, trees, found_by, whole))

    def outcome(self, model: Model, project: Project, called: frozenset[str]) -> Outcome | None:
        """What the analysis of a model gave, and would give again. ``called`` are the names that scanned code calls."""
        kept = self._cache.get(self._key(model), _KEPT)
        return kept.outcome if kept is not None and self._holds(kept, project, called) else None

    def keep(self, model: Model, outcome: Outcome) -> None:
        """Keep what the analysis of a model gave, if it came to its end."""
        if outcome.is_settled:
            digests = tuple(self._contents.program_digest(path) for path in outcome.rests.files)
            self._cache.put(self._key(model), encode(Kept(digests, outcome)))

    def _put_whole(self, whole: Whole, rests_on: Last) -> None:
        self._cache.put(("scan", self.key), encode(whole))
        self._cache.put(self._last, encode(rests_on))
        self.holds_all = True

    def _get_whole(self, key: bytes) -> Whole | None:
        return self._cache.get(("scan", key), _WHOLE)

    def _holds(self, kept: Kept, project: Project, called: frozenset[str]) -> bool:
        rests = kept.outcome.rests
        return (
            all(path in self._contents.paths for path in rests.files)
            and tuple(self._contents.program_digest(path) for path in rests.files) == kept.digests
            and all((name in called) == answer for name, answer in kept.outcome.called.items())
            and all(self._means(asked, project) for asked in rests.imports)
            and all(tuple(self._contents.decorated_with(names)) == found for names, found in rests.decorators)
        )

    def _means(self, asked: Asked, project: Project) -> bool:
        if asked not in self._asked:
            self._asked[asked] = project.still_means(asked)
        return self._asked[asked]

    def _key(self, model: Model) -> tuple[str, bytes]:
        return "model", digest(self._tool, encode(model))
