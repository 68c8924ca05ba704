"""What the statements of a module mention: the names by which one definition is reached from another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from sys import intern
from typing import NamedTuple

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.project.modules import Module
from staticrelu.project.names import bindings, flat
from staticrelu.project.walk import made_of, statements_in, walk


class Mention(NamedTuple):
    """What one top-level statement names, the definition it belongs to, and the names that it gives a meaning.

    ``names`` are read as names, of which the module gives a meaning to those that are ``bound``, and which stand in decorators
    and among bases alone if they are ``heading``; ``looked_up`` are those of its module, if it may look up any by a text;
    ``attributes`` are read behind a dot (of a module, perhaps), ``foreign`` behind the name of a library that is not
    scanned. ``types`` are named by the annotations of parameters: what it may be handed.
    ``handed_out`` are called where something is given back.
    """

    definition: Definition
    names: frozenset[str]
    bound: frozenset[str]
    heading: frozenset[str]
    looked_up: frozenset[str]
    attributes: frozenset[str]
    foreign: frozenset[str]
    gives: frozenset[str]
    types: frozenset[str]
    handed_out: frozenset[str]

    def reaches_any(self, words: frozenset[str]) -> bool:
        """Whether it names one of some words behind a dot."""
        return not (self.attributes.isdisjoint(words) and self.foreign.isdisjoint(words))

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

LOOKED_UP = "globals()[...]"
"""Stands for a name of the module itself that is computed at run time."""

_TYPES = frozenset(("annotation", "returns"))
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def mentions_of(
    module: Module, whole: t.Tree, libraries: Mapping[str, str], homes: frozenset[str]
) -> Iterator[Mention]:
    """What the statements of a module mention, which are those of its ``whole`` tree; only their outlines are kept."""
    rest = Definition(module, "", None)
    for statement, outlined in zip(flat(whole.body), flat(module.tree.body), strict=True):
        if isinstance(statement, t.Import | t.ImportFrom):
            continue
        names: set[str] = set()
        heading: set[str] = set()
        attributes: set[str] = set()
        foreign: set[str] = set()
        head, rest_of_it = _parts(statement)
        _collect(head, libraries, homes, heading, attributes, foreign)
        _collect(rest_of_it, libraries, homes, names, attributes, foreign)
        heading -= names
        names |= heading
        looked_up = module.bindings.keys() if LOOKED_UP in names and len(module.bindings) <= limits.MAX_GLOBALS else ()
        foreign |= {libraries[name] for name in names if name in libraries}
        if isinstance(outlined, t.ClassDef | t.FunctionDef):
            definition, gives = Definition(module, outlined.name, outlined), {outlined.name}
        else:
            definition, gives = rest, set(bindings((statement,)))
        bound = names if module.star_imports else names & module.bindings.keys()
        sets = (names, bound, heading, looked_up, attributes, foreign, gives, _handed(outlined), _handed_out(statement))
        yield Mention(definition, *(frozenset(map(intern, found)) for found in sets))


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


def _collect(
    root: object,
    libraries: Mapping[str, str],
    homes: frozenset[str],
    names: set[str],
    attributes: set[str],
    foreign: set[str],
) -> None:
    """Add what a tree names; a string that could be a name counts as an attribute, as ``getattr`` may use it.

    So does the last part of a dotted one, which ``importlib`` may lead to.
    """
    small: set[int] = set()
    for node in made_of(root, _TYPES):
        if isinstance(node, t.Name):
            names.add(node.id)
        elif isinstance(node, t.Attribute):
            (foreign if first_name(node) in libraries else attributes).add(node.name)
        elif isinstance(node, t.Constant) and isinstance(node.value, str) and _DOTTED.fullmatch(node.value):
            attributes.add(node.value.rpartition(".")[2])
        elif isinstance(node, t.Import | t.ImportFrom):
            # An import inside a function binds no name of the module.
            attributes.update(name.rpartition(".")[2] for name, _ in node.names)
        elif isinstance(node, t.Call):
            if not node.args:
                small.add(id(node.func))  # a recurrent layer is not constructed without arguments
            if id(node) not in small and _is_computed(node, libraries, homes):
                names.add(COMPUTED)
            if _is_called(node, "globals") or _is_called(node, "eval"):
                names.add(LOOKED_UP)
        elif isinstance(node, t.Subscript) and last_name(node.value) == "modules":
            names.add(LOOKED_UP)


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
