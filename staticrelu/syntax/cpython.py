"""The tree as CPython's own parser gives it: for those who look through many files, of which few hold models.

It is the tree that ``making`` gives, in a fifth of the time, of what the running Python reads and does not nest deeply.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from staticrelu import tree
from staticrelu.limits import MAX_LEVELS
from staticrelu.place import Span
from staticrelu.syntax.guard import check_hidden_nesting
from staticrelu.syntax.measure import header_end
from staticrelu.syntax.parsing import parsing
from staticrelu.syntax.spans import Columns
from staticrelu.syntax.values import bounded, encodable
from staticrelu.tree import Expr, Stmt

_OPERATORS: dict[type, str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.MatMult: "@",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.USub: "-",
    ast.UAdd: "+",
    ast.Invert: "~",
    ast.Not: "not",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "is",
    ast.IsNot: "is not",
}
_BYTES = re.compile(
    r"#[^\n]*|([rRbB]{1,2}(?:\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'))", re.DOTALL
)


_Node: TypeAlias = Any
"""A node of ``ast`` of several classes, or of one that not every Python has."""

_MAX_DEPTH = MAX_LEVELS // 2
"""Calls, and links of chains, that are gone down: so what is read here nests no deeper than ``making`` allows."""


class _Reader:
    """The state of one conversion. ``yields`` tells whether a ``yield`` was met in the function that is being made."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._columns = Columns(text)
        self._lines: list[bytes] | None = None
        self._standing: Span | None = None
        self._links = 0
        self.yields = False

    def link(self, count: int) -> None:
        """Go down a chain of so many links, which takes no calls; with a negative number, up. Raises RecursionError."""
        self._links += count
        if self._links > _MAX_DEPTH:
            raise RecursionError

    def span(self, node: _Node) -> Span:
        """Where a node stands; inside of an f-string, where that does."""
        return self._standing or self._columns.span(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)

    def header(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Span:
        """Where the header of a definition stands."""
        return self._columns.span(node.lineno, node.col_offset, *header_end(node, self.lines))

    def source(self, node: _Node) -> str:
        """The text of a node."""
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        return b"\n".join(lines).decode(errors="replace")

    @property
    def lines(self) -> list[bytes]:
        """The lines of the text, in which CPython counts bytes."""
        if self._lines is None:
            self._lines = self._text.encode().splitlines()
        return self._lines

    def inside(self, span: Span, make: Callable[[], list[Expr]]) -> list[Expr]:
        """Make nodes that all stand where an f-string does."""
        before, self._standing = self._standing, span
        try:
            return make()
        finally:
            self._standing = before

    def own(self, make: Callable[[], Any]) -> tuple[Any, bool]:
        """Make the body of a function; and whether there is a yield in it, which is none of the outer function."""
        before, self.yields = self.yields, False
        try:
            return make(), self.yields
        finally:
            self.yields = before


def read(text: str) -> tree.Tree:
    """The tree of a text. Where ``making`` must be asked: ``RefusalError``, ``RecursionError`` or what ``ast.parse`` raises."""
    text = text.removeprefix("\ufeff")
    check_hidden_nesting(text)
    with parsing(_MAX_DEPTH):
        return tree.Tree(_block(_Reader(text), ast.parse(text).body))


# --- expressions --------------------------------------------


def _expr(r: _Reader, node: ast.AST) -> Expr:
    made: Expr = _EXPRESSIONS[type(node)](r, node)
    return made


def _optional(r: _Reader, node: ast.AST | None) -> Expr | None:
    return None if node is None else _EXPRESSIONS[type(node)](r, node)


def _exprs(r: _Reader, nodes: Iterable[ast.AST]) -> tuple[Expr, ...]:
    return tuple([_EXPRESSIONS[type(node)](r, node) for node in nodes])


def _name(r: _Reader, node: ast.Name) -> Expr:
    return tree.Name(r.span(node), node.id)


def _constant(r: _Reader, node: ast.Constant) -> Expr:
    span, value = r.span(node), node.value
    if isinstance(value, str):
        return tree.Constant(span, encodable(value))
    if isinstance(value, bytes):
        return tree.Constant(span, " ".join(filter(None, _BYTES.findall(r.source(node)))), "bytes")
    if isinstance(value, complex):
        return tree.Constant(span, r.source(node), "complex")
    if value is ...:
        return tree.Constant(span, "...", "ellipsis")
    return tree.Constant(span, bounded(value) if type(value) is int else value)


def _joined(r: _Reader, node: _Node) -> Expr:
    span = r.span(node)
    return tree.Joined(span, tuple(r.inside(span, lambda: [_part(r, span, part) for part in node.values])))


def _part(r: _Reader, span: Span, part: _Node) -> Expr:
    """One part of an f-string or t-string."""
    value = _expr(r, part) if isinstance(part, ast.Constant) else _expr(r, part.value)
    exact = isinstance(part, ast.Constant) or (part.conversion == -1 and part.format_spec is None)
    return value if exact else tree.Joined(span, (value,), exact=False)


def _attribute(r: _Reader, node: ast.Attribute) -> Expr:
    return tree.Attribute(r.span(node), _expr(r, node.value), node.attr)


def _subscript(r: _Reader, node: ast.Subscript) -> Expr:
    return tree.Subscript(r.span(node), _expr(r, node.value), _expr(r, node.slice))


def _slice(r: _Reader, node: ast.Slice) -> Expr:
    return tree.Slice(r.span(node), _optional(r, node.lower), _optional(r, node.upper), _optional(r, node.step))


def _call(r: _Reader, node: ast.Call) -> Expr:
    return tree.Call(r.span(node), _expr(r, node.func), _arguments(r, node.args, node.keywords))


def _arguments(r: _Reader, args: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> tuple[tree.Argument, ...]:
    """The arguments of a call, or the bases of a class, as they stand."""
    both: list[Any] = [*args, *keywords]
    if keywords and any(isinstance(arg, ast.Starred) for arg in args):
        both.sort(key=lambda node: (node.lineno, node.col_offset))
    return tuple([_argument(r, node) for node in both])


def _argument(r: _Reader, node: ast.expr | ast.keyword) -> tree.Argument:
    if isinstance(node, ast.keyword):
        return tree.Argument(_expr(r, node.value), node.arg, 0 if node.arg else 2)
    if isinstance(node, ast.Starred):
        return tree.Argument(_expr(r, node.value), None, 1)
    return tree.Argument(_expr(r, node))


def _unary(r: _Reader, node: ast.UnaryOp) -> Expr:
    return tree.Unary(r.span(node), _OPERATORS[type(node.op)], _expr(r, node.operand))


def _binary(r: _Reader, node: ast.BinOp) -> Expr:
    chain = [node]
    while isinstance(chain[-1].left, ast.BinOp):
        chain.append(chain[-1].left)
    r.link(len(chain))
    rest = [(_OPERATORS[type(n.op)], _expr(r, n.right)) for n in reversed(chain)]
    first = _expr(r, chain[-1].left)
    r.link(-len(chain))
    return tree.Binary(r.span(node), first, tuple(rest))


def _bool(r: _Reader, node: ast.BoolOp) -> Expr:
    r.link(len(node.values))
    values = _exprs(r, node.values)
    r.link(-len(node.values))
    return tree.Bool(r.span(node), "and" if isinstance(node.op, ast.And) else "or", values)


def _compare(r: _Reader, node: ast.Compare) -> Expr:
    rest = [(_OPERATORS[type(op)], _expr(r, side)) for op, side in zip(node.ops, node.comparators, strict=True)]
    return tree.Compare(r.span(node), _expr(r, node.left), tuple(rest))


def _if_exp(r: _Reader, node: ast.IfExp) -> Expr:
    return tree.IfExp(r.span(node), _expr(r, node.test), _expr(r, node.body), _expr(r, node.orelse))


def _display(kind: str) -> Callable[[_Reader, Any], Expr]:
    return lambda r, node: tree.Display(r.span(node), kind, _exprs(r, node.elts))


def _dict(r: _Reader, node: ast.Dict) -> Expr:
    items = zip(node.keys, node.values, strict=True)
    return tree.DictDisplay(r.span(node), tuple([(_optional(r, key), _expr(r, value)) for key, value in items]))


def _comprehension(kind: str) -> Callable[[_Reader, Any], Expr]:
    def make(r: _Reader, node: _Node) -> Expr:
        key, value = (node.key, node.value) if kind == "dict" else (None, node.elt)
        clauses = [tree.Clause(_expr(r, c.target), _expr(r, c.iter), _exprs(r, c.ifs)) for c in node.generators]
        return tree.Comprehension(r.span(node), kind, _optional(r, key), _expr(r, value), tuple(clauses))

    return make


def _starred(r: _Reader, node: ast.Starred) -> Expr:
    return tree.Starred(r.span(node), _expr(r, node.value))


def _lambda(r: _Reader, node: ast.Lambda) -> Expr:
    params = _parameters(r, node.args)
    body, _ = r.own(lambda: _expr(r, node.body))
    return tree.Lambda(r.span(node), params, body)


def _parameters(r: _Reader, node: ast.arguments) -> tuple[tree.Param, ...]:
    """The parameters of a function or lambda, in source order."""
    plain = [*((arg, "pos") for arg in node.posonlyargs), *((arg, "any") for arg in node.args)]
    defaults = [*[None] * (len(plain) - len(node.defaults)), *node.defaults]
    params = [_parameter(r, arg, kind, default) for (arg, kind), default in zip(plain, defaults, strict=True)]
    if node.vararg is not None:
        params.append(_parameter(r, node.vararg, "*"))
    params += [_parameter(r, arg, "kw", d) for arg, d in zip(node.kwonlyargs, node.kw_defaults, strict=True)]
    if node.kwarg is not None:
        params.append(_parameter(r, node.kwarg, "**"))
    return tuple(params)


def _parameter(r: _Reader, arg: ast.arg, kind: str, default: ast.expr | None = None) -> tree.Param:
    return tree.Param(arg.arg, kind, _optional(r, default), _optional(r, arg.annotation))


def _walrus(r: _Reader, node: ast.NamedExpr) -> Expr:
    return tree.Walrus(r.span(node), _expr(r, node.target), _expr(r, node.value))


def _await(r: _Reader, node: ast.Await) -> Expr:
    return tree.Await(r.span(node), _expr(r, node.value))


def _yield(r: _Reader, node: ast.Yield | ast.YieldFrom) -> Expr:
    r.yields = True
    return tree.Yield(r.span(node), _optional(r, node.value), isinstance(node, ast.YieldFrom))


# --- statements --------------------------------------------


def _block(r: _Reader, body: Iterable[ast.stmt]) -> tuple[Stmt, ...]:
    return tuple([_STATEMENTS[type(node)](r, node) for node in body])


def _expr_stmt(r: _Reader, node: ast.Expr) -> Stmt:
    return tree.ExprStmt(r.span(node), _expr(r, node.value))


def _assign(r: _Reader, node: ast.Assign) -> Stmt:
    return tree.Assign(r.span(node), _exprs(r, node.targets), _expr(r, node.value))


def _type_alias(r: _Reader, node: _Node) -> Stmt:
    return tree.Assign(r.span(node), (_expr(r, node.name),), _expr(r, node.value))


def _annotated(r: _Reader, node: ast.AnnAssign) -> Stmt:
    return tree.AnnAssign(r.span(node), _expr(r, node.target), _expr(r, node.annotation), _optional(r, node.value))


def _augmented(r: _Reader, node: ast.AugAssign) -> Stmt:
    return tree.AugAssign(r.span(node), _expr(r, node.target), _OPERATORS[type(node.op)], _expr(r, node.value))


def _return(r: _Reader, node: ast.Return) -> Stmt:
    return tree.Return(r.span(node), _optional(r, node.value))


def _raise(r: _Reader, node: ast.Raise) -> Stmt:
    return tree.Raise(r.span(node), _optional(r, node.exc))


def _assert(r: _Reader, node: ast.Assert) -> Stmt:
    return tree.Assert(r.span(node), _expr(r, node.test))


def _delete(r: _Reader, node: ast.Delete) -> Stmt:
    return tree.Delete(r.span(node), _exprs(r, node.targets))


def _jump(kind: str) -> Callable[[_Reader, Any], Stmt]:
    return lambda r, node: tree.Jump(r.span(node), kind)


def _scope(kind: str) -> Callable[[_Reader, Any], Stmt]:
    return lambda r, node: tree.Scope(r.span(node), kind, tuple(node.names))


def _import(r: _Reader, node: ast.Import) -> Stmt:
    return tree.Import(r.span(node), tuple([(alias.name, alias.asname) for alias in node.names]))


def _import_from(r: _Reader, node: ast.ImportFrom) -> Stmt:
    names = tuple([(alias.name, alias.asname) for alias in node.names])
    return tree.ImportFrom(r.span(node), node.module or "", node.level, names)


def _if(r: _Reader, node: ast.If) -> Stmt:
    arms = [node]
    while len(arms[-1].orelse) == 1:
        inner = arms[-1].orelse[0]
        if not isinstance(inner, ast.If) or not r.lines[inner.lineno - 1].startswith(b"elif", inner.col_offset):
            break  # it stands in an ``else``
        arms.append(inner)
    r.link(len(arms))
    made = [(_expr(r, arm.test), _block(r, arm.body)) for arm in arms]
    rest = _block(r, arms[-1].orelse)
    r.link(-len(arms))
    return tree.If(r.span(node), tuple(made), rest)


def _for(r: _Reader, node: ast.For | ast.AsyncFor) -> Stmt:
    target, iterable = _expr(r, node.target), _expr(r, node.iter)
    return tree.For(r.span(node), target, iterable, _block(r, node.body), _block(r, node.orelse))


def _while(r: _Reader, node: ast.While) -> Stmt:
    return tree.While(r.span(node), _expr(r, node.test), _block(r, node.body), _block(r, node.orelse))


def _with(r: _Reader, node: ast.With | ast.AsyncWith) -> Stmt:
    items = [(_expr(r, item.context_expr), _optional(r, item.optional_vars)) for item in node.items]
    return tree.With(r.span(node), tuple(items), _block(r, node.body))


def _try(r: _Reader, node: _Node) -> Stmt:
    handlers = [tree.Handler(_optional(r, h.type), h.name, _block(r, h.body)) for h in node.handlers]
    body, orelse, final = (_block(r, part) for part in (node.body, node.orelse, node.finalbody))
    return tree.Try(r.span(node), body, tuple(handlers), orelse, final)


def _match(r: _Reader, node: ast.Match) -> Stmt:
    cases = [tree.Case(_pattern(r, c.pattern), _optional(r, c.guard), _block(r, c.body)) for c in node.cases]
    return tree.Match(r.span(node), _expr(r, node.subject), tuple(cases))


def _function(r: _Reader, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Stmt:
    body, is_generator = r.own(lambda: _block(r, node.body))
    return tree.FunctionDef(
        r.header(node),
        node.name,
        _parameters(r, node.args),
        body,
        _exprs(r, node.decorator_list),
        isinstance(node, ast.AsyncFunctionDef),
        is_generator,
        _optional(r, node.returns),
    )


def _class(r: _Reader, node: ast.ClassDef) -> Stmt:
    bases = _arguments(r, node.bases, node.keywords)
    return tree.ClassDef(r.header(node), node.name, bases, _block(r, node.body), _exprs(r, node.decorator_list))


# --- patterns --------------------------------------------


def _pattern(r: _Reader, node: ast.pattern) -> tree.Pattern:
    """The pattern that ``node`` is."""
    made: tree.Pattern = _PATTERNS[type(node)](r, node)
    return made


def _patterns(r: _Reader, nodes: Iterable[ast.pattern]) -> tuple[tree.Pattern, ...]:
    return tuple([_PATTERNS[type(node)](r, node) for node in nodes])


def _value(r: _Reader, node: ast.MatchValue) -> tree.Pattern:
    return tree.Pattern(r.span(node), "value", _expr(r, node.value))


def _singleton(r: _Reader, node: ast.MatchSingleton) -> tree.Pattern:
    span = r.span(node)
    return tree.Pattern(span, "value", tree.Constant(span, node.value))


def _capture(r: _Reader, node: ast.MatchAs) -> tree.Pattern:
    before = () if node.pattern is None else (_pattern(r, node.pattern),)
    return tree.Pattern(r.span(node), "capture", name=node.name, patterns=before)


def _star(r: _Reader, node: ast.MatchStar) -> tree.Pattern:
    return tree.Pattern(r.span(node), "star", name=node.name)


def _several(kind: str) -> Callable[[_Reader, Any], tree.Pattern]:
    return lambda r, node: tree.Pattern(r.span(node), kind, patterns=_patterns(r, node.patterns))


def _mapping(r: _Reader, node: ast.MatchMapping) -> tree.Pattern:
    keys = tuple([_expr(r, key) for key in node.keys])
    return tree.Pattern(r.span(node), "mapping", name=node.rest, patterns=_patterns(r, node.patterns), keys=keys)


def _match_class(r: _Reader, node: ast.MatchClass) -> tree.Pattern:
    names = (*[""] * len(node.patterns), *node.kwd_attrs)
    inner = _patterns(r, [*node.patterns, *node.kwd_patterns])
    return tree.Pattern(r.span(node), "class", _expr(r, node.cls), patterns=inner, names=names)


_Table: TypeAlias = "dict[type, Callable[[_Reader, Any], Any]]"


def _table(by_name: dict[str, Callable[[_Reader, Any], Any]]) -> _Table:
    """The table by type, without what the running Python does not know."""
    return {getattr(ast, name): make for name, make in by_name.items() if hasattr(ast, name)}


_EXPRESSIONS = _table(
    {
        "Name": _name,
        "Constant": _constant,
        "JoinedStr": _joined,
        "TemplateStr": _joined,
        "Attribute": _attribute,
        "Subscript": _subscript,
        "Slice": _slice,
        "Call": _call,
        "UnaryOp": _unary,
        "BinOp": _binary,
        "BoolOp": _bool,
        "Compare": _compare,
        "IfExp": _if_exp,
        "Tuple": _display("tuple"),
        "List": _display("list"),
        "Set": _display("set"),
        "Dict": _dict,
        "ListComp": _comprehension("list"),
        "SetComp": _comprehension("set"),
        "GeneratorExp": _comprehension("generator"),
        "DictComp": _comprehension("dict"),
        "Starred": _starred,
        "Lambda": _lambda,
        "NamedExpr": _walrus,
        "Await": _await,
        "Yield": _yield,
        "YieldFrom": _yield,
    }
)
_STATEMENTS = _table(
    {
        "Expr": _expr_stmt,
        "Assign": _assign,
        "TypeAlias": _type_alias,
        "AnnAssign": _annotated,
        "AugAssign": _augmented,
        "Return": _return,
        "Raise": _raise,
        "Assert": _assert,
        "Delete": _delete,
        "Pass": _jump("pass"),
        "Break": _jump("break"),
        "Continue": _jump("continue"),
        "Global": _scope("global"),
        "Nonlocal": _scope("nonlocal"),
        "Import": _import,
        "ImportFrom": _import_from,
        "If": _if,
        "For": _for,
        "AsyncFor": _for,
        "While": _while,
        "With": _with,
        "AsyncWith": _with,
        "Try": _try,
        "TryStar": _try,
        "Match": _match,
        "FunctionDef": _function,
        "AsyncFunctionDef": _function,
        "ClassDef": _class,
    }
)
_PATTERNS: _Table = {
    ast.MatchValue: _value,
    ast.MatchSingleton: _singleton,
    ast.MatchAs: _capture,
    ast.MatchStar: _star,
    ast.MatchOr: _several("or"),
    ast.MatchSequence: _several("sequence"),
    ast.MatchMapping: _mapping,
    ast.MatchClass: _match_class,
}
