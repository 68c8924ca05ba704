"""What the processes of a scan say to each other, as plain values in a safe encoding.

The parent sends a worker one task at a time and gets one answer. While it works, the worker may ask for a tree or
which files use a decorator; the parent answers at once, or hands over the text of a file that has no tree yet.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

import msgspec

from staticrelu.facts import ModelFacts, Standing
from staticrelu.place import Place, Span
from staticrelu.problem import Problem, ProblemKind
from staticrelu.reads import Rests
from staticrelu.tree import Call


class Complaint(NamedTuple):
    """A problem with a text, whatever the file is called."""

    line: int
    column: int
    kind: ProblemKind
    message: str

    def at(self, path: str) -> Problem:
        """The problem of the file of that path."""
        return Problem(path, *self)


class Made(msgspec.Struct, frozen=True, array_like=True):
    """What was made of a text: its encoded tree (empty for none), and what is wrong with it.

    Trees are the same for texts that differ in comments, complaints are not: ``text`` is the digest of the one that they
    are about.
    """

    tree: bytes
    complaints: tuple[Complaint, ...] = ()
    text: bytes = b""


# --- models --------------------------------------------

ModelKind: TypeAlias = Literal["class", "function", "module"]


class Model(msgspec.Struct, frozen=True, array_like=True):
    """A definition that may be a model, with the places in the scanned code that construct it, as a reader is told them."""

    path: str
    name: str
    full_name: str
    kind: ModelKind
    span: Span
    sites: tuple[tuple[str, Call], ...]

    @property
    def place(self) -> Place:
        """Where it is defined."""
        return Place(self.path, self.span)

    def problem(self, kind: ProblemKind, message: str) -> Problem:
        """What is said of a model that was not, or not wholly, analysed."""
        return Problem(self.path, self.span.line, self.span.column, kind, f"{self.full_name}: {message}")


class PlainSubject(NamedTuple):
    """A subject of a rule without the nodes of its graph."""

    kind: str
    place: Place
    text: str
    defined: Place | None


class PlainMatch(NamedTuple):
    """That a rule, named by its code, holds of a subject."""

    rule: str
    subject: PlainSubject
    others: tuple[tuple[str, PlainSubject], ...]
    standing: Standing
    steps: tuple[Place, ...]
    refuted: bool


class Outcome(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """What the analysis of one model gave, and what it rests on."""

    facts: ModelFacts | None = None
    parts: int = 0
    matches: tuple[PlainMatch, ...] = ()
    problems: tuple[Problem, ...] = ()
    rests: Rests = Rests()
    """What was looked at in the project."""
    called: dict[str, bool] = {}
    """For each name of a method that was asked for, whether scanned code calls it on objects."""
    is_settled: bool = True
    """Whether the analysis came to its end; want of memory, or whoever kills a process, may have prevented it."""


class Whole(msgspec.Struct, frozen=True, array_like=True):
    """All that the analysis of some files gave."""

    models: tuple[tuple[str, Outcome], ...]
    problems: tuple[Problem, ...]

    def bare(self) -> Whole:
        """The same without what the analyses rest on."""
        models = ((name, msgspec.structs.replace(outcome, rests=Rests(), called={})) for name, outcome in self.models)
        return Whole(tuple(models), self.problems)


# --- from the parent --------------------------------------------


class Setting(msgspec.Struct, frozen=True, tag=True):
    """What all analyses have in common; ``rules`` are encoded, ``catalogs`` the paths of the user's own ones."""

    paths: tuple[str, ...]
    kinds: frozenset[str]
    rules: bytes
    catalogs: tuple[str, ...]
    called: frozenset[str]


Want: TypeAlias = Literal["tree", "skim", "check"]
"""What is wanted of a text: its tree as libcst reads it, the same for whoever only looks for names, or what is wrong with it."""


class Make(msgspec.Struct, frozen=True, tag=True):
    """Make of this text what is wanted."""

    text: str
    want: Want = "tree"


class Analyse(msgspec.Struct, frozen=True, tag=True):
    """Analyse this model."""

    model: Model


class Tree(msgspec.Struct, frozen=True, tag=True):
    """An encoded tree that was asked for."""

    tree: bytes


class Found(msgspec.Struct, frozen=True, tag=True):
    """The paths of the files that were asked for."""

    paths: list[str]


# --- from a worker --------------------------------------------


class NeedTree(msgspec.Struct, frozen=True, tag=True):
    """A tree is needed: answered by ``Tree`` or, where there is none yet, by ``Make``."""

    path: str


class NeedDecorated(msgspec.Struct, frozen=True, tag=True):
    """The files with a decorator that is called like one of some names are needed: answered by ``Found``."""

    names: tuple[str, ...]


class HasMade(msgspec.Struct, frozen=True, tag=True):
    """What became of a ``Make``."""

    made: Made


class HasAnalysed(msgspec.Struct, frozen=True, tag=True):
    """What became of an ``Analyse``."""

    outcome: Outcome


ToWorker: TypeAlias = Setting | Make | Analyse | Tree | Found
FromWorker: TypeAlias = NeedTree | NeedDecorated | HasMade | HasAnalysed

encode = msgspec.msgpack.Encoder(order="deterministic").encode
