"""Expressions: one function for a kind of node, found in a table by the node's type."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, cast

import libcst as cst

from staticrelu import tree
from staticrelu.place import Span
from staticrelu.syntax import literals
from staticrelu.syntax.maker import Maker
from staticrelu.tree import Expr

_UNARY: dict[type, str] = {cst.Minus: "-", cst.Plus: "+", cst.BitInvert: "~", cst.Not: "not"}

_BINARY: dict[type, str] = {
    cst.Add: "+",
    cst.Subtract: "-",
    cst.Multiply: "*",
    cst.MatrixMultiply: "@",
    cst.Divide: "/",
    cst.FloorDivide: "//",
    cst.Modulo: "%",
    cst.Power: "**",
    cst.LeftShift: "<<",
    cst.RightShift: ">>",
    cst.BitAnd: "&",
    cst.BitOr: "|",
    cst.BitXor: "^",
}

_COMPARE: dict[type, str] = {
    cst.Equal: "==",
    cst.NotEqual: "!=",
    cst.LessThan: "<",
    cst.LessThanEqual: "<=",
    cst.GreaterThan: ">",
    cst.GreaterThanEqual: ">=",
    cst.In: "in",
    cst.NotIn: "not in",
    cst.Is: "is",
    cst.IsNot: "is not",
}

_WORDS: dict[str, bool | None] = {"True": True, "False": False, "None": None}


def expr(m: Maker, node: cst.CSTNode) -> Expr:
    """The expression that ``node`` is."""
    return _EXPRESSIONS[type(node)](m, node)


def optional(m: Maker, node: cst.CSTNode | None) -> Expr | None:
    """The expression that ``node`` is, if there is one."""
    return None if node is None else _EXPRESSIONS[type(node)](m, node)


def identifier(name: cst.Name) -> str:
    """The name as Python compares it."""
    text = name.value
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _name(m: Maker, node: cst.Name) -> Expr:
    if node.value in _WORDS:
        return tree.Constant(m.take("Constant", node), _WORDS[node.value])
    return tree.Name(m.take("Name", node), identifier(node))


def _integer(m: Maker, node: cst.Integer) -> Expr:
    return tree.Constant(m.take("Constant", node), literals.integer(node.value))


def _float(m: Maker, node: cst.Float) -> Expr:
    return tree.Constant(m.take("Constant", node), float(node.value))


def _imaginary(m: Maker, node: cst.Imaginary) -> Expr:
    return tree.Constant(m.take("Constant", node), node.value, "complex")


def _ellipsis(m: Maker, node: cst.Ellipsis) -> Expr:
    return tree.Constant(m.take("Constant", node), "...", "ellipsis")


def _string(m: Maker, node: cst.SimpleString) -> Expr:
    span = m.take("Constant", node)
    if literals.is_bytes(node):
        return tree.Constant(span, node.value, "bytes")
    return tree.Constant(span, literals.text_of(node))


def _concatenated(m: Maker, node: cst.ConcatenatedString) -> Expr:
    pieces = literals.strings(node)
    plain = [piece for piece in pieces if isinstance(piece, cst.SimpleString)]
    if len(plain) < len(pieces):
        return _joined(m, node)
    span = m.take("Constant", node)
    if literals.is_bytes(plain[0]):
        return tree.Constant(span, " ".join([piece.value for piece in plain]), "bytes")
    return tree.Constant(span, "".join([literals.text_of(piece) for piece in plain]))


def _joined(m: Maker, node: cst.BaseString) -> Expr:
    span = m.take("Joined", node)
    parts: list[Expr | str] = []
    with m.standing_at(span):
        for piece in literals.strings(node):
            if isinstance(piece, cst.SimpleString):
                parts.append(literals.text_of(piece))
            elif isinstance(piece, (cst.FormattedString, cst.TemplatedString)):
                parts += [found for part in piece.parts for found in _part(m, span, piece, part)]
    return tree.Joined(span, tuple(_one_text(span, parts)))


def _part(
    m: Maker, span: Span, string: cst.FormattedString | cst.TemplatedString, part: cst.CSTNode
) -> Iterator[Expr | str]:
    """One part of an f-string or t-string: its text, or what stands for it."""
    if isinstance(part, (cst.FormattedStringExpression, cst.TemplatedStringExpression)):
        if part.equal is not None:
            yield literals.spelled(part)
        value = expr(m, part.expression)
        exact = part.conversion is None and part.format_spec is None and part.equal is None
        yield value if exact else tree.Joined(span, (value,), exact=False)
    elif isinstance(part, (cst.FormattedStringText, cst.TemplatedStringText)):
        yield literals.inner_text(part.value, string.start, string.end)


def _one_text(span: Span, parts: Iterable[Expr | str]) -> Iterator[Expr]:
    """The parts, what is text between two others as one constant."""
    for is_text, found in groupby(parts, lambda part: isinstance(part, str)):
        if not is_text:
            yield from cast("Iterator[Expr]", found)
        elif text := "".join(cast("Iterator[str]", found)):
            yield tree.Constant(span, text)


def _attribute(m: Maker, node: cst.Attribute) -> Expr:
    span = m.take("Attribute", node)
    return tree.Attribute(span, expr(m, node.value), identifier(node.attr))


def _subscript(m: Maker, node: cst.Subscript) -> Expr:
    span = m.take("Subscript", node)
    value = expr(m, node.value)
    first = node.slice[0]
    if len(node.slice) == 1 and not isinstance(first.comma, cst.Comma) and not getattr(first.slice, "star", None):
        return tree.Subscript(span, value, expr(m, first.slice))
    around = m.take("Display", node)
    items = tuple([expr(m, element.slice) for element in node.slice])
    return tree.Subscript(span, value, tree.Display(around, "tuple", items))


def _index(m: Maker, node: cst.Index) -> Expr:
    if node.star:
        span = m.take("Starred", node)
        return tree.Starred(span, expr(m, node.value))
    return expr(m, node.value)


def _slice(m: Maker, node: cst.Slice) -> Expr:
    span = m.take("Slice", node)
    return tree.Slice(span, optional(m, node.lower), optional(m, node.upper), optional(m, node.step))


def _call(m: Maker, node: cst.Call) -> Expr:
    span = m.take("Call", node)
    func = expr(m, node.func)
    return tree.Call(span, func, arguments(m, node.args))


def arguments(m: Maker, args: Iterable[cst.Arg]) -> tuple[tree.Argument, ...]:
    """The arguments of a call, or the bases of a class."""
    return tuple([_argument(m, arg) for arg in args])


def _argument(m: Maker, arg: cst.Arg) -> tree.Argument:
    if arg.star:
        if arg.star == "*":
            m.take("Starred", arg)  # a node of its own to CPython, a property of the argument here
        return tree.Argument(expr(m, arg.value), None, len(arg.star))
    keyword = arg.keyword
    return tree.Argument(expr(m, arg.value), None if keyword is None else identifier(keyword))


def _unary(m: Maker, node: cst.UnaryOperation) -> Expr:
    span = m.take("Unary", node)
    return tree.Unary(span, _UNARY[type(node.operator)], expr(m, node.expression))


def _binary(m: Maker, node: cst.BinaryOperation) -> Expr:
    span = m.take("Binary", node)
    chain = [node]
    left = node.left
    while type(left) is cst.BinaryOperation:
        m.take("Binary", left)
        chain.append(left)
        left = left.left
    first = expr(m, left)
    return tree.Binary(span, first, tuple([(_BINARY[type(n.operator)], expr(m, n.right)) for n in reversed(chain)]))


def _bool(m: Maker, node: cst.BooleanOperation) -> Expr:
    span = m.take("Bool", node)
    operator = type(node.operator)
    rights = [node.right]
    left = node.left
    while type(left) is cst.BooleanOperation and type(left.operator) is operator and not left.lpar:
        rights.append(left.right)
        left = left.left
    first = expr(m, left)
    return tree.Bool(span, "and" if operator is cst.And else "or", (first, *[expr(m, n) for n in reversed(rights)]))


def _compare(m: Maker, node: cst.Comparison) -> Expr:
    span = m.take("Compare", node)
    first = expr(m, node.left)
    rest = [(_COMPARE[type(target.operator)], expr(m, target.comparator)) for target in node.comparisons]
    return tree.Compare(span, first, tuple(rest))


def _if(m: Maker, node: cst.IfExp) -> Expr:
    span = m.take("IfExp", node)
    body = expr(m, node.body)
    test = expr(m, node.test)
    return tree.IfExp(span, test, body, expr(m, node.orelse))


def _display(kind: str) -> Callable[[Maker, Any], Expr]:
    def make(m: Maker, node: cst.Tuple | cst.List | cst.Set) -> Expr:
        span = m.take("Display", node)
        return tree.Display(span, kind, tuple([expr(m, element) for element in node.elements]))

    return make


def _element(m: Maker, node: cst.Element) -> Expr:
    return expr(m, node.value)


def _starred(m: Maker, node: cst.StarredElement) -> Expr:
    span = m.take("Starred", node)
    return tree.Starred(span, expr(m, node.value))


def _dict(m: Maker, node: cst.Dict) -> Expr:
    span = m.take("DictDisplay", node)
    return tree.DictDisplay(span, tuple([_dict_item(m, element) for element in node.elements]))


def _dict_item(m: Maker, element: cst.BaseDictElement) -> tuple[Expr | None, Expr]:
    key = expr(m, element.key) if isinstance(element, cst.DictElement) else None
    return key, expr(m, element.value)


def _comprehension(kind: str) -> Callable[[Maker, Any], Expr]:
    def make(m: Maker, node: cst.BaseSimpleComp) -> Expr:
        span = m.take("Comprehension", node)
        value = expr(m, node.elt)
        return tree.Comprehension(span, kind, None, value, _clauses(m, node.for_in))

    return make


def _dict_comprehension(m: Maker, node: cst.DictComp | cst.StarredDictComp) -> Expr:
    span = m.take("Comprehension", node)
    key = expr(m, node.key) if isinstance(node, cst.DictComp) else None
    value = expr(m, node.value)
    return tree.Comprehension(span, "dict", key, value, _clauses(m, node.for_in))


def _clauses(m: Maker, node: cst.CompFor | None) -> tuple[tree.Clause, ...]:
    clauses = []
    while node is not None:
        target = expr(m, node.target)
        iterable = expr(m, node.iter)
        clauses.append(tree.Clause(target, iterable, tuple([expr(m, condition.test) for condition in node.ifs])))
        node = node.inner_for_in
    return tuple(clauses)


def _lambda(m: Maker, node: cst.Lambda) -> Expr:
    span = m.take("Lambda", node)
    params = parameters(m, node.params)
    with m.own_yields():
        return tree.Lambda(span, params, expr(m, node.body))


def parameters(m: Maker, node: cst.Parameters) -> tuple[tree.Param, ...]:
    """The parameters of a function or lambda, in source order."""
    params = [_parameter(m, param, "pos") for param in node.posonly_params]
    params += [_parameter(m, param, "any") for param in node.params]
    if isinstance(node.star_arg, cst.Param):
        params.append(_parameter(m, node.star_arg, "*"))
    params += [_parameter(m, param, "kw") for param in node.kwonly_params]
    if node.star_kwarg is not None:
        params.append(_parameter(m, node.star_kwarg, "**"))
    return tuple(params)


def _parameter(m: Maker, param: cst.Param, kind: str) -> tree.Param:
    annotation = None if param.annotation is None else expr(m, param.annotation.annotation)
    return tree.Param(identifier(param.name), kind, optional(m, param.default), annotation)


def _walrus(m: Maker, node: cst.NamedExpr) -> Expr:
    span = m.take("Walrus", node)
    target = expr(m, node.target)
    return tree.Walrus(span, target, expr(m, node.value))


def _await(m: Maker, node: cst.Await) -> Expr:
    span = m.take("Await", node)
    return tree.Await(span, expr(m, node.expression))


def _yield(m: Maker, node: cst.Yield) -> Expr:
    span = m.take("Yield", node)
    m.yields = True
    if isinstance(node.value, cst.From):
        return tree.Yield(span, expr(m, node.value.item), delegate=True)
    return tree.Yield(span, optional(m, node.value))


_EXPRESSIONS: dict[type, Callable[[Maker, Any], Expr]] = {
    cst.Name: _name,
    cst.Integer: _integer,
    cst.Float: _float,
    cst.Imaginary: _imaginary,
    cst.Ellipsis: _ellipsis,
    cst.SimpleString: _string,
    cst.ConcatenatedString: _concatenated,
    cst.FormattedString: _joined,
    cst.TemplatedString: _joined,
    cst.Attribute: _attribute,
    cst.Subscript: _subscript,
    cst.Index: _index,
    cst.Slice: _slice,
    cst.Call: _call,
    cst.UnaryOperation: _unary,
    cst.BinaryOperation: _binary,
    cst.BooleanOperation: _bool,
    cst.Comparison: _compare,
    cst.IfExp: _if,
    cst.Tuple: _display("tuple"),
    cst.List: _display("list"),
    cst.Set: _display("set"),
    cst.Element: _element,
    cst.StarredElement: _starred,
    cst.Dict: _dict,
    cst.ListComp: _comprehension("list"),
    cst.SetComp: _comprehension("set"),
    cst.GeneratorExp: _comprehension("generator"),
    cst.DictComp: _dict_comprehension,
    cst.StarredDictComp: _dict_comprehension,
    cst.Lambda: _lambda,
    cst.NamedExpr: _walrus,
    cst.Await: _await,
    cst.Yield: _yield,
}
