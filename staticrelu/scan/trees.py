"""The trees of a scan: made once, kept encoded, decoded by whoever walks them."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager

import msgspec

from staticrelu.cache import Cache
from staticrelu.problem import Problem
from staticrelu.scan.contents import Contents, digest
from staticrelu.scan.messages import Complaint, Found, HasMade, Made, Make, NeedDecorated, NeedTree, Tree, encode
from staticrelu.scan.parts import Shard
from staticrelu.scan.pool import Pool
from staticrelu.tree import Tree as SyntaxTree

_TREE = msgspec.msgpack.Decoder(SyntaxTree)
_MADE = msgspec.msgpack.Decoder(Made)


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector away while objects are made that all live: it would search them over and over."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def no_search_of_what_lasts() -> Iterator[None]:
    """Keep the garbage collector from searching what is there already: millions of nodes, all of which live on."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def make(text: str, whole: bool = True) -> Made:
    """The encoded tree of a text; without ``whole`` only what is wrong with it."""
    from staticrelu.syntax import parse, problems  # brings libcst: not before something must be parsed

    with no_collection():
        if not whole:
            return Made(b"", tuple(Complaint(*problem[1:]) for problem in problems("", text)))
        parsed = parse("", text)
        tree = encode(parsed.tree) if parsed.tree is not None else b""
        return Made(tree, tuple(Complaint(*problem[1:]) for problem in parsed.problems))


def decoded(tree: bytes) -> SyntaxTree | None:
    """The tree; None for none."""
    with no_collection():
        return _TREE.decode(tree) if tree else None


