"""The patterns of ``match`` statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from staticrelu.syntax.expressions import expr, identifier
from staticrelu.syntax.maker import Maker
from staticrelu.tree import Constant, Pattern

_SINGLETONS = {"True": True, "False": False, "None": None}


def pattern(m: Maker, node: cst.CSTNode) -> Pattern:
    """The pattern that ``node`` is."""
    return _PATTERNS[type(node)](m, node)


def _value(m: Maker, node: cst.MatchValue) -> Pattern:
    span = m.take("Pattern", node)
    return Pattern(span, "value", expr(m, node.value))


def _singleton(m: Maker, node: cst.MatchSingleton) -> Pattern:
    span = m.take("Pattern", node)
    return Pattern(span, "value", Constant(span, _SINGLETONS[node.value.value]))


def _capture(m: Maker, node: cst.MatchAs) -> Pattern:
    span = m.take("Pattern", node)
    before = () if node.pattern is None else (pattern(m, node.pattern),)
    return Pattern(span, "capture", name=_optional_name(node.name), patterns=before)


def _or(m: Maker, node: cst.MatchOr) -> Pattern:
    span = m.take("Pattern", node)
    return Pattern(span, "or", patterns=tuple([pattern(m, element.pattern) for element in node.patterns]))


def _sequence(m: Maker, node: cst.MatchSequence) -> Pattern:
    span = m.take("Pattern", node)
    return Pattern(span, "sequence", patterns=tuple([pattern(m, element) for element in node.patterns]))


def _element(m: Maker, node: cst.MatchSequenceElement) -> Pattern:
    return pattern(m, node.value)


def _star(m: Maker, node: cst.MatchStar) -> Pattern:
    return Pattern(m.take("Pattern", node), "star", name=_optional_name(node.name))


def _mapping(m: Maker, node: cst.MatchMapping) -> Pattern:
    span = m.take("Pattern", node)
    items = [(expr(m, element.key), pattern(m, element.pattern)) for element in node.elements]
    keys = tuple([key for key, _ in items])
    patterns = tuple([value for _, value in items])
    return Pattern(span, "mapping", name=_optional_name(node.rest), patterns=patterns, keys=keys)


def _class(m: Maker, node: cst.MatchClass) -> Pattern:
    span = m.take("Pattern", node)
    cls = expr(m, node.cls)
    items = [("", pattern(m, element)) for element in node.patterns]
    items += [(identifier(element.key), pattern(m, element.pattern)) for element in node.kwds]
    names = tuple([keyword for keyword, _ in items])
    return Pattern(span, "class", cls, patterns=tuple([value for _, value in items]), names=names)


def _optional_name(name: cst.Name | None) -> str | None:
    return None if name is None else identifier(name)


_PATTERNS: dict[type, Callable[[Maker, Any], Pattern]] = {
    cst.MatchValue: _value,
    cst.MatchSingleton: _singleton,
    cst.MatchAs: _capture,
    cst.MatchOr: _or,
    cst.MatchList: _sequence,
    cst.MatchTuple: _sequence,
    cst.MatchSequenceElement: _element,
    cst.MatchStar: _star,
    cst.MatchMapping: _mapping,
    cst.MatchClass: _class,
}
