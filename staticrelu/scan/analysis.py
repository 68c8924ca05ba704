"""The analysis of one model: from the names of a project to facts, and to what they rest on."""

from __future__ import annotations

import msgspec

from staticrelu.catalog import Catalog
from staticrelu.checks.query import examine
from staticrelu.checks.rule import Rule
from staticrelu.facts import derive
from staticrelu.problem import Problem
from staticrelu.project import Naming, Project
from staticrelu.project.modules import Files
from staticrelu.reads import flatten
from staticrelu.scan.answers import plain_match
from staticrelu.scan.messages import Model, Outcome, Setting
from staticrelu.trace import Machine, Site, Traced, trace_class, trace_function, trace_module


class Analysis:
    """What the analyses of all models of a scan have in common."""

    def __init__(self, files: Files, known: Catalog, setting: Setting) -> None:
        self._catalog = known
        self._kinds = setting.kinds
        self._rules = msgspec.msgpack.decode(setting.rules, type=list[Rule])
        self._called = _Asked(setting.called)
        self._project = Project(files)
        self._active = Naming(self._project, self._catalog.active_words())
        self._recurrent = Naming(self._project, self._catalog.recurrent_names() | {"getattr"})

    def of(self, model: Model) -> Outcome:
        """Analyse one model. A mistake in this program costs one model, visibly, and never the scan."""
        self._called.answers = {}
        with self._project.reads.group() as reads:
            self._project.reads.note(model.path)
            try:
                outcome = self._analyse(model)
            except Exception as error:  # noqa: BLE001 - whatever it is, the other models go on
                message = f"internal error: {type(error).__name__}: {error}"
                return Outcome(problems=(model.problem("unreadable", message),), is_settled=False)
        return msgspec.structs.replace(outcome, rests=flatten(reads), called=self._called.answers)

    def _analyse(self, model: Model) -> Outcome:
        machine = Machine(self._project, self._catalog, self._active, self._recurrent, self._kinds)
        traced = self._trace(machine, model)
        if traced is None:
            return Outcome()
        problems: tuple[Problem, ...] = ()
        if traced.spent:
            problems = (model.problem("timeout", f"{traced.spent}; its facts may be incomplete"),)
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

    def _trace(self, machine: Machine, model: Model) -> Traced | None:
        module = self._project.modules[model.path]
        if model.kind == "class":
            sites = [Site(place, call) for place, call in model.sites]
            return trace_class(machine, module, model.name, sites, self._called)
        if model.kind == "function":
            return trace_function(machine, module, model.name)
        return trace_module(machine, module)


class _Asked(frozenset[str]):
    """Names that remember which of them were asked for: facts rest on the answers, and on nothing else of them."""

    answers: dict[str, bool]

    def __contains__(self, name: object) -> bool:
        found = super().__contains__(name)
        self.answers[str(name)] = found
        return found
