"""A scan in parts: several machines each analyse a share of the models, and ``merge`` makes the one report of them.

Every part reads all files and knows all models, and of these analyses each ``of``-th. A part of a scan carries the source
text of the places that the report shows, so that the parts are joined where the sources are not. A part of a check does
not: comments in the sources silence findings, a baseline does, and which of them are of use only all answers together tell.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import TypeVar

import msgspec

from staticrelu.facts import ModelFacts
from staticrelu.place import WHOLE_FILE, Layout, Origin, Place
from staticrelu.problem import Problem
from staticrelu.report import v1
from staticrelu.report.build import Reader, build
from staticrelu.scan.messages import Whole
from staticrelu.version import __version__


class PartError(ValueError):
    """Parts that do not make a whole; the text is the message for the user."""


class Shard(msgspec.Struct, frozen=True):
    """The share ``number`` (from 1) ``of`` so many."""

    number: int
    of: int

    def holds(self, position: int) -> bool:
        """Whether what has this position among all of its kind belongs to it."""
        return position % self.of == self.number - 1


class Part(msgspec.Struct, frozen=True, kw_only=True, tag_field="staticrelu_part", tag="1"):
    """What one share of a scan gave. ``scan`` is a digest of the files and options; ``files`` counts all files."""

    tool: str
    shard: Shard
    scan: str
    kinds: frozenset[str]
    files: int
    models: tuple[ModelFacts, ...]
    problems: tuple[Problem, ...]
    texts: tuple[tuple[Place, str], ...]
    layouts: tuple[tuple[str, Layout], ...]


class Answers(msgspec.Struct, frozen=True, kw_only=True, tag_field="staticrelu_answers", tag="1"):
    """What the models of one share answer to the rules of a check, with what went wrong."""

    tool: str
    shard: Shard
    scan: str
    whole: Whole


P = TypeVar("P", Part, Answers)


def texts_of(models: Iterable[ModelFacts], text: Callable[[Place], str]) -> tuple[tuple[Place, str], ...]:
    """The source text of the places that a report of some models shows."""
    return tuple((place, text(place)) for place in sorted({place for model in models for place in _shown(model)}))


def layouts_of(
    models: Iterable[ModelFacts], problems: Iterable[Problem], layout: Callable[[str], Layout]
) -> tuple[tuple[str, Layout], ...]:
    """How the programs that a report of some models and problems speaks of were cut out of their files."""
    paths = {problem.path for problem in problems}
    for model in models:
        paths.add(model.place.path)
        paths |= {place.path for place in _shown(model)} | {layer.place.path for layer in model.layers}
        paths |= {place.path for a in model.applications for place in (a.place, a.defined) if place is not None}
    return tuple((path, layout(path)) for path in sorted(paths) if layout(path) != WHOLE_FILE)


def write(part: Part | Answers) -> bytes:
    """One part, as JSON."""
    return msgspec.json.encode(part, order="deterministic") + b"\n"


def read(name: str, data: bytes) -> Part:
    """One part of a scan. Raises PartError; ``name`` is what the message calls it."""
    return _read(name, data, Part, "scan")


def read_answers(name: str, data: bytes) -> Answers:
    """One part of a check. Raises PartError; ``name`` is what the message calls it."""
    return _read(name, data, Answers, "check")


def _read(name: str, data: bytes, kind: type[P], command: str) -> P:
    try:
        part = msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PartError(f"{name}: this is no part that `staticrelu {command} --shard` wrote: {error}") from error
    if part.tool != __version__:
        raise PartError(f"{name}: written by version {part.tool}; this is {__version__}")
    return part


def merge(parts: Sequence[Part]) -> v1.Report:
    """The report of all parts together. Raises PartError where one is missing, or of another scan."""
    _demand_whole(parts)
    texts = {place: text for part in parts for place, text in part.texts}
    models = [model for part in parts for model in part.models]
    problems = [problem for part in parts for problem in part.problems]
    layouts = {path: layout for part in parts for path, layout in part.layouts}

    def origin(path: str, line: int) -> Origin:
        return layouts.get(path, WHOLE_FILE).origin(line)

    return build(models, problems, parts[0].files, Reader(lambda place: texts.get(place, ""), origin))


def join(parts: Sequence[Answers], scan: str, rules: Collection[str]) -> Whole:
    """The answers of all parts together, in the order of one check. Raises PartError.

    ``scan`` is the digest of the files and options that they are to be of, ``rules`` the codes of the rules that are asked.
    """
    _demand_whole(parts)
    if parts[0].scan != scan:
        raise PartError("the parts are of another check: other files, other rules or options, or another program")
    shares = [part.whole.models for part in sorted(parts, key=lambda part: part.shard.number)]
    answered = {match.rule for share in shares for _, outcome in share for match in outcome.matches}
    if foreign := sorted(answered.difference(rules)):
        raise PartError(f"the parts answer to a rule that is not asked: {foreign[0]!r}")
    turns = chain.from_iterable(zip_longest(*shares))
    problems = {problem for part in parts for problem in part.whole.problems}
    return Whole(tuple(model for model in turns if model is not None), tuple(sorted(problems)))


def _demand_whole(parts: Sequence[Part] | Sequence[Answers]) -> None:
    first = parts[0]
    if any((part.scan, part.shard.of) != (first.scan, first.shard.of) for part in parts):
        raise PartError("the parts are of different scans: other files, other options, or another number of parts")
    numbers = [part.shard.number for part in parts]
    missing = sorted(set(range(1, first.shard.of + 1)) - set(numbers))
    if missing or len(numbers) != first.shard.of:
        twice = sorted({number for number in numbers if numbers.count(number) > 1})
        said = [
            f"{what}: {', '.join(f'{number}/{first.shard.of}' for number in found)}"
            for what, found in (("missing", missing), ("given twice", twice))
            if found
        ]
        raise PartError(f"the parts are not each share of the scan once: {'; '.join(said)}")


def _shown(model: ModelFacts) -> Iterator[Place]:
    """The places whose text a report shows."""
    for relation in model.relations:
        yield from relation.steps
    for layer in model.layers:
        yield from layer.goes_to
