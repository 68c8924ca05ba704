"""The trees of a scan: made once, kept encoded, decoded by whoever walks them."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager

import msgspec

from staticrelu.cache import Cache
from staticrelu.problem import Problem
from staticrelu.scan.contents import Contents
from staticrelu.scan.messages import (
    Complaint,
    Found,
    HasMade,
    Made,
    Make,
    NeedDecorated,
    NeedTree,
    Tree,
    Want,
    encode,
)
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
def one_collection() -> Iterator[None]:
    """Let the garbage collector search once, at the end, and only what was made meanwhile.

    Nearly all that the analysis of a model makes lives as long as that does: searching it as often as usual took a quarter
    of the time of large models.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.collect()
        gc.unfreeze()


def make(text: str, want: Want = "tree") -> Made:
    """What is wanted of a text; what is wrong with it always."""
    from staticrelu.syntax import parse, problems, skim  # brings libcst, where that must parse

    with no_collection():
        if want == "check":
            return Made(b"", tuple(Complaint(*problem[1:]) for problem in problems("", text)))
        skimmed = skim(text) if want == "skim" else None
        if skimmed is not None:
            return Made(encode(skimmed))
        parsed = parse("", text)
        tree = encode(parsed.tree) if parsed.tree is not None else b""
        return Made(tree, tuple(Complaint(*problem[1:]) for problem in parsed.problems))


def decoded(tree: bytes) -> SyntaxTree | None:
    """The tree; None for none."""
    with no_collection():
        return _TREE.decode(tree) if tree else None


class Reading:
    """The files of a scan as a project asks about them: with trees that are decoded, and held until they are forgotten."""

    def __init__(self, trees: Trees) -> None:
        self._trees = trees
        self._held: dict[str, SyntaxTree | None] = {}

    @property
    def paths(self) -> Set[str]:
        """The paths of the files that could be read."""
        return self._trees.paths

    def search(self, pattern: re.Pattern[bytes], among: Collection[str] | None = None) -> list[str]:
        """The paths of the files, or of some of them, whose bytes match."""
        return self._trees.contents.search(pattern, among)

    def decorated_with(self, names: Collection[str]) -> list[str]:
        """The paths of the files with a decorator that is called like one of some names."""
        return self._trees.contents.decorated_with(names)

    def load(self, path: str) -> SyntaxTree | None:
        """The tree of a file; None for one that cannot be parsed."""
        if path not in self._held:
            self._held[path] = decoded(self._trees.tree_of(path).tree)
        return self._held[path]

    def hold_models(self, paths: Collection[str]) -> None:
        """Have libcst read the files that name a recurrent class."""
        self._trees.models = frozenset(paths)

    def prepare(self, paths: Collection[str]) -> None:
        """Make the trees of files side by side."""
        self._trees.prepare(paths)

    def forget(self, path: str) -> None:
        """Hold a tree no longer, but in the form that it is kept in."""
        self._held.pop(path, None)


