"""What the statements of a module mention: the names by which one definition is reached from another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from sys import intern
from typing import NamedTuple

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.project.modules import Module
from staticrelu.project.names import bindings, flat, functions_in
from staticrelu.project.walk import made_of, statements_in, walk


class Mention(NamedTuple):
    """What one top-level statement names, the definition it belongs to, and the names that it gives a meaning.

    ``names`` are read as names, of which the module gives a meaning to those that are ``bound``, and which stand in decorators
    and among bases alone if they are ``heading``. ``members`` are dotted, from an import on, with ``ANY`` behind the last dot
    where any may be looked up by a text;
    ``attributes`` are read behind a dot (of a module, perhaps), ``foreign`` behind the name of a library that is not
    scanned. ``types`` are named by the annotations of parameters: what it may be handed.
    ``handed_out`` are called where something is given back.
    """

    definition: Definition
    names: frozenset[str]
    bound: frozenset[str]
    heading: frozenset[str]
    members: frozenset[str]
    attributes: frozenset[str]
    foreign: frozenset[str]
    gives: frozenset[str]
    types: frozenset[str]
    handed_out: frozenset[str]

    def reaches_any(self, words: frozenset[str]) -> bool:
        """Whether it names one of some words behind a dot."""
        return not (self.attributes.isdisjoint(words) and self.foreign.isdisjoint(words))

    def names_one(self, words: frozenset[str]) -> bool:
        """Whether it names one of some words, behind a dot or not."""
        return self.reaches_any(words) or not self.names.isdisjoint(words)

    @property
    def lists_all(self) -> bool:
        """Whether it is a table of so many things that what is taken from it says nothing of any one of them."""
        return self.definition.statement is None and len(self.names) + len(self.attributes) > limits.MAX_TABLE_NAMES


class Definition(NamedTuple):
    """A class or function (its outline) of a module's top level, or (with the name ``""``) the rest of the module."""

    module: Module
    name: str
    statement: t.ClassDef | t.FunctionDef | None


COMPUTED = "getattr(...)"
"""Stands for a name that is computed at run time, where a recurrent class may be meant."""

ANY = "*"
"""Stands for a member of a module that is computed at run time; without anything before it, of the module itself."""

_TYPES = frozenset(("annotation", "returns"))
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def mentions_of(
    module: Module, whole: t.Tree, libraries: Mapping[str, str], homes: frozenset[str]
) -> Iterator[Mention]:
    """What the statements of a module mention, which are those of its ``whole`` tree; only their outlines are kept."""
    rest, functions = Definition(module, "", None), functions_in(whole.body)
    imported = {name for name, bound in module.bindings.items() if _is_import(bound)} - libraries.keys()
    for statement, outlined in zip(flat(whole.body), flat(module.tree.body), strict=True):
        if isinstance(statement, t.Import | t.ImportFrom):
            continue
        if isinstance(outlined, t.ClassDef | t.FunctionDef):
            definition, gives = Definition(module, outlined.name, outlined), {outlined.name}
        else:
            definition, gives = rest, set(bindings((statement,), functions))
        if gives == {"__all__"}:
            continue  # a list of names is no use of them, and what looks them up by their texts says so itself
        head, rest_of_it = _parts(statement)
        heading, found = (_Collector(libraries, homes, imported).collect(part) for part in (head, rest_of_it))
        names = found.names | heading.names
        sets = {
            "names": names,
            "bound": names if module.star_imports else names & module.bindings.keys(),
            "heading": heading.names - found.names,
            "members": found.members | heading.members,
            "attributes": found.attributes | heading.attributes,
            "foreign": found.foreign | heading.foreign | {libraries[name] for name in names if name in libraries},
            "gives": gives,
            "types": _handed(outlined),
            "handed_out": _handed_out(statement),
        }
        yield Mention(definition, **{field: frozenset(map(intern, held)) for field, held in sets.items()})


def _is_import(bound: Sequence[t.Stmt]) -> bool:
    return all(isinstance(statement, t.Import | t.ImportFrom) for statement in bound)


def _parts(statement: t.Stmt) -> tuple[object, object]:
    """The decorators and bases of a definition, and the rest of it; all of any other statement is the rest."""
    if isinstance(statement, t.ClassDef):
        return (statement.decorators, statement.bases), statement.body
    if isinstance(statement, t.FunctionDef):
        return statement.decorators, (statement.params, statement.body)
    return (), statement


def _handed(statement: t.Stmt) -> Iterator[str]:
    """What the annotations of a function's parameters, or of those of a class's methods, name."""
    for inner in statement.body if isinstance(statement, t.ClassDef) else (statement,):
        for param in inner.params if isinstance(inner, t.FunctionDef) else ():
            for node in walk(param.annotation):
                if isinstance(node, t.Name):
                    yield node.id
                elif isinstance(node, t.Constant) and isinstance(node.value, str):
                    yield from re.findall(r"\w+", node.value)
                elif isinstance(node, t.Attribute):
                    yield node.name


