"""Whether a definition names one of some words, itself or through what it names.

It is a search by name through the scanned files, generous on purpose: a definition that names none of the words, at
any distance, cannot make what they stand for.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import partial
from typing import TypeAlias

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.project.modules import Module, Project
from staticrelu.project.walk import made_of
from staticrelu.reads import Read


class Naming:
    """The definitions of a project that lead to one of ``words``; each is looked at once."""

    def __init__(self, project: Project, words: frozenset[str]) -> None:
        self._project = project
        self._words = words
        self._known: dict[Hashable, tuple[bool, frozenset[Read]]] = {}

    def names(self, module: Module, definition: t.Node) -> bool:
        """Whether a definition of a module names one of the words, itself or through what it names."""
        start = (module.path, definition.span)
        if start not in self._known:
            with self._project.reads.group() as reads:
                leads, seen = self._leads(module, definition)
            # If none of it leads to a word, none of the definitions on the way does.
            self._known.update(dict.fromkeys((start,) if leads else seen, (leads, frozenset(reads))))
        answer, known_from = self._known[start]
        self._project.reads.note(known_from)
        return answer

    def _leads(self, module: Module, definition: t.Node) -> tuple[bool, set[Hashable]]:
        """Follow what a definition names: whether it leads to a word, and what was looked at on the way."""
        waiting: list[Step] = [(module, definition)]
        seen: set[Hashable] = set()
        while waiting:
            module, definition = waiting.pop()
            key = (module.path, definition.span)
            known = self._known.get(key)
            if known is not None:
                self._project.reads.note(known[1])
                if known[0]:
                    return True, seen
            elif key not in seen:
                seen.add(key)
                self._project.reads.note(module.path)
                names, attributes = _mentions(definition)
                if not self._words.isdisjoint(attributes) or any(map(partial(self._is_foreign, module), names)):
                    return True, seen
                waiting += self._steps(module, names, attributes)
        return False, seen

    def _is_foreign(self, module: Module, name: str) -> bool:
        """Whether a name is one of the words, and not that of a scanned definition, which is looked into."""
        return name in self._words and self._project.home(module, name) is None

    def _steps(self, module: Module, names: frozenset[str], attributes: frozenset[str]) -> Iterator[Step]:
        for name in names:
            yield from self._bound(module, name, attributes, limits.MAX_VALUE_DEPTH)

    def _bound(self, module: Module, name: str, attributes: frozenset[str], depth: int) -> Iterator[Step]:
        """The definitions that a name of a module may stand for, through imports."""
        for statement in module.bindings.get(name, ()) if depth else ():
            yield module, statement
            if isinstance(statement, t.ImportFrom):
                yield from self._imported(module, statement, name, attributes, depth)
            elif isinstance(statement, t.Import):
                for dotted, alias in statement.names:
                    bound = (alias or dotted.partition(".")[0]) == name
                    target = self._project.find(module, dotted) if bound else None
                    if target is not None:
                        yield from self._inside(target, attributes, depth)

    def _inside(self, module: Module, attributes: frozenset[str], depth: int) -> Iterator[Step]:
        """What is named of a module behind a dot; any of the attributes may be its."""
        for attribute in attributes:
            yield from self._bound(module, attribute, attributes, depth - 1)

    def _imported(
        self, module: Module, statement: t.ImportFrom, name: str, attributes: frozenset[str], depth: int
    ) -> Iterator[Step]:
        target = self._project.find(module, statement.module, statement.level)
        if target is None:
            return
        wanted = next((real for real, alias in statement.names if (alias or real) == name), name)
        inner = self._project.submodule(target, wanted)
        if wanted not in target.bindings and inner is not None:
            yield from self._inside(inner, attributes, depth)
        yield from self._bound(target, wanted, attributes, depth - 1)


Step: TypeAlias = "tuple[Module, t.Node]"


def _mentions(root: t.Node) -> tuple[frozenset[str], frozenset[str]]:
    """What a definition names, by name and behind a dot; ``getattr`` only where it may give anything."""
    names: set[str] = set()
    attributes: set[str] = set()
    known: set[int] = set()
    for node in made_of(root):
        if isinstance(node, t.Call) and _is_getattr(node):
            holder, name = node.args[0].value, node.args[1].value
            if isinstance(name, t.Constant):
                attributes.add(str(name.value))
            if isinstance(name, t.Constant) or _is_own(holder):
                known.add(id(node.func))
        elif isinstance(node, t.Name) and id(node) not in known:
            names.add(node.id)
        elif isinstance(node, t.Attribute):
            attributes.add(node.name)
        elif isinstance(node, t.ImportFrom):
            names.update(name for name, _ in node.names)
    return frozenset(names), frozenset(attributes)


def _is_getattr(node: t.Call) -> bool:
    return isinstance(node.func, t.Name) and node.func.id == "getattr" and len(node.args) > 1


def _is_own(holder: t.Expr) -> bool:
    """Whether something is the object itself, or a part of it."""
    while isinstance(holder, t.Attribute):
        holder = holder.value
    return isinstance(holder, t.Name) and holder.id in ("self", "cls")
