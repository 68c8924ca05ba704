"""Why a value goes no further, found in the source: the graph only knows that it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from staticrelu import tree as t
from staticrelu.place import Place, Span
from staticrelu.project.walk import walk
from staticrelu.tree_text import unparse


class Stop(NamedTuple):
    """The place where a value is lost, and how."""

    place: Place
    words: str


def stop(tree: t.Tree, place: Place, chain: Iterable[Place] = ()) -> Stop:
    """What becomes of the value that is made at a place, which reaches no other node.

    Looked at are the call that it is handed to, the names that it is given and what reads them next; where a helper gives
    it back, the same in the line that calls the helper (``chain``: the calls, outermost first).
    """
    body = _innermost(tree, place.span)
    statement = _statement(body, place.span)
    outer = _outer_call(statement, place.span) if statement is not None else None
    if outer is not None:
        return Stop(
            Place(place.path, outer.span), f"goes into {unparse(outer.func)}(...), out of which it does not come"
        )
    names = _names(statement)
    if names and statement is not None:
        return _next_use(body, names, statement, place)
    callers = list(chain)
    if isinstance(statement, t.Return) and callers and callers[-1].path == place.path:
        return stop(tree, callers[-1], callers[:-1])
    if isinstance(statement, t.ExprStmt):
        return Stop(place, "is thrown away: nothing takes it")
    return Stop(place, "is not used again")


def _innermost(tree: t.Tree, span: Span) -> tuple[t.Stmt, ...]:
    """The body of the innermost function around a span, or the whole module."""
    best: tuple[t.Stmt, ...] = tree.body
    for node in walk(tree.body):
        if isinstance(node, t.FunctionDef) and any(_holds(_reach(s), span) for s in node.body):
            best = node.body if _inside(node.body, best) else best
    return best


def _inside(inner: tuple[t.Stmt, ...], outer: tuple[t.Stmt, ...]) -> bool:
    return not outer or not inner or _start(inner[0].span) >= _start(outer[0].span)


def _reach(node: t.Node) -> Span:
    """A statement with its body: the span of a compound one is only its header."""
    ends = [(x.span.end_line, x.span.end_column) for x in walk(node) if isinstance(x, t.Node)]
    end = max(ends, default=(node.span.end_line, node.span.end_column))
    return Span(node.span.line, node.span.column, *end)


def _statement(body: tuple[t.Stmt, ...], span: Span) -> t.Node | None:
    """The smallest statement that holds a span."""
    kinds = (t.Assign, t.AnnAssign, t.AugAssign, t.ExprStmt, t.Return)
    found = [node for node in walk(body) if isinstance(node, kinds) and _holds(_reach(node), span)]
    return min(found, key=lambda node: _size(_reach(node)), default=None)


def _outer_call(statement: t.Node, span: Span) -> t.Call | None:
    """The smallest call that is handed what is made at a span."""
    found = [
        node
        for node in walk(statement)
        if isinstance(node, t.Call)
        and node.span != span
        and _holds(node.span, span)
        and (any(_holds(a.value.span, span) for a in node.args) or _holds(node.func.span, span))
    ]
    return min(found, key=lambda node: _size(node.span), default=None)


def _names(statement: t.Node | None) -> dict[str, None]:
    """The names that a statement gives to its value."""
    targets = statement.targets if isinstance(statement, t.Assign) else ()
    if isinstance(statement, t.AnnAssign | t.AugAssign):
        targets = (statement.target,)
    return dict.fromkeys(_said(node) for target in targets for node in _given(target) if _said(node))


def _given(target: t.Expr) -> Iterator[t.Expr]:
    """What a target gives the value to: not the object of an attribute, but the one that an item is written into."""
    if isinstance(target, t.Display):
        for item in target.items:
            yield from _given(item)
    elif isinstance(target, t.Starred | t.Subscript):
        yield from _given(target.value)
    else:
        yield target


def _said(node: object) -> str:
    if isinstance(node, t.Name):
        return node.id
    return unparse(node) if isinstance(node, t.Attribute) else ""


def _next_use(body: tuple[t.Stmt, ...], names: dict[str, None], statement: t.Node, place: Place) -> Stop:
    """What is done next with one of the names, in the order of the source."""
    behind = (statement.span.end_line, statement.span.end_column)
    bound = {id(target): (s.span.end_line, s.span.end_column) for s, target in _targets(body)}

    def when(node: t.Node) -> tuple[int, int]:
        return bound.get(id(node), _start(node.span))  # a name is given its value once that has been computed

    mentions = [node for node in walk(body) if isinstance(node, t.Name | t.Attribute) and _said(node) in names]
    node = min((node for node in mentions if when(node) > behind), key=when, default=None)
    if node is None:
        return Stop(place, f"is kept as {', '.join(names)}, which nothing reads")
    there = Place(place.path, node.span)
    if id(node) in bound:
        return Stop(there, f"is overwritten: {_said(node)} is given another value before anything that keeps it")
    user = _statement(body, node.span)
    outer = _outer_call(user, node.span) if user is not None else None
    if outer is not None:
        return Stop(
            Place(place.path, outer.span), f"goes into {unparse(outer.func)}(...), out of which it does not come"
        )
    return Stop(there, f"is read here as {_said(node)}, and nothing of it goes on")


def _targets(body: tuple[t.Stmt, ...]) -> Iterator[tuple[t.Assign, t.Expr]]:
    """What is given a value, with the statement that does."""
    for node in walk(body):
        if isinstance(node, t.Assign):
            for target in node.targets:
                yield from (
                    (node, inner) for inner in (target, *(target.items if isinstance(target, t.Display) else ()))
                )


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _holds(outer: Span, inner: Span) -> bool:
    end = (outer.end_line, outer.end_column)
    return _start(outer) <= _start(inner) and (inner.end_line, inner.end_column) <= end


def _size(span: Span) -> tuple[int, int]:
    lines = span.end_line - span.line
    return lines, span.end_column - span.column if lines == 0 else span.end_column
