"""Spans from libcst's own position metadata, for texts that the running Python cannot parse."""

from __future__ import annotations

from collections.abc import Mapping

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from staticrelu.place import Span


class MetadataSpans:
    """Asks libcst, and corrects its answers to those that CPython would give."""

    def __init__(self, module: cst.Module) -> None:
        wrapper = MetadataWrapper(module, unsafe_skip_copy=True)  # the tree is fresh and nobody else's
        self._ranges: Mapping[cst.CSTNode, CodeRange] = wrapper.resolve(PositionProvider)
        self._calls: dict[cst.CSTNode, cst.Call] = {}

    def take(self, kind: str, node: cst.CSTNode, /) -> Span:
        """The span of ``node``, found by its identity."""
        if isinstance(node, cst.Call) and len(node.args) == 1:
            self._calls[node.args[0].value] = node
        first, last = self._ends(kind, node)
        start, end = self._ranges[first].start, self._ranges[last].end
        # Whitespace stands here for the one character before or behind it, which has no place of its own.
        before, behind = (isinstance(end, cst.BaseParenthesizableWhitespace) for end in (first, last))
        return Span(start.line, start.column + 1 - before, end.line, end.column + 1 + behind)

    def finish(self) -> None:
        """Nothing can be left over."""

    def _ends(self, kind: str, node: cst.CSTNode) -> tuple[cst.CSTNode, cst.CSTNode]:
        """The nodes with whose beginning and whose end the span begins and ends."""
        if isinstance(node, (cst.Tuple, cst.GeneratorExp, cst.MatchTuple)) and node.lpar:
            return node.lpar[-1], node.rpar[0]  # the innermost parentheses are the node's own
        if isinstance(node, cst.GeneratorExp) and node in self._calls:  # its parentheses are those of the call
            call = self._calls[node]
            return call.whitespace_before_args, call
        if kind == "Display" and isinstance(node, cst.Subscript):  # its indices, which are one tuple to CPython
            return node.slice[0], _end(node.slice[-1])
        return node, _end(node)


def _end(node: cst.CSTNode) -> cst.CSTNode:
    """What the span of ``node`` ends with, where that is not the end that libcst sees."""
    if isinstance(node, (cst.FunctionDef, cst.ClassDef)):  # only the header, with its colon
        return node.whitespace_before_colon
    if isinstance(node, cst.MatchStar):  # not the comma; a star without a name is ``*_``
        return node.name or node.whitespace_before_name
    if isinstance(node, cst.SubscriptElement):
        return node.comma.whitespace_before if isinstance(node.comma, cst.Comma) else _end(node.slice)
    return _slice_end(node) if isinstance(node, cst.Slice) else node


def _slice_end(node: cst.Slice) -> cst.CSTNode:
    """Not the whitespace behind its last colon."""
    if node.step is None and isinstance(node.second_colon, cst.Colon):
        return node.second_colon.whitespace_before
    last = node.step or node.upper
    if last is None:
        return node.first_colon.whitespace_before
    return last.rpar[-1] if last.rpar else last
