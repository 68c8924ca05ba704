"""The whole journey for many files: sources, trees, names, graphs, facts, report."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from staticrelu import catalog, limits
from staticrelu.catalog import Catalog
from staticrelu.checks.gather import Answer
from staticrelu.checks.query import examine
from staticrelu.checks.rule import Rule
from staticrelu.facts import RELU_ONLY, ModelFacts, derive
from staticrelu.place import WHOLE_FILE, Origin, Place, Span
from staticrelu.problem import Problem
from staticrelu.project import Module, Naming, Project
from staticrelu.project.relevance import Definition, Relevance
from staticrelu.report import v1
from staticrelu.report.build import Reader, build
from staticrelu.sources import Content, Source, SourceFile, decode, fetch
from staticrelu.trace import Machine, Site, Traced, trace_class, trace_function, trace_module
from staticrelu.tree import ClassDef, FunctionDef, Tree
from staticrelu.view.look import Look
from staticrelu.view.outline import outline
from staticrelu.view.told import Told

Progress = Callable[[int, int], None]
T = TypeVar("T")


class Only(NamedTuple):
    """The models of one file, or the one of that name, whether it holds a recurrent layer or not."""

    path: str
    name: str = ""


class Options(NamedTuple):
    """What a scan looks for: kinds of activation, rules; and the user's own catalogs."""

    kinds: frozenset[str] = RELU_ONLY
    rules: Sequence[Rule] = ()
    catalogs: Sequence[Path] = ()
    look: Callable[[Look], object] | None = None
    """What is made of each model for looking at it; the results are ``Scan.looks``."""
    only: Only | None = None


class Checked(NamedTuple):
    """What a check found: the report, what each model answered to the rules, the text of lines, places and files.

    All but the report counts the lines of programs; ``origin`` tells where these stand for a reader.
    """

    report: v1.Report
    answers: Sequence[Answer]
    line: Callable[[str, int], str]
    text: Callable[[Place], str]
    source: Callable[[str], str]
    origin: Callable[[str, int], Origin]


class Looked(NamedTuple):
    """What there is to look at: the report, what was made of each model, and what was read."""

    report: v1.Report
    looks: Sequence[Any]
    told: Told
    source: Callable[[str], str]


NO_OPTIONS = Options()


def scan_sources(
    files: Sequence[SourceFile | Content],
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
    options: Options = NO_OPTIONS,
) -> v1.Report:
    """Scan files and give the report. ``progress(done, total)`` is told about the models, as they are analysed.

    What cannot be read, parsed or analysed within its budget is an entry in ``errors``, and the rest goes on.
    """
    return check_sources(files, problems, progress, options).report


def check_sources(
    files: Sequence[SourceFile | Content], problems: Sequence[Problem], progress: Progress | None, options: Options
) -> Checked:
    """Scan files and ask the rules of every model."""
    scan = Scan(files, problems, options)
    report = with_deep_stack(lambda: scan.run(progress))
    return Checked(report, scan.answers, scan.line, scan.text, scan.source_text, scan.origin)


def look_at(
    files: Sequence[SourceFile | Content], problems: Sequence[Problem], progress: Progress | None, options: Options
) -> Looked:
    """Scan files and make of each model what ``options.look`` makes of it."""
    scan = Scan(files, problems, options)
    report = with_deep_stack(lambda: scan.run(progress))
    return Looked(report, scan.looks, Told(scan.line, scan.text, scan.origin, scan.tree), scan.source_text)


