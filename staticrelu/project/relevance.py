"""Which definitions can touch a recurrent layer: those that name one, and those that name such a definition.

Only these are interpreted as models, and only files that hold one are parsed for their own sake. It is a search by
name, generous on purpose: what it keeps is interpreted, and interpretation decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from staticrelu import tree as t
from staticrelu.project.modules import Module, Project
from staticrelu.project.names import nested


class Definition(NamedTuple):
    """A class or function of a module's top level, or (with the name ``""``) the rest of the module."""

    module: Module
    name: str
    statement: t.ClassDef | t.FunctionDef | None


def words_pattern(words: Iterable[str]) -> re.Pattern[bytes] | None:
    """A pattern that finds any of the words in bytes; None if there are none."""
    found = sorted(words)
    return re.compile(rb"\b(?:" + b"|".join(re.escape(w.encode()) for w in found) + rb")\b") if found else None


class Relevance:
    """The definitions that can touch a recurrent layer, found by growing from those that name one.

    ``mentions(path, pattern)`` says whether a file's bytes match; a file is parsed only when they do.
    """

    def __init__(
        self, project: Project, seeds: frozenset[str], mentions: Callable[[str, re.Pattern[bytes]], bool]
    ) -> None:
        self._project = project
        self._mentions = mentions
        self._parsed: dict[str, list[tuple[Definition, frozenset[str]]]] = {}
        self.sites: dict[str, list[tuple[str, t.Call]]] = {}
        self.outside: set[str] = set()
        self.definitions: dict[tuple[str, str], Definition] = {}
        self._grow(seeds)

    def _grow(self, seeds: frozenset[str]) -> None:
        known, fresh = set(seeds), set(seeds)
        while fresh:
            pattern = words_pattern(fresh)
            assert pattern is not None
            for path in self._project.modules:
                if path not in self._parsed and self._mentions(path, pattern):
                    self._read(self._project.modules[path])
            fresh = self._carriers(known, seeds) - known
            known |= fresh

    def _read(self, module: Module) -> None:
        table = [(definition, names) for definition, names in _definitions(module)]
        self._parsed[module.path] = table
        for call in calls_in(module.tree.body):
            name = _last_name(call.func)
            if name:
                self.sites.setdefault(name, []).append((module.path, call))
            if isinstance(call.func, t.Attribute) and not _is_self(call.func.value):
                self.outside.add(call.func.name)

    def _carriers(self, known: set[str], seeds: frozenset[str]) -> set[str]:
        """The names of all definitions that mention a known name which their module can see."""
        found: set[str] = set()
        for path, table in self._parsed.items():
            module = self._project.modules[path]
            visible = {n for n in known if n in seeds or _can_see(module, n)}
            for definition, names in table:
                if not names.isdisjoint(visible):
                    self.definitions[path, definition.name] = definition
                    if definition.name:
                        found.add(definition.name)
        return found


def _can_see(module: Module, name: str) -> bool:
    """Whether a module binds the name, may get it from a star import, or may reach it as an attribute of a module."""
    return name in module.bindings or "*" in module.bindings or any("." in n or _imports(s) for n, s in module.bindings.items())


def _imports(statements: list[t.Stmt]) -> bool:
    return any(isinstance(s, t.Import | t.ImportFrom) for s in statements)


def _definitions(module: Module) -> Iterator[tuple[Definition, frozenset[str]]]:
    rest: set[str] = set()
    for statement in _flat(module.tree.body):
        if isinstance(statement, t.ClassDef | t.FunctionDef):
            yield Definition(module, statement.name, statement), frozenset(_mentioned(statement))
        elif not isinstance(statement, t.Import | t.ImportFrom):
            rest.update(_mentioned(statement))
    yield Definition(module, "", None), frozenset(rest)


def _flat(body: Iterable[t.Stmt]) -> Iterator[t.Stmt]:
    """Top-level statements; definitions inside ``if`` and ``try`` count as standing there, too."""
    for statement in body:
        inner = [s for block in nested(statement) for s in block]
        if any(isinstance(s, t.ClassDef | t.FunctionDef) for s in inner):
            yield from _flat(inner)
        else:
            yield statement


def _mentioned(root: object) -> Iterator[str]:
    for node in walk(root):
        if isinstance(node, t.Name):
            yield node.id
        elif isinstance(node, t.Attribute):
            yield node.name
        elif isinstance(node, t.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            yield node.value
        elif isinstance(node, t.Import | t.ImportFrom):
            yield from (name.rpartition(".")[2] for name, _ in node.names)


def walk(root: object) -> Iterator[object]:
    """Every node of a tree, in no particular order, without one frame per level."""
    stack = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, tuple) and not hasattr(item, "end_line"):
            stack.extend(item)
        elif hasattr(item, "__struct_fields__"):
            yield item
            stack.extend(getattr(item, field) for field in item.__struct_fields__ if field != "span")


def calls_in(root: object) -> Iterator[t.Call]:
    """All calls in a tree."""
    return (node for node in walk(root) if isinstance(node, t.Call))


def _last_name(node: t.Expr) -> str:
    if isinstance(node, t.Name):
        return node.id
    return node.name if isinstance(node, t.Attribute) else ""


def _is_self(node: t.Expr) -> bool:
    """Whether a receiver is the object itself: ``self``, ``cls`` or ``super()``."""
    if isinstance(node, t.Call):
        return _last_name(node.func) == "super"
    return isinstance(node, t.Name) and node.id in ("self", "cls")


