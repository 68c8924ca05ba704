"""A scan for those who look at models: with each comes what there is to see, which no cache keeps and no process sends."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

from staticrelu import catalog
from staticrelu.catalog import Catalog
from staticrelu.facts import derive
from staticrelu.problem import Problem
from staticrelu.project import Project
from staticrelu.project.mentions import Definition
from staticrelu.project.relevance import Relevance
from staticrelu.project.sight import SearchedFiles
from staticrelu.report import v1
from staticrelu.report.build import Reader, build
from staticrelu.scan.bare import called_from_outside
from staticrelu.scan.contents import Contents
from staticrelu.scan.deep import with_deep_stack
from staticrelu.scan.messages import Model
from staticrelu.scan.options import Options, Progress
from staticrelu.scan.pool import Pool
from staticrelu.scan.survey import model_of
from staticrelu.scan.tool import program
from staticrelu.scan.tracer import Tracer, failed
from staticrelu.scan.trees import Reading, Trees
from staticrelu.sources import Content, SourceFile
from staticrelu.tree import ClassDef, FunctionDef, Tree
from staticrelu.view.look import Look
from staticrelu.view.outline import outline
from staticrelu.view.told import Told


class Only(NamedTuple):
    """The models of one file, or the one of that name, whether it holds a recurrent layer or not."""

    path: str
    name: str = ""


class Looked(NamedTuple):
    """What there is to look at: the report, what was made of each model, and what was read.

    ``bound`` are the names that the top level of the file that was asked for binds.
    """

    report: v1.Report
    looks: Sequence[Any]
    told: Told
    bound: frozenset[str]


def look_at(
    files: Sequence[SourceFile | Content],
    problems: Sequence[Problem],
    progress: Progress,
    options: Options,
    look: Callable[[Look], object],
    only: Only | None = None,
) -> Looked:
    """Scan files and hand each model to ``look``; what that makes of it is kept, the model itself is not."""
    contents = Contents(files)
    pool = Pool(options.jobs) if options.jobs > 1 else None
    trees = Trees(contents, options.cache, program(), pool, progress)
    viewing = _Viewing(contents, trees, options, progress, only)
    try:
        with_deep_stack(lambda: viewing.run(look))
        wrong = trees.problems(viewing.has_models, None) if only is None else []
        found = [*problems, *contents.problems, *viewing.problems, *wrong]
    finally:
        if pool is not None:
            pool.close()
    report = build(viewing.facts, found, len(files), Reader(contents.text, contents.origin))
    told = Told(contents.line, contents.text, contents.origin, Reading(trees).load)
    return Looked(report, viewing.looks, told, viewing.bound)


class _Near:
    """The files of a scan, of which only those near one file are searched; imports lead to every other all the same.

    Near is what lies in the same outermost package, or else in the same folder.
    """

    def __init__(self, files: Reading, path: str) -> None:
        self._files = files
        *folders, _ = path.split("/")
        while len(folders) > 1 and "/".join((*folders[:-1], "__init__.py")) in files.paths:
            folders.pop()
        self._folders = folders

    @property
    def paths(self) -> Collection[str]:
        return self._files.paths

    def load(self, path: str) -> Tree | None:
        return self._files.load(path)

    def search(self, pattern: re.Pattern[bytes], among: Collection[str] | None = None) -> list[str]:
        return self._near(self._files.search(pattern, among))

    def decorated_with(self, names: Collection[str]) -> list[str]:
        return self._near(self._files.decorated_with(names))

    def hold_models(self, paths: Collection[str]) -> None:
        self._files.hold_models(paths)

    def prepare(self, paths: Collection[str]) -> None:
        self._files.prepare(paths)

    def forget(self, path: str) -> None:
        self._files.forget(path)

    def _near(self, paths: Iterable[str]) -> list[str]:
        return [path for path in paths if path.split("/")[:-1][: len(self._folders)] == self._folders]


class _Viewing:
    """One such scan."""

    def __init__(
        self, contents: Contents, trees: Trees, options: Options, progress: Progress, only: Only | None
    ) -> None:
        self._contents = contents
        self._trees = trees
        self._options = options
        self._progress = progress
        self._only = only
        self._catalog: Catalog = catalog.load(options.catalogs)
        self._searched = self._files()
        self._project = Project(self._searched, self._catalog.holds)
        self._tracer = Tracer(self._files(), self._catalog, options.kinds)
        self.facts: list[Any] = []
        self.looks: list[object] = []
        self.problems: list[Problem] = []
        self.has_models = False
        self.bound: frozenset[str] = frozenset()

    def run(self, look: Callable[[Look], object]) -> None:
        """Find the models and look at them, one by one."""
        known = self._catalog
        names, homes = known.recurrent_names(), known.recurrent_homes()
        relevance = Relevance(self._project, self._searched, names, homes, known.active_words())
        self.has_models = bool(relevance.definitions)
        definitions = self._chosen(relevance)
        called = called_from_outside(relevance, self._contents)
        for done, definition in enumerate(definitions, 1):
            model = model_of(definition, relevance, self._contents.told)
            try:
                self._look_at(model, called, look)
            except Exception as error:  # noqa: BLE001 - whatever it is, the other models go on
                self.problems.append(failed(model, error))
            self._progress("models", done, len(definitions))

    def _files(self) -> SearchedFiles:
        """The files, as a project of its own asks about them."""
        reading = Reading(self._trees)
        return reading if self._only is None else _Near(reading, self._only.path)

    def _chosen(self, relevance: Relevance) -> list[Definition]:
        """The definitions to analyse: all that can touch a recurrent layer, or those that are asked for."""
        only, known = self._only, relevance.definitions
        if only is None:
            return [known[key] for key in sorted(known)]
        module = self._project.modules.get(only.path)
        self.bound = frozenset(module.bindings if module is not None else ())
        if module is not None and only.name and (only.path, only.name) not in known:
            bound = module.bindings.get(only.name, ())
            return [Definition(module, only.name, s) for s in bound[-1:] if isinstance(s, ClassDef | FunctionDef)]
        return [known[key] for key in sorted(known) if key[0] == only.path and only.name in ("", key[1])]

    def _look_at(self, model: Model, called: frozenset[str], look: Callable[[Look], object]) -> None:
        machine, traced, problems = self._tracer.trace(model, called, enters_all=self._only is not None)
        if traced is None:
            return
        self.problems += problems
        facts = None
        if traced.graph.layers:
            facts = derive(traced.graph, model.full_name, model.kind, model.place, traced.parts, self._options.kinds)
            self.facts.append(facts)
        seen = Look(model.full_name, model.kind, model.place, traced.graph, outline(machine), facts, traced.spent)
        self.looks.append(look(seen))
