"""From files to the report: what must be parsed, which definitions are models, their facts, and all of it together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files as own_files
from pathlib import Path
from typing import NamedTuple

from staticrelu import catalog
from staticrelu.cache import Cache
from staticrelu.catalog import Catalog
from staticrelu.checks.gather import Answer
from staticrelu.checks.rule import Rule
from staticrelu.facts import RELU_ONLY
from staticrelu.place import Place, Span
from staticrelu.problem import Problem
from staticrelu.project import Project
from staticrelu.project.relevance import Definition, Relevance
from staticrelu.report import v1
from staticrelu.report.build import build
from staticrelu.scan.answers import matches_of
from staticrelu.scan.contents import Contents, digest
from staticrelu.scan.deep import with_deep_stack
from staticrelu.scan.memory import Memory, Whole
from staticrelu.scan.messages import Analyse, HasAnalysed, Model, ModelKind, Outcome, Setting, encode
from staticrelu.scan.pool import Pool
from staticrelu.scan.trees import Trees
from staticrelu.sources import Content, SourceFile
from staticrelu.tree import ClassDef

Progress = Callable[[str, int, int], None]
"""Is told how far a scan is: what is being done (``files`` parsed, ``models`` analysed), how many are done, and of how many."""


class Options(NamedTuple):
    """What a scan looks for: kinds of activation, rules, the user's own catalogs; and how: processes, the cache."""

    kinds: frozenset[str] = RELU_ONLY
    rules: Sequence[Rule] = ()
    catalogs: Sequence[Path] = ()
    jobs: int = 1
    cache: Cache = Cache()


class Checked(NamedTuple):
    """What a check found: the report, what each model answered to the rules, and the text of lines, places and files."""

    report: v1.Report
    answers: Sequence[Answer]
    line: Callable[[str, int], str]
    text: Callable[[Place], str]
    source: Callable[[str], str]


NO_OPTIONS = Options()


def scan_sources(
    files: Sequence[SourceFile | Content],
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
    options: Options = NO_OPTIONS,
) -> v1.Report:
    """Scan files and give the report. ``progress`` is told how far it is.

    What cannot be read, parsed or analysed within its budget is an entry in ``errors``, and the rest goes on.
    """
    return check_sources(files, problems, progress, options).report


def check_sources(
    files: Sequence[SourceFile | Content], problems: Sequence[Problem], progress: Progress | None, options: Options
) -> Checked:
    """Scan files and ask the rules of every model."""
    journey = Journey(files, options, progress)
    try:
        whole = with_deep_stack(journey.run)
    finally:
        journey.close()
    contents, outcomes = journey.contents, [outcome for _, outcome in whole.models]
    facts = [outcome.facts for outcome in outcomes if outcome.facts is not None]
    found = [*problems, *contents.problems, *whole.problems]
    answers = [
        Answer(name, outcome.parts, matches_of(outcome, options.rules))
        for name, outcome in whole.models
        if outcome.facts is not None
    ]
    report = build(facts, found, len(files), contents.text)
    return Checked(report, answers, contents.line, contents.text, contents.text_of)


class Journey:
    """One scan: what was read, and what was found out about it."""

    def __init__(
        self, files: Sequence[SourceFile | Content], options: Options, progress: Progress | None = None
    ) -> None:
        self.contents = Contents(files)
        self._options = options
        self._progress = progress or (lambda what, done, total: None)
        self._tool = _tool()
        self._pool = Pool(options.jobs) if options.jobs > 1 else None
        self._trees = Trees(self.contents, options.cache, self._tool, self._pool, self._progress)

    def close(self) -> None:
        """End the workers, if there are any."""
        if self._pool is not None:
            self._pool.close()

    def run(self) -> Whole:
        """Find the models and analyse them, unless an earlier run has done so."""
        options = self._options
        wanted = encode((sorted(options.kinds), options.rules))
        memory = Memory(self.contents, options.cache, digest(self._tool, _catalogs(options.catalogs), wanted))
        whole = memory.whole()
        if whole is None:
            outcomes = self._models(memory)
            problems = [problem for _, outcome in outcomes for problem in outcome.problems]
            problems += self._trees.problems()
            whole = Whole(tuple(outcomes), tuple(sorted(set(problems))))
            memory.keep_whole(whole)
        return whole

    # --- models --------------------------------------------

    def _models(self, memory: Memory) -> list[tuple[str, Outcome]]:
        """The models with what their analysis gave, in order."""
        known = catalog.load(self._options.catalogs)
        names, homes = known.recurrent_names(), known.recurrent_homes()
        project = Project(self._trees)
        relevance = Relevance(project, names, homes, known.active_words())
        models = [_model(relevance.definitions[key], relevance) for key in sorted(relevance.definitions)]
        called = frozenset(relevance.outside)
        outcomes = [memory.outcome(model, project, called) for model in models]
        new = [number for number, outcome in enumerate(outcomes) if outcome is None]
        done = len(models) - len(new)
        self._progress("models", done, len(models))
        for number, outcome in self._analysed({number: models[number] for number in new}, known, self._setting(called)):
            outcomes[number] = outcome
            memory.keep(models[number], outcome)
            done += 1
            self._progress("models", done, len(models))
        return [(model.full_name, o) for model, o in zip(models, outcomes, strict=True) if o is not None]

    def _setting(self, called: frozenset[str]) -> Setting:
        options = self._options
        catalogs = tuple(str(path) for path in options.catalogs)
        return Setting(tuple(self.contents.paths), options.kinds, encode(options.rules), catalogs, called)

    def _analysed(self, models: Mapping[int, Model], known: Catalog, setting: Setting) -> Iterator[tuple[int, Outcome]]:
        """The outcomes of numbered models, as they come."""
        if self._pool is None:
            from staticrelu.scan.analysis import Analysis  # brings the interpreter, which a warm run does not need

            analysis = Analysis(self._trees, known, setting)
            yield from ((number, analysis.of(model)) for number, model in models.items())
            return
        self._pool.setting = setting
        largest_first = sorted(models, key=lambda number: -self.contents.size(models[number].path))
        for index, answer in self._pool.run([Analyse(models[number]) for number in largest_first], self._trees):
            number = largest_first[index]
            lost = Outcome(problems=(models[number].problem("unreadable", LOST),), is_settled=False)
            yield number, answer.outcome if isinstance(answer, HasAnalysed) else lost


LOST = "the process that analysed it ended before it was done, perhaps for want of memory"


def _model(definition: Definition, relevance: Relevance) -> Model:
    module, name, statement = definition
    full_name = f"{module.name}.{name}" if name else module.name
    kind: ModelKind = "class" if isinstance(statement, ClassDef) else "function" if name else "module"
    span = statement.span if statement is not None else Span(1, 1, 1, 1)
    return Model(module.path, name, full_name, kind, span, tuple(relevance.sites.get(name, ())))


@cache
def _tool() -> bytes:
    """What tells this program from any other version of it, in development, too, and the running Python from others."""
    folder = Path(str(own_files("staticrelu")))
    sources = (path.read_bytes() for path in sorted(folder.rglob("*.py")))
    return digest(f"{sys.version_info[:2]}".encode(), *sources)


def _catalogs(extra: Sequence[Path]) -> bytes:
    """A digest of all catalogs."""
    folders = (catalog.rules_folder("catalog"), *extra)
    files = (path for f in folders for path in (sorted(f.glob("*.yaml")) if f.is_dir() else [f]))
    return digest(*(path.read_bytes() for path in files))