class Trees:
    """The trees of a scan in the form that they are kept in, and what is wrong with its files.

    A tree comes from the cache, else it is made, by workers if there are any. ``tool`` tells this program from any other
    version of it. libcst reads the files that hold ``models``; CPython's parser is quick with those in which who uses them
    is looked for, or some definition that they need.
    """

    def __init__(
        self,
        contents: Contents,
        cache: Cache,
        tool: bytes,
        pool: Pool | None,
        progress: Callable[[str, int, int], None],
    ) -> None:
        self.contents = contents
        self._cache = cache
        self._tool = tool
        self._pool = pool
        self._progress = progress
        self._made: dict[Want, dict[str, Made]] = {"tree": {}, "skim": {}, "check": {}}
        self.models: frozenset[str] = frozenset()
        self.is_settled = True  # no process that made a tree has ended before it was done

    @property
    def paths(self) -> Set[str]:
        """The paths of the files that could be read."""
        return self.contents.paths

    def tree_of(self, path: str) -> Made:
        """The tree of a file."""
        return self.get(path, self._wanted(path))

    def get(self, path: str, want: Want) -> Made:
        """What is wanted of a file."""
        known = self._known(path, want)
        return known if known is not None else self.keep(path, make(self.contents.text_of(path), want), want)

    def prepare(self, paths: Iterable[str]) -> None:
        """Make the trees of files that are looked through, side by side."""
        if self._pool is not None:
            for want in ("tree", "skim"):
                self._make_all([path for path in paths if self._wanted(path) == want], want)

    def problems(self, has_models: bool, shard: Shard | None) -> list[Problem]:
        """What is wrong with any of the files: those that nobody needed the tree of are looked at, too.

        Where nothing in them names a recurrent layer, nothing is lost with one that cannot be parsed: only of those that
        somebody named more is said than that they are no text. With a ``shard``, only its share is looked at.
        """
        share = [path for number, path in enumerate(sorted(self.paths)) if shard is None or shard.holds(number)]
        self._make_all(share if has_models else self.contents.named.intersection(share), "check")
        for path in self.unchecked.intersection(share):
            unfit = self.contents.unfit(path)
            if unfit is not None:
                self._made["check"][path] = _made_of(unfit)
        found = {path: made for want in ("check", "skim", "tree") for path, made in self._made[want].items()}
        complaints = [complaint.at(path) for path, made in found.items() for complaint in made.complaints]
        return [*complaints, *(problem for path in found for problem in self.contents.broken.get(path, ()))]

    @property
    def unchecked(self) -> frozenset[str]:
        """The paths of the files of which nobody has asked what is wrong with them."""
        return frozenset(self.paths).difference(*self._made.values())

    # --- for workers --------------------------------------------

    def tree_for_worker(self, need: NeedTree) -> Tree | Make:
        """The encoded tree, or the text that it is to be made of."""
        want = self._wanted(need.path)
        made = self._known(need.path, want)
        return Tree(made.tree) if made is not None else Make(self.contents.text_of(need.path), want)

    def found_for_worker(self, need: NeedDecorated) -> Found:
        """The files that use a decorator."""
        return Found(self.contents.decorated_with(need.names))

    def keep_tree(self, path: str, made: Made) -> None:
        """Keep the tree that a worker made of a file, when it needed that."""
        self.keep(path, made, self._wanted(path))

    def keep(self, path: str, made: Made, want: Want) -> Made:
        """Keep what was made of a file, also for later runs; not for them, that it was not made."""
        self._made[want][path] = made
        if made is LOST:
            self.is_settled = False
            return made
        kept = msgspec.structs.replace(made, text=self.contents.digest(path)) if made.complaints else made
        self._cache.put(self._key(path, want), encode(kept))
        return made

    # --- the ways to a tree --------------------------------------------

    def _known(self, path: str, want: Want) -> Made | None:
        """What is wanted of a file, or more, as far as it was made before."""
        for serves in _SERVING[want]:
            if path in self._made[serves]:
                return self._made[serves][path]
        source = self.contents.decoded(path)
        for serves in _SERVING[want]:
            found = _made_of(source) if isinstance(source, Problem) else self._cache.get(self._key(path, serves), _MADE)
            if found is not None and found.text in (b"", self.contents.digest(path)):
                self._made[serves][path] = found
                return found
        return None

    def _make_all(self, paths: Iterable[str], want: Want) -> None:
        missing = [path for path in paths if self._known(path, want) is None]
        largest_first = sorted(missing, key=lambda path: (-self.contents.size(path), path))
        tasks = [Make(self.contents.text_of(path), want) for path in largest_first]
        for done, (number, made) in enumerate(self._all_made(tasks), 1):
            self.keep(largest_first[number], made, want)
            self._progress("files", done, len(tasks))

    def _all_made(self, tasks: Sequence[Make]) -> Iterator[tuple[int, Made]]:
        """What is made, by the numbers of the tasks, as it comes."""
        if self._pool is None:
            yield from ((number, make(task.text, task.want)) for number, task in enumerate(tasks))
            return
        for number, answer in self._pool.run(tasks, self):
            yield number, answer.made if isinstance(answer, HasMade) else LOST

    def _wanted(self, path: str) -> Want:
        return "tree" if path in self.models else "skim"

    def _key(self, path: str, want: Want) -> tuple[str, bytes]:
        return want, self._tool + self.contents.program_digest(path)


_SERVING: dict[Want, tuple[Want, ...]] = {
    "tree": ("tree",),
    "skim": ("skim", "tree"),
    "check": ("check", "skim", "tree"),
}
"""What serves as well as what is wanted."""


def _made_of(unfit: Problem) -> Made:
    return Made(b"", (Complaint(*unfit[1:]),))


LOST = Made(b"", (Complaint(1, 1, "unreadable", "the process that parsed it ended before it was done"),))
"""What is said of a file when the process that parsed it is gone."""
