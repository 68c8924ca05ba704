"""Statements: one function for a kind of node, found in a table by the node's type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import libcst as cst

from staticrelu import tree
from staticrelu.syntax.expressions import arguments, expr, identifier, optional, parameters
from staticrelu.syntax.maker import Maker
from staticrelu.syntax.patterns import pattern
from staticrelu.tree import Expr, Stmt

_AUGMENTED: dict[type, str] = {
    cst.AddAssign: "+",
    cst.SubtractAssign: "-",
    cst.MultiplyAssign: "*",
    cst.MatrixMultiplyAssign: "@",
    cst.DivideAssign: "/",
    cst.FloorDivideAssign: "//",
    cst.ModuloAssign: "%",
    cst.PowerAssign: "**",
    cst.LeftShiftAssign: "<<",
    cst.RightShiftAssign: ">>",
    cst.BitAndAssign: "&",
    cst.BitOrAssign: "|",
    cst.BitXorAssign: "^",
}


def block(m: Maker, suite: cst.Module | cst.BaseSuite) -> tuple[Stmt, ...]:
    """The statements of a suite, or of a module."""
    made: list[Stmt] = []
    for node in suite.body:
        if type(node) is cst.SimpleStatementLine:
            made.extend([_STATEMENTS[type(small)](m, small) for small in node.body])
        else:
            made.append(_STATEMENTS[type(node)](m, node))
    return tuple(made)


def _rest(m: Maker, node: cst.Else | cst.Finally | None) -> tuple[Stmt, ...]:
    """The block of an ``else`` or ``finally``, if there is one."""
    return () if node is None else block(m, node.body)


def _expr(m: Maker, node: cst.Expr) -> Stmt:
    span = m.take("ExprStmt", node)
    return tree.ExprStmt(span, expr(m, node.value))


def _assign(m: Maker, node: cst.Assign) -> Stmt:
    span = m.take("Assign", node)
    targets = tuple([expr(m, target.target) for target in node.targets])
    return tree.Assign(span, targets, expr(m, node.value))


def _type_alias(m: Maker, node: cst.TypeAlias) -> Stmt:
    span = m.take("Assign", node)
    target = expr(m, node.name)
    return tree.Assign(span, (target,), expr(m, node.value))


def _annotated(m: Maker, node: cst.AnnAssign) -> Stmt:
    span = m.take("AnnAssign", node)
    target = expr(m, node.target)
    annotation = expr(m, node.annotation.annotation)
    return tree.AnnAssign(span, target, annotation, optional(m, node.value))


def _augmented(m: Maker, node: cst.AugAssign) -> Stmt:
    span = m.take("AugAssign", node)
    target = expr(m, node.target)
    return tree.AugAssign(span, target, _AUGMENTED[type(node.operator)], expr(m, node.value))


def _return(m: Maker, node: cst.Return) -> Stmt:
    span = m.take("Return", node)
    return tree.Return(span, optional(m, node.value))


def _raise(m: Maker, node: cst.Raise) -> Stmt:
    span = m.take("Raise", node)
    value = optional(m, node.exc)
    if node.cause is not None:
        expr(m, node.cause.item)  # not kept, but its spans must be taken
    return tree.Raise(span, value)


def _assert(m: Maker, node: cst.Assert) -> Stmt:
    span = m.take("Assert", node)
    test = expr(m, node.test)
    optional(m, node.msg)  # not kept, but its spans must be taken
    return tree.Assert(span, test)


def _delete(m: Maker, node: cst.Del) -> Stmt:
    span = m.take("Delete", node)
    target = node.target
    if isinstance(target, cst.Tuple) and not target.lpar:
        return tree.Delete(span, tuple([expr(m, element) for element in target.elements]))
    return tree.Delete(span, (expr(m, target),))


def _jump(kind: str) -> Callable[[Maker, Any], Stmt]:
    return lambda m, node: tree.Jump(m.take("Jump", node), kind)


def _scope(kind: str) -> Callable[[Maker, Any], Stmt]:
    def make(m: Maker, node: cst.Global | cst.Nonlocal) -> Stmt:
        return tree.Scope(m.take("Scope", node), kind, tuple([identifier(item.name) for item in node.names]))

    return make


def _import(m: Maker, node: cst.Import | cst.LazyImport) -> Stmt:
    return tree.Import(m.take("Import", node), _aliases(node.names))


def _import_from(m: Maker, node: cst.ImportFrom | cst.LazyImportFrom) -> Stmt:
    span = m.take("ImportFrom", node)
    module = "" if node.module is None else _dotted(node.module)
    names = node.names
    pairs = (("*", None),) if isinstance(names, cst.ImportStar) else _aliases(names)
    return tree.ImportFrom(span, module, len(node.relative), pairs)


def _aliases(names: Sequence[cst.ImportAlias]) -> tuple[tuple[str, str | None], ...]:
    return tuple([(_dotted(alias.name), _as_name(alias.asname)) for alias in names])


def _as_name(node: cst.AsName | None) -> str | None:
    return identifier(node.name) if node is not None and isinstance(node.name, cst.Name) else None


def _dotted(node: cst.BaseExpression) -> str:
    parts = []
    while isinstance(node, cst.Attribute):
        parts.append(identifier(node.attr))
        node = node.value
    if isinstance(node, cst.Name):
        parts.append(identifier(node))
    return ".".join(reversed(parts))


def _if(m: Maker, node: cst.If) -> Stmt:
    span = m.take("If", node)
    arms = [_arm(m, node)]
    rest = node.orelse
    while isinstance(rest, cst.If):
        m.take("If", rest)
        arms.append(_arm(m, rest))
        rest = rest.orelse
    return tree.If(span, tuple(arms), _rest(m, rest))


def _arm(m: Maker, node: cst.If) -> tuple[Expr, tuple[Stmt, ...]]:
    test = expr(m, node.test)
    return test, block(m, node.body)


def _for(m: Maker, node: cst.For) -> Stmt:
    span = m.take("For", node)
    target = expr(m, node.target)
    iterable = expr(m, node.iter)
    body = block(m, node.body)
    return tree.For(span, target, iterable, body, _rest(m, node.orelse))


def _while(m: Maker, node: cst.While) -> Stmt:
    span = m.take("While", node)
    test = expr(m, node.test)
    body = block(m, node.body)
    return tree.While(span, test, body, _rest(m, node.orelse))


def _with(m: Maker, node: cst.With) -> Stmt:
    span = m.take("With", node)
    items = tuple([_with_item(m, item) for item in node.items])
    return tree.With(span, items, block(m, node.body))


def _with_item(m: Maker, item: cst.WithItem) -> tuple[Expr, Expr | None]:
    value = expr(m, item.item)
    return value, None if item.asname is None else expr(m, item.asname.name)


def _try(m: Maker, node: cst.Try | cst.TryStar) -> Stmt:
    span = m.take("Try", node)
    body = block(m, node.body)
    handlers = tuple([_handler(m, handler) for handler in node.handlers])
    orelse = _rest(m, node.orelse)
    return tree.Try(span, body, handlers, orelse, _rest(m, node.finalbody))


def _handler(m: Maker, node: cst.ExceptHandler | cst.ExceptStarHandler) -> tree.Handler:
    caught = optional(m, node.type)
    return tree.Handler(caught, _as_name(node.name), block(m, node.body))


def _match(m: Maker, node: cst.Match) -> Stmt:
    span = m.take("Match", node)
    subject = expr(m, node.subject)
    return tree.Match(span, subject, tuple([_case(m, case) for case in node.cases]))


def _case(m: Maker, node: cst.MatchCase) -> tree.Case:
    matched = pattern(m, node.pattern)
    test = optional(m, node.guard)
    return tree.Case(matched, test, block(m, node.body))


def _function(m: Maker, node: cst.FunctionDef) -> Stmt:
    decorators = tuple([expr(m, decorator.decorator) for decorator in node.decorators])
    span = m.take("FunctionDef", node)
    params = parameters(m, node.params)
    returns = None if node.returns is None else expr(m, node.returns.annotation)
    with m.own_yields():
        body = block(m, node.body)
        is_generator = m.yields
    is_async = node.asynchronous is not None
    return tree.FunctionDef(span, identifier(node.name), params, body, decorators, is_async, is_generator, returns)


def _class(m: Maker, node: cst.ClassDef) -> Stmt:
    decorators = tuple([expr(m, decorator.decorator) for decorator in node.decorators])
    span = m.take("ClassDef", node)
    bases = arguments(m, [*node.bases, *node.keywords])
    return tree.ClassDef(span, identifier(node.name), bases, block(m, node.body), decorators)


_STATEMENTS: dict[type, Callable[[Maker, Any], Stmt]] = {
    cst.Expr: _expr,
    cst.Assign: _assign,
    cst.TypeAlias: _type_alias,
    cst.AnnAssign: _annotated,
    cst.AugAssign: _augmented,
    cst.Return: _return,
    cst.Raise: _raise,
    cst.Assert: _assert,
    cst.Del: _delete,
    cst.Pass: _jump("pass"),
    cst.Break: _jump("break"),
    cst.Continue: _jump("continue"),
    cst.Global: _scope("global"),
    cst.Nonlocal: _scope("nonlocal"),
    cst.Import: _import,
    cst.LazyImport: _import,
    cst.ImportFrom: _import_from,
    cst.LazyImportFrom: _import_from,
    cst.If: _if,
    cst.For: _for,
    cst.While: _while,
    cst.With: _with,
    cst.Try: _try,
    cst.TryStar: _try,
    cst.Match: _match,
    cst.FunctionDef: _function,
    cst.ClassDef: _class,
}