class Trees:
    """The files of a scan as a project asks about them, and as workers do.

    A tree comes from the cache, else it is made, by workers if there are any. ``tool`` tells this program from any other
    version of it.
    """

    def __init__(
        self,
        contents: Contents,
        cache: Cache,
        tool: bytes,
        pool: Pool | None,
        progress: Callable[[str, int, int], None],
    ) -> None:
        self._contents = contents
        self._cache = cache
        self._tool = tool
        self._pool = pool
        self._progress = progress
        self._made: dict[str, Made] = {}
        self._checked: dict[str, Made] = {}  # without their trees, which nobody has asked for
        self._trees: dict[str, SyntaxTree | None] = {}
        self._digests: dict[str, bytes] = {}
        self.is_settled = True  # no process that made a tree has ended before it was done

    @property
    def paths(self) -> Set[str]:
        """The paths of the files that could be read."""
        return self._contents.paths

    def search(self, pattern: re.Pattern[bytes], among: Collection[str] | None = None) -> list[str]:
        """The paths of the files, or of some of them, whose bytes match."""
        return self._contents.search(pattern, among)

    def decorated_with(self, names: Collection[str]) -> list[str]:
        """The paths of the files with a decorator that is called like one of some names."""
        return self._contents.decorated_with(names)

    def load(self, path: str) -> SyntaxTree | None:
        """The tree of a file; None for one that cannot be parsed."""
        if path not in self._trees:
            self._trees[path] = decoded(self._get(path).tree)
        return self._trees[path]

    def prepare(self, paths: Collection[str]) -> None:
        """Make the trees of files side by side."""
        if self._pool is not None:
            self._make_all([path for path in paths if self._known(path, whole=True) is None], whole=True)

    def forget(self, path: str) -> None:
        """Hold a tree no longer, but in the form that it is kept in."""
        self._trees.pop(path, None)

    def digest(self, path: str) -> bytes:
        """What tells the tree of a file from any other: texts that differ in comments have the same."""
        if path not in self._digests:
            self._digests[path] = digest(self._get(path).tree)
        return self._digests[path]

    def complaints(self, path: str, whole: bool) -> tuple[Complaint, ...]:
        """What is wrong with a file; without ``whole`` nobody needs its tree."""
        return self._get(path, whole).complaints

    def problems(self, has_models: bool, shard: Shard | None) -> list[Problem]:
        """What is wrong with any of the files: those that nobody needed the tree of are looked at, too.

        Where nothing in them names a recurrent layer, nothing is lost with one that cannot be parsed: only of those that
        somebody named more is said than that they are no text. With a ``shard``, only its share is looked at.
        """
        share = [path for number, path in enumerate(sorted(self.paths)) if shard is None or shard.holds(number)]
        asked = share if has_models else self._contents.named.intersection(share)
        self._make_all([path for path in asked if self._known(path, whole=False) is None], whole=False)
        for path in self.unchecked.intersection(share):
            unfit = self._contents.unfit(path)
            if unfit is not None:
                self._checked[path] = _made_of(unfit)
        found = self._checked | self._made
        complaints = [complaint.at(path) for path, made in found.items() for complaint in made.complaints]
        return [*complaints, *(problem for path in found for problem in self._contents.broken.get(path, ()))]

    @property
    def unchecked(self) -> frozenset[str]:
        """The paths of the files of which nobody has asked what is wrong with them."""
        return frozenset(self.paths - self._made.keys() - self._checked.keys())

    # --- for workers --------------------------------------------

    def tree_for_worker(self, need: NeedTree) -> Tree | Make:
        """The encoded tree, or the text that it is to be made of."""
        made = self._known(need.path, whole=True)
        return Tree(made.tree) if made is not None else Make(self._contents.text_of(need.path))

    def found_for_worker(self, need: NeedDecorated) -> Found:
        """The files that use a decorator."""
        return Found(self.decorated_with(need.names))

    def keep(self, path: str, made: Made, whole: bool = True) -> Made:
        """Keep what was made of a file, also for later runs; not for them, that it was not made."""
        (self._made if whole else self._checked)[path] = made
        if made is LOST:
            self.is_settled = False
            return made
        kept = msgspec.structs.replace(made, text=self._contents.digest(path)) if made.complaints else made
        self._cache.put(self._key(path, whole), encode(kept))
        return made

    # --- the ways to a tree --------------------------------------------

    def _get(self, path: str, whole: bool = True) -> Made:
        known = self._known(path, whole)
        return known if known is not None else self.keep(path, make(self._contents.text_of(path), whole), whole)

    def _known(self, path: str, whole: bool) -> Made | None:
        found = self._made.get(path) or (None if whole else self._checked.get(path))
        if found is None:
            source = self._contents.decoded(path)
            if isinstance(source, Problem):
                found = _made_of(source)
            else:
                found = self._cache.get(self._key(path, whole), _MADE)
                if found is None or found.text not in (b"", self._contents.digest(path)):
                    return None
            (self._made if whole else self._checked)[path] = found
        return found

    def _make_all(self, paths: Iterable[str], whole: bool) -> None:
        largest_first = sorted(paths, key=lambda path: (-self._contents.size(path), path))
        tasks = [Make(self._contents.text_of(path), whole) for path in largest_first]
        for done, (number, made) in enumerate(self._all_made(tasks), 1):
            self.keep(largest_first[number], made, whole)
            self._progress("files", done, len(tasks))

    def _all_made(self, tasks: Sequence[Make]) -> Iterator[tuple[int, Made]]:
        """What is made, by the numbers of the tasks, as it comes."""
        if self._pool is None:
            yield from ((number, make(task.text, task.whole)) for number, task in enumerate(tasks))
            return
        for number, answer in self._pool.run(tasks, self):
            yield number, answer.made if isinstance(answer, HasMade) else LOST

    def _key(self, path: str, whole: bool) -> tuple[str, bytes]:
        return ("tree" if whole else "check"), self._tool + self._contents.program_digest(path)


def _made_of(unfit: Problem) -> Made:
    return Made(b"", (Complaint(*unfit[1:]),))


LOST = Made(b"", (Complaint(1, 1, "unreadable", "the process that parsed it ended before it was done"),))
"""What is said of a file when the process that parsed it is gone."""