def with_deep_stack(action: Callable[[], T]) -> T:
    """Run in a thread with a stack that fits the recursion limit: foreign code nests deeper than Python's default."""
    result: list[T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            result.append(action())
        except BaseException as error:  # noqa: BLE001 - handed on to the waiting thread
            failure.append(error)

    before, size = sys.getrecursionlimit(), threading.stack_size(limits.STACK_BYTES)
    sys.setrecursionlimit(max(before, limits.RECURSION_LIMIT))
    try:
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(0.1)  # a timeout, so that an interrupt is noticed
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(before)
    if failure:
        raise failure[0]
    return result[0]


class Scan:
    """One scan: what was read, the trees made so far, and the problems met."""

    def __init__(
        self, files: Sequence[SourceFile | Content], problems: Sequence[Problem] = (), options: Options = NO_OPTIONS
    ) -> None:
        self.options = options
        self.answers: list[Answer] = []
        self.looks: list[object] = []
        self.problems = list(problems)
        self.contents: dict[str, Content] = {}
        for item in files:
            content = fetch(item)
            if isinstance(content, Problem):
                self.problems.append(content)
            else:
                self.contents[content.path] = content
        self.files = len(files)
        self.catalog: Catalog = catalog.load(options.catalogs)
        self._sources: dict[str, Source | None] = {}
        self._trees: dict[str, Tree | None] = {}
        self._lines: dict[str, list[str]] = {}
        self.project = Project(self.contents, self._load, self._mentions)
        self._active = Naming(self.project, self.catalog.active_words())
        self._recurrent = Naming(self.project, self.catalog.recurrent_names() | {"getattr"})

    def run(self, progress: Progress | None) -> v1.Report:
        """Find the models, analyse them one by one, and put the report together."""
        names, homes = self.catalog.recurrent_names(), self.catalog.recurrent_homes()
        relevance = Relevance(self.project, names, homes, self.catalog.active_words(), self._mentions_near)
        outside = frozenset(relevance.outside)
        definitions = self._chosen(relevance)
        models: list[ModelFacts] = []
        for done, definition in enumerate(definitions):
            if progress is not None:
                progress(done, len(definitions))
            sites = [
                Site(self._told(path, call.span.line), call) for path, call in relevance.sites.get(definition.name, ())
            ]
            facts = self._analyse_safely(definition, sites, outside)
            if facts is not None:
                models.append(facts)
        if progress is not None:
            progress(len(definitions), len(definitions))
        if self.options.only is None:
            self._look_at_the_rest()
        return build(models, self.problems, self.files, Reader(self.text, self.origin))

    # --- sources and trees --------------------------------------------

    def _mentions(self, path: str, pattern: re.Pattern[bytes]) -> bool:
        return pattern.search(self.contents[path].data) is not None

    def _mentions_near(self, path: str, pattern: re.Pattern[bytes]) -> bool:
        """The same of the files that are searched for models: all, or those of the package (else folder) of the one file.

        Imports lead to every other file all the same.
        """
        only = self.options.only
        module = self.project.modules.get(only.path) if only is not None else None
        if module is not None:
            *folders, _ = module.path.split("/")
            package = folders[: len(folders) - max(module.name.count(".") - 1, 0)]
            if path.split("/")[: len(package)] != package:
                return False
        return self._mentions(path, pattern)

    def _source(self, path: str) -> Source | None:
        if path not in self._sources:
            content = self.contents[path]
            source = decode(content)
            if isinstance(source, Problem):
                self.problems.append(source)
            elif content.layout.pieces:
                from staticrelu.syntax import without_broken

                text, broken = without_broken(path, source.text, content.layout.pieces)
                self.problems.extend(broken)
                source = Source(path, text)
            self._sources[path] = None if isinstance(source, Problem) else source
        return self._sources[path]

    def _load(self, path: str) -> Tree | None:
        """The tree of a file, made when it is first needed; None for a file that gives none."""
        if path not in self._trees:
            from staticrelu.syntax import parse  # brings libcst: not before something must be parsed

            source = self._source(path)
            parsed = parse(path, source.text) if source is not None else None
            if parsed is not None:
                self.problems.extend(parsed.problems)
            self._trees[path] = parsed.tree if parsed is not None else None
        return self._trees[path]

    def tree(self, path: str) -> Tree | None:
        """The tree of a file that was read; None for one that has none."""
        return self._load(path) if path in self.contents else None

    def _look_at_the_rest(self) -> None:
        """Files that no analysis needed are not parsed, but what is wrong with them is said all the same."""
        from staticrelu.syntax import problems

        for path in self.contents.keys() - self._trees.keys():
            source = self._source(path)
            if source is not None:
                self.problems.extend(problems(path, source.text))

    def text(self, place: Place) -> str:
        """The source text at a place, on one line, shortened if it is very long."""
        source = self._source(place.path)
        return segment(source.text, place.span) if source is not None else ""

    def origin(self, path: str, line: int) -> Origin:
        """Where a line of a program stands for a reader: in a notebook, the cell and its line."""
        return (self.contents[path].layout if path in self.contents else WHOLE_FILE).origin(line)

    def _told(self, path: str, line: int) -> str:
        origin = self.origin(path, line)
        return f"{path}:cell {origin.cell}:{origin.line}" if origin.cell else f"{path}:{origin.line}"

    def source_text(self, path: str) -> str:
        """The text of a file; empty for one that could not be read."""
        source = self._source(path) if path in self.contents else None
        return source.text if source is not None else ""

    def line(self, path: str, number: int) -> str:
        """One line of a file, without its end; empty where there is none."""
        if path not in self._lines:
            self._lines[path] = list(_each_line(self.source_text(path)))
        lines = self._lines[path]
        return lines[number - 1] if 0 < number <= len(lines) else ""

    # --- models --------------------------------------------

    def _chosen(self, relevance: Relevance) -> list[Definition]:
        """The definitions to analyse: all that can touch a recurrent layer, or those that are asked for."""
        only, known = self.options.only, relevance.definitions
        if only is None:
            return [known[key] for key in sorted(known)]
        module = self.project.modules.get(only.path)
        if module is not None and only.name and (only.path, only.name) not in known:
            bound = module.bindings.get(only.name, ())
            return [Definition(module, only.name, s) for s in bound[-1:] if isinstance(s, ClassDef | FunctionDef)]
        return [known[key] for key in sorted(known) if key[0] == only.path and only.name in ("", key[1])]

    def _analyse_safely(
        self, definition: Definition, sites: Sequence[Site], outside: frozenset[str]
    ) -> ModelFacts | None:
        """A mistake in this program costs one model, visibly, and never the scan."""
        try:
            return self._analyse(definition, sites, outside)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other models go on
            place = self._place(definition)
            message = f"{self._name(definition)}: internal error: {type(error).__name__}: {error}"
            self.problems.append(Problem(place.path, place.line, place.column, "unreadable", message))
            return None

    def _analyse(self, definition: Definition, sites: Sequence[Site], outside: frozenset[str]) -> ModelFacts | None:
        machine = Machine(self.project, self.catalog, self._active, self._recurrent, self.options.kinds)
        machine.enters_all = self.options.only is not None
        traced = self._trace(machine, definition, sites, outside)
        if traced is None:
            return None
        place = self._place(definition)
        if traced.spent:
            message = f"{self._name(definition)}: {traced.spent}; its facts may be incomplete"
            self.problems.append(Problem(place.path, place.line, place.column, "timeout", message))
        name, kind = self._name(definition), self._kind(definition)
        facts = None
        if traced.graph.layers:
            if self.options.rules:
                matches = examine(traced.graph, self.options.rules, self.options.kinds, not traced.spent)
                self.answers.append(Answer(name, len(traced.parts), matches))
            facts = derive(traced.graph, name, kind, place, traced.parts, self.options.kinds)
        if self.options.look is not None:
            self.looks.append(
                self.options.look(Look(name, kind, place, traced.graph, outline(machine), facts, traced.spent))
            )
        return facts

    @staticmethod
    def _kind(definition: Definition) -> Literal["class", "function", "module"]:
        return "class" if isinstance(definition.statement, ClassDef) else "function" if definition.name else "module"

    def _trace(
        self, machine: Machine, definition: Definition, sites: Sequence[Site], outside: frozenset[str]
    ) -> Traced | None:
        module, statement = definition.module, definition.statement
        if isinstance(statement, ClassDef):
            return trace_class(machine, module, definition.name, sites, outside)
        if isinstance(statement, FunctionDef):
            return trace_function(machine, module, definition.name)
        return trace_module(machine, module)

    @staticmethod
    def _name(definition: Definition) -> str:
        module: Module = definition.module
        return f"{module.name}.{definition.name}" if definition.name else module.name

    @staticmethod
    def _place(definition: Definition) -> Place:
        span = definition.statement.span if definition.statement is not None else Span(1, 1, 1, 1)
        return Place(definition.module.path, span)


def segment(text: str, span: Span) -> str:
    """The text of a span on one line, runs of white space folded, shortened if it is very long."""
    lines = _lines(text, span.line, span.end_line)
    if not lines:
        return ""
    if len(lines) == span.end_line - span.line + 1:
        lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    words = " ".join(" ".join(lines).split())
    return words if len(words) <= limits.MAX_STEP_TEXT else words[: limits.MAX_STEP_TEXT - 1] + "\u2026"


def _lines(text: str, first: int, last: int) -> list[str]:
    found = []
    for number, line in enumerate(_each_line(text), 1):
        if number > last:
            break
        if number >= first:
            found.append(line)
    return found


def _each_line(text: str) -> Iterator[str]:
    return (match.group(1) for match in re.finditer(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)", text))
