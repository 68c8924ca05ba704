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
from staticrelu.project.names import bindings, flat


class Mention(NamedTuple):
    """What one top-level statement names, the definition it belongs to, and the names that it gives a meaning."""

    definition: Definition
    names: frozenset[str]
    gives: frozenset[str]


class Definition(NamedTuple):
    """A class or function of a module's top level, or (with the name ``""``) the rest of the module."""

    module: Module
    name: str
    statement: t.ClassDef | t.FunctionDef | None


COMPUTED = "getattr(...)"
"""Stands for a name that is computed at run time, where a recurrent class may be meant."""


def _alternatives(words: Iterable[str]) -> bytes:
    return rb"\b(?:" + b"|".join(re.escape(w.encode()) for w in sorted(words)) + rb")\b"


def _is_distinct(name: str) -> bool:
    """Whether a name is worth searching all files for: that of a class, a constant or a function, not of a variable."""
    return name != name.lower() or "_" in name


class Relevance:
    """The definitions that can touch a recurrent layer, found by growing from those that name one.

    ``seeds`` are the names of recurrent classes, ``homes`` those of the packages they live in: a name computed at run
    time (``getattr(nn, kind)``) may be any of them. ``mentions(path, pattern)`` says whether a file's bytes match; a file is parsed only when they do.
    """

    def __init__(
        self,
        project: Project,
        seeds: frozenset[str],
        homes: frozenset[str],
        mentions: Callable[[str, re.Pattern[bytes]], bool],
    ) -> None:
        self._project = project
        self._mentions = mentions
        self._homes = homes
        self._parsed: dict[str, list[Mention]] = {}
        self.sites: dict[str, list[tuple[str, t.Call]]] = {}
        self.outside: set[str] = set()
        self.definitions: dict[tuple[str, str], Definition] = {}
        self._grow(seeds)

    def _grow(self, seeds: frozenset[str]) -> None:
        known, fresh = set(seeds), set(seeds)
        computed = rb"\bgetattr\(\s*(?:\w+\.)*(?:" + b"|".join(h.encode() for h in sorted(self._homes)) + rb")\b"
        first = re.compile(_alternatives(seeds) + rb"|" + computed)
        while fresh:
            pattern = first if fresh == seeds else re.compile(_alternatives(n for n in fresh if _is_distinct(n)))
            for path in self._project.modules:
                if path not in self._parsed and self._mentions(path, pattern):
                    self._read(self._project.modules[path])
            fresh = self._carriers(known, seeds) - known
            known |= fresh

    def _read(self, module: Module) -> None:
        self._parsed[module.path] = list(_mentions_of(module, self._homes))
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
            for mention in table:
                named = mention.names & known
                if any(n in seeds or n == COMPUTED or _can_see(module, n) for n in named) or COMPUTED in mention.names:
                    self.definitions[path, mention.definition.name] = mention.definition
                    found |= mention.gives
        return found


def _can_see(module: Module, name: str) -> bool:
    """Whether a module binds the name, may get it from a star import, or may reach it as an attribute of a module."""
    return name in module.bindings or "*" in module.bindings or any("." in n or _imports(s) for n, s in module.bindings.items())


def _imports(statements: list[t.Stmt]) -> bool:
    return any(isinstance(s, t.Import | t.ImportFrom) for s in statements)


def _mentions_of(module: Module, homes: frozenset[str]) -> Iterator[Mention]:
    rest = Definition(module, "", None)
    for statement in flat(module.tree.body):
        if isinstance(statement, t.Import | t.ImportFrom):
            continue
        names = frozenset(_mentioned(statement, homes))
        if isinstance(statement, t.ClassDef | t.FunctionDef):
            definition = Definition(module, statement.name, statement)
            yield Mention(definition, names, frozenset((statement.name,)))
        else:
            yield Mention(rest, names, frozenset(bindings((statement,))))


def _mentioned(root: object, homes: frozenset[str]) -> Iterator[str]:
    for node in walk(root):
        if isinstance(node, t.Call) and _is_computed(node, homes):
            yield COMPUTED
        if isinstance(node, t.Name):
            yield node.id
        elif isinstance(node, t.Attribute):
            yield node.name
        elif isinstance(node, t.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            yield node.value
        elif isinstance(node, t.Import | t.ImportFrom):
            yield from (name.rpartition(".")[2] for name, _ in node.names)


def _is_computed(node: t.Call, homes: frozenset[str]) -> bool:
    """Whether it is ``getattr(package, name)`` of a package of recurrent classes and a name that is no constant."""
    if _last_name(node.func) != "getattr" or len(node.args) < 2:
        return False
    return _last_name(node.args[0].value) in homes and not isinstance(node.args[1].value, t.Constant)


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


