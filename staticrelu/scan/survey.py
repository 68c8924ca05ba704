"""Which definitions of a scan are models, and what their analyses give: the part of a scan that takes time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from staticrelu import catalog
from staticrelu.catalog import Catalog
from staticrelu.place import Span
from staticrelu.project import Project
from staticrelu.project.mentions import Definition
from staticrelu.project.relevance import Relevance
from staticrelu.reads import Rests, flatten
from staticrelu.scan.bare import called_from_outside
from staticrelu.scan.contents import Contents
from staticrelu.scan.memory import Memory
from staticrelu.scan.messages import Analyse, HasAnalysed, Model, ModelKind, Outcome, Setting, Whole, encode
from staticrelu.scan.options import Options, Progress
from staticrelu.scan.pool import Pool
from staticrelu.scan.trees import Reading, Trees, no_collection
from staticrelu.tree import ClassDef

LOST = "the process that analysed it ended before it was done, perhaps for want of memory"


class Survey:
    """One survey. ``program`` tells this program from any other version of it."""

    def __init__(
        self, contents: Contents, options: Options, program: bytes, memory: Memory, progress: Progress
    ) -> None:
        self._contents = contents
        self._options = options
        self._memory = memory
        self._progress = progress
        self._pool = Pool(options.jobs) if options.jobs > 1 else None
        self._trees = Trees(contents, options.cache, program, self._pool, progress)

    def close(self) -> None:
        """End the workers, if there are any."""
        if self._pool is not None:
            self._pool.close()

    def run(self) -> Whole:
        """Find the models and analyse those that have changed; and look for what is wrong with files."""
        same = self._memory.same_as_last(self._trees)
        if same is not None:
            return same
        outcomes, found_by, has_models = self._models()
        problems = {problem for _, outcome in outcomes for problem in outcome.problems}
        problems.update(self._trees.problems(has_models, self._options.shard))
        whole = Whole(tuple(outcomes), tuple(sorted(problems)))
        self._memory.keep_whole(whole, self._trees, found_by)
        return whole

    def _models(self) -> tuple[list[tuple[str, Outcome]], Rests, bool]:
        """The models with what their analysis gave, in order; what the search for them rests on; whether there are any.

        Of a shard these are its own models only; there may be others.
        """
        known = catalog.load(self._options.catalogs)
        names, homes = known.recurrent_names(), known.recurrent_homes()
        skimmed = Reading(self._trees)
        project = Project(skimmed, known.holds)
        with no_collection(), project.reads.group() as reads:
            relevance = Relevance(project, skimmed, names, homes, known.active_words())
            models = self._share(relevance)
            called = called_from_outside(relevance, self._contents)
        outcomes = self._outcomes(models, project, known, called)
        named = [(model.full_name, outcome) for model, outcome in zip(models, outcomes, strict=True)]
        return named, flatten(reads), bool(relevance.definitions)

    def _share(self, relevance: Relevance) -> list[Model]:
        """The models that are asked for: all, or those of the shard."""
        definitions = [relevance.definitions[key] for key in sorted(relevance.definitions)]
        shard = self._options.shard
        shares = (d for number, d in enumerate(definitions) if shard is None or shard.holds(number))
        return [model_of(definition, relevance, self._contents.told) for definition in shares]

    def _outcomes(
        self, models: Sequence[Model], project: Project, known: Catalog, called: frozenset[str]
    ) -> list[Outcome]:
        """What the analyses of models gave, or gave in an earlier run."""
        earlier = {n: self._memory.outcome(model, project, called) for n, model in enumerate(models)}
        outcomes = {number: outcome for number, outcome in earlier.items() if outcome is not None}
        new = {number: model for number, model in enumerate(models) if number not in outcomes}
        self._progress("models", len(outcomes), len(models))
        for number, outcome in self._analysed(new, known, self._setting(called)):
            outcomes[number] = outcome
            self._memory.keep(models[number], outcome)
            self._progress("models", len(outcomes), len(models))
        return [outcomes[number] for number in range(len(models))]

    def _setting(self, called: frozenset[str]) -> Setting:
        options = self._options
        catalogs = tuple(str(path) for path in options.catalogs)
        return Setting(tuple(self._contents.paths), options.kinds, encode(options.rules), catalogs, called)

    def _analysed(self, models: Mapping[int, Model], known: Catalog, setting: Setting) -> Iterator[tuple[int, Outcome]]:
        """The outcomes of numbered models, as they come."""
        if not models:
            return
        if self._pool is None:
            from staticrelu.scan.analysis import Analysis  # brings the interpreter, which a warm run does not need

            analysis = Analysis(Reading(self._trees), known, setting)
            yield from ((number, analysis.of(model)) for number, model in models.items())
            return
        self._pool.setting = setting
        largest_first = sorted(models, key=lambda number: -self._contents.size(models[number].path))
        for index, answer in self._pool.run([Analyse(models[number]) for number in largest_first], self._trees):
            number = largest_first[index]
            lost = Outcome(problems=(models[number].problem("unreadable", LOST),), is_settled=False)
            yield number, answer.outcome if isinstance(answer, HasAnalysed) else lost


def model_of(definition: Definition, relevance: Relevance, told: Callable[[str, int], str]) -> Model:
    """A definition with the places that construct it, as a reader is told them."""
    module, name, statement = definition
    full_name = f"{module.name}.{name}" if name else module.name
    kind: ModelKind = "class" if isinstance(statement, ClassDef) else "function" if name else "module"
    span = statement.span if statement is not None else Span(1, 1, 1, 1)
    sites = tuple((told(path, call.span.line), call) for path, call in relevance.constructions(module, name))
    return Model(module.path, name, full_name, kind, span, sites)