def _handed_out(statement: t.Stmt) -> Iterator[str]:
    """The names of what a function, or a method of a class, calls where it gives something back."""
    for inner in statement.body if isinstance(statement, t.ClassDef) else (statement,):
        for node in statements_in(inner.body) if isinstance(inner, t.FunctionDef) else ():
            if isinstance(node, t.Return):
                functions = (call.func for call in walk(node.value) if isinstance(call, t.Call))
                yield from (last_name(f.value if isinstance(f, t.Subscript) else f) for f in functions)


class _Collector:
    """What a part of a tree names. Its module gives the names ``libraries`` to what is not scanned, ``imported`` to what is."""

    def __init__(self, libraries: Mapping[str, str], homes: frozenset[str], imported: Set[str]) -> None:
        self._libraries = libraries
        self._homes = homes
        self._imported = imported
        self._small: set[int] = set()
        self.names: set[str] = set()
        self.members: set[str] = set()
        self.attributes: set[str] = set()
        self.foreign: set[str] = set()

    def collect(self, root: object) -> _Collector:
        """Add what a tree names; a string that could be a name counts as an attribute, as ``getattr`` may use it.

        So does the last part of a dotted one, which ``importlib`` may lead to.
        """
        for node in made_of(root, _TYPES):
            if isinstance(node, t.Name):
                self.names.add(node.id)
            elif isinstance(node, t.Attribute):
                self._attribute(node)
            elif isinstance(node, t.Constant) and isinstance(node.value, str) and _DOTTED.fullmatch(node.value):
                self.attributes.add(node.value.rpartition(".")[2])
            elif isinstance(node, t.Import | t.ImportFrom):
                # An import inside a function binds no name of the module.
                self.attributes.update(name.rpartition(".")[2] for name, _ in node.names)
            elif isinstance(node, t.Call):
                self._call(node)
            elif isinstance(node, t.Subscript) and last_name(node.value) == "modules":
                self.members.add(ANY)
        return self

    def _attribute(self, node: t.Attribute) -> None:
        first = first_name(node)
        if first in self._imported:
            self.members.add(f"{_dotted(node.value)}.{ANY if node.name == '__dict__' else node.name}")
        (self.foreign if first in self._libraries else self.attributes).add(node.name)

    def _call(self, node: t.Call) -> None:
        if not node.args:
            self._small.add(id(node.func))  # a recurrent layer is not constructed without arguments
        if id(node) not in self._small and _is_computed(node, self._libraries, self._homes):
            self.names.add(COMPUTED)
        if _is_called(node, "globals") or _is_called(node, "eval"):
            self.members.add(ANY)
        if _is_called(node, "getattr") or _is_called(node, "vars"):
            holder = node.args[0].value if node.args else None
            if isinstance(holder, t.Name | t.Attribute) and first_name(holder) in self._imported:
                self.members.add(f"{_dotted(holder)}.{ANY}")


def _is_computed(node: t.Call, libraries: Mapping[str, str], homes: frozenset[str]) -> bool:
    """Whether it is ``getattr(package, name)`` of a package of recurrent classes and a name that is no constant.

    Or ``eval("package." + name)``.
    """
    if _is_called(node, "eval") and node.args:
        package = _begun(node.args[0].value).rstrip(".").rpartition(".")[2]
        return libraries.get(package, package).rpartition(".")[2] in homes
    if last_name(node.func) != "getattr" or len(node.args) < 2:
        return False
    name = last_name(_imported(node.args[0].value, libraries))
    home = libraries.get(name, name).rpartition(".")[2]
    return home in homes and not isinstance(node.args[1].value, t.Constant)


def _is_called(node: t.Call, name: str) -> bool:
    """Whether it is a call of a function of that name, and not of a method."""
    return isinstance(node.func, t.Name) and node.func.id == name


def _begun(node: t.Expr) -> str:
    """The literal text that a text begins with; empty where it is open from its first letter on."""
    while isinstance(node, t.Joined | t.Binary):
        node = node.parts[0] if isinstance(node, t.Joined) else node.first
    return node.value if isinstance(node, t.Constant) and isinstance(node.value, str) else ""


def _imported(node: t.Expr, libraries: Mapping[str, str]) -> t.Expr:
    """Of ``importlib.import_module("package")`` the name of the package; else the expression itself."""
    called = last_name(node.func) if isinstance(node, t.Call) else ""
    if isinstance(node, t.Call) and libraries.get(called, called) == "import_module" and node.args:
        name = node.args[0].value
        if isinstance(name, t.Constant) and isinstance(name.value, str):
            return t.Name(node.span, name.value.rpartition(".")[2])
    return node


def _dotted(node: t.Expr) -> str:
    """A name with the attributes behind it."""
    return f"{_dotted(node.value)}.{node.name}" if isinstance(node, t.Attribute) else first_name(node)


def first_name(node: t.Expr) -> str:
    """The name that a chain of attributes starts with; empty where it starts with something else."""
    while isinstance(node, t.Attribute):
        node = node.value
    return node.id if isinstance(node, t.Name) else ""


def last_name(node: t.Expr) -> str:
    """The name itself, or the one behind the last dot; empty for anything else."""
    if isinstance(node, t.Name):
        return node.id
    return node.name if isinstance(node, t.Attribute) else ""
