"""Each stage of a scan, entered alone: on programs and on graphs that stand in a test."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from staticrelu import catalog
from staticrelu.graph import Activation, Edge, Graph, Layer, Node, Op
from staticrelu.guards import Atom, Guard, GuardSpace
from staticrelu.place import Place, Span
from staticrelu.project import Module, Project
from staticrelu.scan.bare import decorators
from staticrelu.syntax import parse
from staticrelu.trace import Machine, Traced, trace_class
from staticrelu.tree import Tree

CATALOG = catalog.load()


def tree_of(text: str, path: str = "model.py") -> Tree:
    """The tree of a program that has one."""
    parsed = parse(path, text)
    assert parsed.tree is not None, parsed.problems
    return parsed.tree


class Programs:
    """Some programs by path, as the files of a project; ``parsed`` are those whose tree was asked for."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.paths = files.keys()
        self.parsed: set[str] = set()
        self._files = files
        self._trees: dict[str, Tree | None] = {}

    def load(self, path: str) -> Tree | None:
        self.parsed.add(path)
        if path not in self._trees:
            self._trees[path] = parse(path, self._files[path]).tree
        return self._trees[path]

    def search(self, pattern: re.Pattern[bytes], among: Collection[str] | None = None) -> list[str]:
        paths = self._files if among is None else among
        return [path for path in paths if pattern.search(self._files[path].encode())]

    def decorated_with(self, names: Collection[str]) -> list[str]:
        return [path for path in self._files if not decorators(self._files[path].encode()).isdisjoint(names)]

    def hold_models(self, paths: Collection[str]) -> None:
        """They are all alike."""

    def prepare(self, paths: Collection[str]) -> None:
        pass

    def forget(self, path: str) -> None:
        self._trees.pop(path, None)


def project_of(files: Mapping[str, str]) -> Project:
    """The project of some programs, by path; those that are no Python have no tree."""
    return Project(Programs(files))


def machine_of(project: Project) -> Machine:
    """The interpreter, with what libraries mean."""
    return Machine(project, CATALOG)


def traced(text: str, name: str) -> Traced:
    """The class of that name, traced as a model that nobody constructs."""
    project = project_of({"model.py": text})
    found = trace_class(machine_of(project), project.modules["model.py"], name, (), frozenset())
    assert found is not None, f"{name} is no class that can be constructed"
    return found


def module_of(project: Project, path: str) -> Module:
    """A module by its path."""
    return project.modules[path]


def at(line: int, path: str = "model.py") -> Place:
    """A place on a line."""
    return Place(path, Span(line, 1, line, 9))


class Drawing:
    """A graph drawn by hand. Nodes, given with the nodes that flow into them, are numbered in the order they are drawn."""

    def __init__(self) -> None:
        self.space = GuardSpace()
        self.graph = Graph(self.space)

    def when(self, name: str, **options: Any) -> Guard:
        """The guard of a test of that name."""
        return self.space.atom(Atom(name, name, f"not {name}", **options))

    def node(
        self,
        op: Op,
        target: str,
        *inputs: int | tuple[int, Guard],
        when: Guard | None = None,
        line: int = 0,
        **more: Any,
    ) -> int:
        """Draw a node; its line, if it is not given, is ten times its number."""
        number = len(self.graph.nodes)
        edges = [Edge(*x) if isinstance(x, tuple) else Edge(x, self.space.true) for x in inputs]
        chain = more.pop("chain", ())
        place = at(line or 10 * number)
        self.graph.nodes.append(Node(number, op, target, place, chain, when or self.space.true, edges, **more))
        return number

    def layer(self, line: int, when: Guard | None = None, **more: Any) -> int:
        """Draw a recurrent layer that is constructed on a line."""
        number = len(self.graph.layers)
        kind = more.pop("type", "torch.nn.LSTM")
        self.graph.layers.append(Layer(number, kind, at(line), when or self.space.true, **more))
        return number

    def call(self, layer: int, *inputs: int | tuple[int, Guard], **more: Any) -> int:
        """Draw a call of a recurrent layer."""
        return self.node("call_module", self.graph.layers[layer].type, *inputs, layer=layer, **more)

    def relu(self, *inputs: int | tuple[int, Guard], built: int = 0, **more: Any) -> int:
        """Draw an application of ReLU; ``built`` is the line of its module, if it has one."""
        form, defined = ("torch.nn.ReLU", at(built)) if built else ("torch.relu", None)
        op: Op = "call_module" if built else "call_function"
        applied = (Activation("relu", form, defined, self.space.true),)
        return self.node(op, form, *inputs, activations=applied, **more)
