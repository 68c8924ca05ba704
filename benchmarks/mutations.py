"""Small faults that may be put into a program: each is one place of its text, and what stands there instead."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


class Mutation(NamedTuple):
    """A fault: what kind of one, the place in bytes, its line and column, and the new text."""

    kind: str
    start: int
    end: int
    line: int
    column: int
    new: str

    def applied(self, text: bytes) -> bytes:
        """The program with the fault."""
        return text[: self.start] + self.new.encode() + text[self.end :]


def mutations(text: bytes) -> Iterator[Mutation]:
    """All faults that a program can be given inside its functions; types, texts of documentation and asserts are left alone."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in _executed(ast.parse(text)):
        for kind, new in _faults(node):
            assert isinstance(node, (ast.expr, ast.stmt))
            assert node.end_lineno is not None
            assert node.end_col_offset is not None
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            yield Mutation(kind, start, end, node.lineno, node.col_offset + 1, new)


def _executed(module: ast.Module) -> Iterator[ast.AST]:
    """The statements and expressions in the bodies of functions."""
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    inner = {below for node in functions for below in ast.walk(node) if below is not node}
    for function in functions:
        if function not in inner:
            yield from _below(function.body)


def _below(nodes: list[ast.stmt]) -> Iterator[ast.AST]:
    stack: list[ast.AST] = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        children = list(ast.iter_child_nodes(node))
        if isinstance(node, (ast.Assert, ast.FormattedValue)) or _is_text(node):
            continue  # what is asserted is only said, and a part of a text cannot be replaced by itself
        if isinstance(node, ast.FunctionDef):
            children = list(node.body)
        elif isinstance(node, ast.AnnAssign):
            children = [node.value] if node.value else []
        elif isinstance(node, ast.JoinedStr) or (isinstance(node, ast.keyword) and node.arg == "strict"):
            continue  # an assert as well
        stack.extend(reversed(children))


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _faults(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The faults at one node, as kinds and new texts of all of it."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
        ops = [_COMPARISONS[type(node.ops[0])](), *node.ops[1:]]
        yield "comparison", _expression(ast.Compare(node.left, ops, node.comparators))
    elif isinstance(node, ast.BoolOp):
        other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        yield "and, or", _expression(ast.BoolOp(other, node.values))
        yield "last test gone", _expression(ast.BoolOp(node.op, [*node.values[:-1], node.values[-2]]))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", _expression(node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        yield "operator", _expression(ast.BinOp(node.left, _OPERATORS[type(node.op)](), node.right))
    elif isinstance(node, ast.IfExp):
        yield "test turned", _expression(ast.IfExp(node.test, node.orelse, node.body))
    elif isinstance(node, ast.Constant):
        yield from _constants(node.value)
    elif isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)):
        yield from _comprehensions(node)
    else:
        yield from _statements(node)


def _constants(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, bool):
        yield "constant", repr(not value)
    elif isinstance(value, int):
        yield "constant", repr(value + 1)
    elif isinstance(value, str):
        yield "text", repr(f"{value}?")


def _comprehensions(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Iterator[tuple[str, str]]:
    first, *others = node.generators
    if first.ifs:
        generators = [ast.comprehension(first.target, first.iter, [], first.is_async), *others]
        made = (
            ast.DictComp(node.key, node.value, generators)
            if isinstance(node, ast.DictComp)
            else type(node)(node.elt, generators)
        )
        yield "filter gone", ast.unparse(made)


def _statements(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Return):
        if node.value is not None and ast.unparse(node.value) != "None":
            yield "returns nothing", "return None"
    elif _is_effect(node):
        yield "statement gone", "pass"


def _is_effect(node: ast.AST) -> bool:
    """Whether a statement acts on something else than a name, whose absence any test would notice."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call)
    if isinstance(node, ast.Assign):
        return not isinstance(node.targets[0], (ast.Name, ast.Tuple))
    return isinstance(node, (ast.Continue, ast.Break, ast.Raise, ast.AugAssign))


def _expression(node: ast.expr) -> str:
    return f"({ast.unparse(node)})"
