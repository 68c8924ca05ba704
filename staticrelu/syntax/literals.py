"""Numbers and strings."""

from __future__ import annotations

import ast

import libcst as cst

from staticrelu.syntax.values import bounded, encodable


def integer(text: str) -> int | float:
    """The value of an integer literal; a float, possibly infinite, where it is too long to be of use as an integer."""
    digits = text.replace("_", "")
    if len(digits) > 20 and digits.isdecimal():
        return float(digits)  # of any length, where Python refuses to read an int of thousands of digits
    return bounded(int(digits, 0))


def strings(node: cst.BaseString) -> list[cst.BaseString]:
    """The literals of an implicit concatenation, from left to right; of any other string, itself."""
    pieces: list[cst.BaseString] = []
    while isinstance(node, cst.ConcatenatedString):
        pieces.append(node.left)
        node = node.right
    pieces.append(node)
    return pieces


def is_bytes(node: cst.SimpleString) -> bool:
    """Whether the literal is one of bytes."""
    return "b" in node.value[:2].lower().partition("'")[0].partition('"')[0]


def text_of(node: cst.SimpleString) -> str:
    """The text that a string literal means."""
    source = node.value
    if "\\" in source or "\r" in source:
        return _evaluated(source, source)
    quote = source[-1]
    start = source.index(quote)
    width = 3 if source.startswith(quote * 3, start) and len(source) - start >= 6 else 1
    return source[start + width : -width]


def inner_text(source: str, start: str, end: str) -> str:
    """The text that a literal part of an f-string means; ``start`` is its prefix and quotes, ``end`` its quotes."""
    source = source.replace("{{", "{").replace("}}", "}")
    if "\\" not in source or "r" in start[: -len(end)].lower():
        return source
    return _evaluated(f"{end} {source} {end}", f" {source} ")[1:-1]  # a quote may stand next to those of the string


def spelled(part: cst.FormattedStringExpression | cst.TemplatedStringExpression) -> str:
    """The text that ``{x = }`` puts before the value."""
    parts = (part.whitespace_before_expression, part.expression, part.equal)
    return "".join(cst.Module([]).code_for_node(node) for node in parts if node is not None)


def _evaluated(literal: str, otherwise: str) -> str:
    """The value of a string literal with escapes.

    Half surrogate pairs, which no encoding holds, are replaced; for what the running Python does not understand, the other text.
    """
    try:
        value = ast.literal_eval(literal)
    except (SyntaxError, ValueError):
        return otherwise
    return encodable(str(value))
