"""From files to the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from staticrelu import catalog
from staticrelu.facts import ModelFacts
from staticrelu.place import Origin, Place
from staticrelu.problem import Problem
from staticrelu.report import v1
from staticrelu.report.build import Reader, build, errors
from staticrelu.scan import parts
from staticrelu.scan.contents import Contents, digest
from staticrelu.scan.deep import with_deep_stack
from staticrelu.scan.memory import Memory
from staticrelu.scan.messages import Whole, encode
from staticrelu.scan.options import Options, Progress
from staticrelu.scan.parts import Shard
from staticrelu.scan.tool import data, program
from staticrelu.sources import Content, SourceFile
from staticrelu.version import __version__

if TYPE_CHECKING:
    from staticrelu.checks.gather import Answer


class Checked(NamedTuple):
    """What a check found: what went wrong, what each model answered to the rules, the text of lines, places and files.

    All but the errors counts the lines of programs; ``origin`` tells where these stand for a reader.
    """

    errors: tuple[v1.Error, ...]
    answers: Sequence[Answer]
    line: Callable[[str, int], str]
    text: Callable[[Place], str]
    source: Callable[[str], str]
    origin: Callable[[str, int], Origin]


NO_OPTIONS = Options()
_REPORT = msgspec.msgpack.Decoder(v1.Report)


def scan_sources(
    files: Sequence[SourceFile | Content],
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
    options: Options = NO_OPTIONS,
) -> v1.Report:
    """Scan files and give the report. ``progress`` is told how far it is.

    What cannot be read, parsed or analysed within its budget is an entry in ``errors``, and the rest goes on.
    """
    return Journey(files, problems, options, progress).report()


def check_sources(
    files: Sequence[SourceFile | Content],
    problems: Sequence[Problem],
    progress: Progress | None,
    options: Options,
    joined: Sequence[parts.Answers] = (),
) -> Checked:
    """Scan files and ask the rules of every model, or take the answers that the parts of such a check have ``joined``."""
    journey = Journey(files, problems, options, progress)
    asked = [rule.code for rule in options.rules]
    whole = parts.join(joined, journey.memory.scan.hex(), asked) if joined else journey.run()
    contents = journey.contents
    wrong = errors(journey.problems(whole), journey.reader)
    return Checked(wrong, _answers(whole, options), contents.line, contents.text, contents.text_of, contents.origin)


def check_part(
    files: Sequence[SourceFile | Content], progress: Progress | None, options: Options, shard: Shard
) -> bytes:
    """Ask the rules of one share of the models and give their answers, as JSON, for ``check_sources`` to join."""
    journey = Journey(files, (), options._replace(shard=shard), progress)
    whole = journey.run().bare()
    answers = parts.Answers(tool=__version__, shard=shard, scan=journey.memory.scan.hex(), whole=whole)
    return parts.write(answers)


def scan_part(
    files: Sequence[SourceFile | Content],
    problems: Sequence[Problem],
    progress: Progress | None,
    options: Options,
    shard: Shard,
) -> bytes:
    """Analyse one share of the models and give the part of the report, as JSON, for ``merge``."""
    journey = Journey(files, problems, options._replace(shard=shard), progress)
    whole = journey.run()
    models, wrong = _facts(whole), sorted(set(journey.problems(whole)))
    part = parts.Part(
        tool=__version__,
        shard=shard,
        scan=journey.memory.scan.hex(),
        kinds=options.kinds,
        files=len(files),
        models=tuple(models),
        problems=tuple(wrong),
        texts=parts.texts_of(models, journey.contents.text),
        layouts=parts.layouts_of(models, wrong, journey.contents.layout),
    )
    return parts.write(part)


def _facts(whole: Whole) -> list[ModelFacts]:
    return [outcome.facts for _, outcome in whole.models if outcome.facts is not None]


def _answers(whole: Whole, options: Options) -> list[Answer]:
    if not options.rules:
        return []
    from staticrelu.checks.gather import Answer
    from staticrelu.scan.answers import matches_of

    answered = [(name, outcome) for name, outcome in whole.models if outcome.facts is not None]
    return [Answer(name, outcome.parts, matches_of(outcome, options.rules)) for name, outcome in answered]


class Journey:
    """One scan: what was read, and what was found out about it."""

    def __init__(
        self,
        files: Sequence[SourceFile | Content],
        problems: Sequence[Problem],
        options: Options,
        progress: Progress | None,
    ) -> None:
        self.contents = Contents(files)
        self._files = len(files)
        self._problems = problems
        self._options = options
        self._progress = progress or (lambda what, done, total: None)
        wanted = encode((sorted(options.kinds), options.rules))
        tool = digest(program(), data([catalog.rules_folder("catalog"), *options.catalogs]), wanted)
        self.memory = Memory(self.contents, options.cache, tool, options.shard)

    def run(self) -> Whole:
        """Find the models and analyse them, unless an earlier run has done so."""
        whole = self.memory.whole()
        if whole is None:
            from staticrelu.scan.survey import Survey  # brings what a run in which nothing changed does not need

            survey = Survey(self.contents, self._options, program(), self.memory, self._progress)
            try:
                whole = with_deep_stack(survey.run)
            finally:
                survey.close()
        return whole

    def report(self) -> v1.Report:
        """The report, as an earlier run wrote it if nothing at all has changed."""
        unread = sorted({*self._problems, *self.contents.problems})
        key = ("report", digest(self.memory.key, encode((self._files, unread))))
        report = self._options.cache.get(key, _REPORT)
        if report is None:
            whole = self.run()
            report = build(_facts(whole), self.problems(whole), self._files, self.reader)
            if self.memory.holds_all:
                self._options.cache.put(key, encode(report))
        return report

    @property
    def reader(self) -> Reader:
        """What a reader is told of places in what was read."""
        return Reader(self.contents.text, self.contents.origin)

    def problems(self, whole: Whole) -> list[Problem]:
        """All that went wrong."""
        return [*self._problems, *self.contents.problems, *whole.problems]
