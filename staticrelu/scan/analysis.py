"""The analysis of one model: from the names of a project to facts, and to what they rest on."""

from __future__ import annotations

import gc

import msgspec

from staticrelu import limits
from staticrelu.catalog import Catalog
from staticrelu.checks.query import examine
from staticrelu.checks.rule import Rule
from staticrelu.facts import derive
from staticrelu.project.modules import Files
from staticrelu.reads import flatten
from staticrelu.scan.answers import plain_match
from staticrelu.scan.messages import Model, Outcome, Setting
from staticrelu.scan.tracer import Tracer, failed
from staticrelu.scan.trees import one_collection


class Analysis:
    """The analyses of a scan, each noting what it rests on."""

    def __init__(self, files: Files, known: Catalog, setting: Setting) -> None:
        self._kinds = setting.kinds
        self._rules = msgspec.msgpack.decode(setting.rules, type=list[Rule])
        self._called = _Asked(setting.called)
        self._files = files
        self._catalog = known
        self._tracer = Tracer(files, known, self._kinds)

    def of(self, model: Model) -> Outcome:
        """Analyse one model."""
        if self._tracer.project.held > limits.MAX_HELD_TREES:
            self._begin_anew()
        self._called.answers = {}
        noted = self._tracer.project.reads
        with noted.group() as reads:
            noted.note(model.path)
            try:
                with one_collection():
                    outcome = self._analyse(model)
            except Exception as error:  # noqa: BLE001 - whatever it is, the other models go on
                return Outcome(problems=(failed(model, error),), is_settled=False)
        return msgspec.structs.replace(outcome, rests=flatten(reads), called=self._called.answers)

    def _begin_anew(self) -> None:
        """Forget all trees, and what was found out with them: the memory of a long scan has a bound."""
        self._tracer.project.leave()
        self._tracer = Tracer(self._files, self._catalog, self._kinds)
        gc.collect()  # whatever is part of a tree knows its module, and that its folder

    def _analyse(self, model: Model) -> Outcome:
        _, traced, problems = self._tracer.trace(model, self._called)
        if traced is None:
            return Outcome()
        if not traced.graph.layers:
            return Outcome(problems=problems)
        matches = examine(traced.graph, self._rules, self._kinds, not traced.spent) if self._rules else []
        facts = derive(traced.graph, model.full_name, model.kind, model.place, traced.parts, self._kinds)
        return Outcome(
            facts=facts,
            parts=len(traced.parts),
            matches=tuple(plain_match(match) for match in matches),
            problems=problems,
        )


class _Asked(frozenset[str]):
    """Names that remember which of them were asked for: facts rest on the answers, and on nothing else of them."""

    answers: dict[str, bool]

    def __contains__(self, name: object) -> bool:
        found = super().__contains__(name)
        self.answers[str(name)] = found
        return found
