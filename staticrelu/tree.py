"""The compact tree: what the analysis needs of a Python file, and nothing of whitespace.

The nodes know nothing of libcst and nothing of each other's meaning. They are frozen, compare by identity, and every
expression and statement carries its ``span``. Long things are kept flat on purpose, so that neither the maker nor a
reader of the tree needs one stack frame per element: a chain of binary operators is one ``Binary``, an ``if`` with a
thousand ``elif`` arms is one ``If``.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from staticrelu.place import Span


class Node(msgspec.Struct, frozen=True, eq=False, tag=True, array_like=True):
    """The base of all nodes; ``span`` is where the node stands."""

    span: Span


# --- expressions --------------------------------------------


class Name(Node, frozen=True):
    """A name, read or (in a target) bound."""

    id: str


class Constant(Node, frozen=True):
    """A literal. ``kind`` tells apart what JSON-like encodings cannot: ``"bytes"``, ``"complex"``, ``"ellipsis"``.

    Numbers, strings, booleans and None have the kind ``""`` and stand in ``value``; for the other kinds ``value``
    is the literal's source text. An integer of more than 64 bits is kept as a float, if need be an infinite one.
    """

    value: bool | int | float | str | None
    kind: str = ""


class Joined(Node, frozen=True):
    """An f-string (or a literal concatenated with one): its literal and its replaced parts, in order.

    All nodes inside have the span of the whole string. A part with a conversion or a format specification is kept
    as its expression alone, wrapped in a one-element ``Joined`` that says it does not keep the plain text.
    """

    parts: tuple[Expr, ...]
    exact: bool = True


class Attribute(Node, frozen=True):
    """``value.name``."""

    value: Expr
    name: str


class Subscript(Node, frozen=True):
    """``value[index]``; several indices are a ``Display`` of kind ``tuple``."""

    value: Expr
    index: Expr


class Slice(Node, frozen=True):
    """``lower:upper:step`` inside a subscript."""

    lower: Expr | None
    upper: Expr | None
    step: Expr | None


class Argument(msgspec.Struct, frozen=True, eq=False, tag=True, array_like=True):
    """One argument of a call (or one base or keyword of a class).

    ``star`` is 0 for a plain argument, 1 for ``*value``, 2 for ``**value``; ``name`` is the keyword, or None.
    """

    value: Expr
    name: str | None = None
    star: int = 0


class Call(Node, frozen=True):
    """``func(args)``; its span starts where its expression starts, so that a chained call starts where its chain does."""

    func: Expr
    args: tuple[Argument, ...]


class Unary(Node, frozen=True):
    """``op operand`` with op one of ``- + ~ not``."""

    op: str
    operand: Expr


class Binary(Node, frozen=True):
    """``first op operand op operand ...``: a left-associative chain of binary operators, whatever their precedence was.

    ``a + b - c`` is first=a, rest=(("+", b), ("-", c)); ``a + b * c`` is first=a, rest=(("+", Binary(b * c)),).
    """

    first: Expr
    rest: tuple[tuple[str, Expr], ...]


class Bool(Node, frozen=True):
    """``and`` / ``or`` over two or more values; a chain of one operator is one node."""

    op: str
    values: tuple[Expr, ...]


class Compare(Node, frozen=True):
    """``first op operand op operand``; the operators are as in source: ``==``, ``not in``, ``is not`` and so on."""

    first: Expr
    rest: tuple[tuple[str, Expr], ...]


class IfExp(Node, frozen=True):
    """``body if test else orelse``."""

    test: Expr
    body: Expr
    orelse: Expr


class Display(Node, frozen=True):
    """A written-out tuple, list or set; ``kind`` is ``"tuple"``, ``"list"`` or ``"set"``."""

    kind: str
    items: tuple[Expr, ...]


class DictDisplay(Node, frozen=True):
    """A written-out dict; a key of None is ``**value``."""

    items: tuple[tuple[Expr | None, Expr], ...]


class Clause(msgspec.Struct, frozen=True, eq=False, tag=True, array_like=True):
    """One ``for target in iterable if test ...`` of a comprehension."""

    target: Expr
    iterable: Expr
    tests: tuple[Expr, ...]


class Comprehension(Node, frozen=True):
    """A comprehension; ``kind`` is ``"list"``, ``"set"``, ``"dict"`` or ``"generator"``; ``key`` only for a dict."""

    kind: str
    key: Expr | None
    value: Expr
    clauses: tuple[Clause, ...]


class Starred(Node, frozen=True):
    """``*value`` in a display or a target."""

    value: Expr


class Lambda(Node, frozen=True):
    """``lambda params: body``."""

    params: tuple[Param, ...]
    body: Expr


class Walrus(Node, frozen=True):
    """``(name := value)``."""

    target: Expr
    value: Expr


class Await(Node, frozen=True):
    """``await value``."""

    value: Expr


class Yield(Node, frozen=True):
    """``yield value`` or, with ``delegate``, ``yield from value``."""

    value: Expr | None
    delegate: bool = False


Expr: TypeAlias = (
    Name
    | Constant
    | Joined
    | Attribute
    | Subscript
    | Slice
    | Call
    | Unary
    | Binary
    | Bool
    | Compare
    | IfExp
    | Display
    | DictDisplay
    | Comprehension
    | Starred
    | Lambda
    | Walrus
    | Await
    | Yield
)


class Param(msgspec.Struct, frozen=True, eq=False, tag=True, array_like=True):
    """One parameter of a function.

    ``kind`` is ``"pos"`` (positional only), ``"any"``, ``"kw"`` (keyword only), ``"*"`` or ``"**"``.
    """

    name: str
    kind: str
    default: Expr | None
    annotation: Expr | None


# --- statements --------------------------------------------


class ExprStmt(Node, frozen=True):
    """An expression on its own."""

    value: Expr


class Assign(Node, frozen=True):
    """``target = target = value``."""

    targets: tuple[Expr, ...]
    value: Expr


class AnnAssign(Node, frozen=True):
    """``target: annotation = value``, the value optional."""

    target: Expr
    annotation: Expr
    value: Expr | None


class AugAssign(Node, frozen=True):
    """``target op= value``; ``op`` is the binary operator, without ``=``."""

    target: Expr
    op: str
    value: Expr


class Return(Node, frozen=True):
    """``return value``."""

    value: Expr | None


class Raise(Node, frozen=True):
    """``raise value``; what it is raised from does not matter here."""

    value: Expr | None


class Assert(Node, frozen=True):
    """``assert test``."""

    test: Expr


class Delete(Node, frozen=True):
    """``del targets``."""

    targets: tuple[Expr, ...]


class Jump(Node, frozen=True):
    """``pass``, ``break`` or ``continue``, named by ``kind``."""

    kind: str


class Scope(Node, frozen=True):
    """``global names`` or ``nonlocal names``, named by ``kind``."""

    kind: str
    names: tuple[str, ...]


class Import(Node, frozen=True):
    """``import a.b as c, d``: pairs of dotted module and alias (None where there is none)."""

    names: tuple[tuple[str, str | None], ...]


class ImportFrom(Node, frozen=True):
    """``from ..module import a as b``: ``level`` counts the dots; the one name ``"*"`` is a star import."""

    module: str
    level: int
    names: tuple[tuple[str, str | None], ...]


class If(Node, frozen=True):
    """``if`` / ``elif`` arms in order, then ``else`` (empty where there is none)."""

    arms: tuple[tuple[Expr, tuple[Stmt, ...]], ...]
    orelse: tuple[Stmt, ...]


class For(Node, frozen=True):
    """``for target in iterable: body`` with its ``else``."""

    target: Expr
    iterable: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


class While(Node, frozen=True):
    """``while test: body`` with its ``else``."""

    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


class With(Node, frozen=True):
    """``with value as target, ...: body``."""

    items: tuple[tuple[Expr, Expr | None], ...]
    body: tuple[Stmt, ...]


class Handler(msgspec.Struct, frozen=True, eq=False, tag=True, array_like=True):
    """One ``except caught as name: body``."""

    caught: Expr | None
    name: str | None
    body: tuple[Stmt, ...]


class Try(Node, frozen=True):
    """``try`` with its handlers, ``else`` and ``finally``."""

    body: tuple[Stmt, ...]
    handlers: tuple[Handler, ...]
    orelse: tuple[Stmt, ...]
    final: tuple[Stmt, ...]


class Pattern(Node, frozen=True):
    """One pattern of a ``case``.

    ``kind`` and what it uses: ``"value"`` (expr), ``"capture"`` (name, or None for ``_``, with patterns = () or the one
    pattern before ``as``), ``"or"`` (patterns), ``"sequence"`` (patterns), ``"star"`` (name or None), ``"mapping"``
    (patterns, a key for each in keys, name for ``**rest``), ``"class"`` (expr is the class; patterns, with a
    keyword or ``""`` for each in names).
    """

    kind: str
    expr: Expr | None = None
    name: str | None = None
    patterns: tuple[Pattern, ...] = ()
    names: tuple[str, ...] = ()
    keys: tuple[Expr, ...] = ()


class Case(msgspec.Struct, frozen=True, eq=False, tag=True, array_like=True):
    """``case pattern if test: body``."""

    pattern: Pattern
    test: Expr | None
    body: tuple[Stmt, ...]


class Match(Node, frozen=True):
    """``match subject:`` with its cases."""

    subject: Expr
    cases: tuple[Case, ...]


class FunctionDef(Node, frozen=True):
    """A function; its span is that of its header (from ``def`` or ``async``, decorators excluded).

    ``is_generator`` tells that its own body holds a ``yield``.
    """

    name: str
    params: tuple[Param, ...]
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    is_async: bool = False
    is_generator: bool = False
    returns: Expr | None = None


class ClassDef(Node, frozen=True):
    """A class; its span is that of its header, decorators excluded. Keywords such as ``metaclass`` are in ``bases``."""

    name: str
    bases: tuple[Argument, ...]
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]


Stmt: TypeAlias = (
    ExprStmt
    | Assign
    | AnnAssign
    | AugAssign
    | Return
    | Raise
    | Assert
    | Delete
    | Jump
    | Scope
    | Import
    | ImportFrom
    | If
    | For
    | While
    | With
    | Try
    | Match
    | FunctionDef
    | ClassDef
)


class Tree(msgspec.Struct, frozen=True, eq=False):
    """One file: the statements of its top level."""

    body: tuple[Stmt, ...]
