"""Walking trees: every node, without one frame per level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from staticrelu import tree as t

_PLAIN = frozenset(("tuple", "str", "int", "float", "bool", "None", "Span"))
"""What the types of fields are made of that hold no nodes."""


def _inner_fields(kind: type) -> tuple[str, ...]:
    """The fields of a kind of node that may hold nodes, in order, told from their written types."""
    hints: dict[str, object] = getattr(kind, "__annotations__", {})
    return tuple(name for name, hint in hints.items() if not _PLAIN.issuperset(re.findall(r"\w+", str(hint))))


_BLOCKS: tuple[type, ...] = (*get_args(t.Stmt), t.Handler, t.Case, t.Tree)
"""What statements stand in, at any distance."""
_KINDS: tuple[type, ...] = (*t.Node.__subclasses__(), t.Argument, t.Clause, t.Param, t.Handler, t.Case, t.Tree)
_EXPRESSIONS: tuple[type, ...] = tuple(kind for kind in _KINDS if kind not in (*get_args(t.Stmt), t.Lambda))


@cache
def _fields_of(kinds: tuple[type, ...], without: frozenset[str] = frozenset()) -> dict[type, tuple[str, ...]]:
    """For each kind of node the fields that may hold nodes, but those of some names."""
    return {kind: tuple(name for name in _inner_fields(kind) if name not in without) for kind in kinds}


def walk(root: object, without: frozenset[str] = frozenset()) -> Iterator[object]:
    """Every node of a tree but those in some fields, in no particular order."""
    return _walk(root, _fields_of(_KINDS, without))


def statements_in(root: object) -> Iterator[object]:
    """Every statement of a tree, and the arms that hold some, wherever it stands."""
    return _walk(root, _fields_of(_BLOCKS))


def expressions_in(root: object) -> Iterator[object]:
    """Every node of an expression but what stands in a scope of its own."""
    return _walk(root, _fields_of(_EXPRESSIONS))


def _walk(root: object, fields: Mapping[type, tuple[str, ...]]) -> Iterator[object]:
    """The nodes of the kinds whose fields are given, and what is in these."""
    stack = [root]
    while stack:
        item = stack.pop()
        kind = type(item)
        if kind is tuple:
            stack.extend(item)  # type: ignore[arg-type]
        elif kind in fields:
            yield item
            for field in fields[kind]:
                stack.append(getattr(item, field))


def made_of(root: object, without: frozenset[str] = frozenset()) -> Iterator[object]:
    """Every node of a tree that says what something is made of.

    The classes that something is tested to be an instance of say nothing of that, nor do the keys of a dict, nor a text by
    which something is looked up: what is found there has a name of its own, unless all names of a package are asked.
    """
    asked: set[int] = set()
    for node in walk(root, without):
        if id(node) in asked:
            continue
        if isinstance(node, t.Call) and isinstance(node.func, t.Name) and node.func.id in ("isinstance", "issubclass"):
            asked.update(id(inner) for argument in node.args[1:] for inner in walk(argument))
        elif isinstance(node, t.DictDisplay):
            asked.update(id(key) for key, _ in node.items if isinstance(key, t.Constant))
        elif isinstance(node, t.Subscript) and isinstance(node.index, t.Constant) and not _are_names(node.value):
            asked.add(id(node.index))
        yield node


def _are_names(holder: t.Expr) -> bool:
    """Whether something may be all names of a package: ``vars(nn)``, ``nn.__dict__``."""
    return isinstance(holder, t.Call) or (isinstance(holder, t.Attribute) and holder.name == "__dict__")


def calls_in(root: object) -> Iterator[t.Call]:
    """All calls in a tree."""
    return (node for node in walk(root) if type(node) is t.Call)
