"""The tracing of one model after the other, and what is said of those that do not come to their end."""

from __future__ import annotations

from staticrelu.catalog import Catalog
from staticrelu.problem import Problem
from staticrelu.project import Naming, Project
from staticrelu.project.modules import Files
from staticrelu.scan.messages import Model
from staticrelu.trace import Machine, Site, Traced, trace_class, trace_function, trace_module


class Tracer:
    """What the analyses of all models of a scan have in common: the project, and the names in it that matter."""

    def __init__(self, files: Files, known: Catalog, kinds: frozenset[str]) -> None:
        self.project = Project(files, known.holds)
        self._catalog = known
        self._kinds = kinds
        self._active = Naming(self.project, known.active_words())
        self._recurrent = Naming(self.project, known.recurrent_names() | {"getattr"})

    def trace(
        self, model: Model, called: frozenset[str], enters_all: bool = False
    ) -> tuple[Machine, Traced | None, tuple[Problem, ...]]:
        """Enter a model: the interpreter as it then is, what it has traced (None for what is no model), and what was cut.

        ``called`` are the names of the methods that scanned code calls on objects; with ``enters_all`` a class is
        entered that holds no recurrent layer, too.
        """
        machine = Machine(self.project, self._catalog, self._active, self._recurrent, self._kinds)
        machine.enters_all = enters_all
        module = self.project.modules[model.path]
        if model.kind == "class":
            sites = [Site(place, call) for place, call in model.sites]
            traced = trace_class(machine, module, model.name, sites, called)
        elif model.kind == "function":
            traced = trace_function(machine, module, model.name)
        else:
            traced = trace_module(machine, module)
        spent = traced.spent if traced is not None else ""
        return machine, traced, (model.problem("timeout", f"{spent}; its facts may be incomplete"),) if spent else ()


def failed(model: Model, error: Exception) -> Problem:
    """A mistake in this program: it costs one model, visibly, and never the scan."""
    return model.problem("unreadable", f"internal error: {type(error).__name__}: {error}")
