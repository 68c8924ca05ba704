"""``case`` patterns as guards."""

from __future__ import annotations

from staticrelu import tree as t
from staticrelu.guards import Atom, Guard
from staticrelu.place import Place
from staticrelu.trace import assign, conditions, objects, sequences
from staticrelu.trace.builtins import isinstance_guard
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import Const, Many, One, Tensor, Thing, Tuple, Value, only
from staticrelu.tree_text import unparse


def matches(m: Machine, frame: Frame, subject: Value, pattern: t.Pattern) -> Guard:
    """The guard under which the subject fits the pattern; captures are bound."""
    place = m.place(frame, pattern.span)
    if pattern.kind == "value" and pattern.expr is not None:
        text = f"the subject == {unparse(pattern.expr)}"
        return conditions.compare_values(m, subject, "==", m.eval(frame, pattern.expr), text)
    if pattern.kind == "capture":
        holds = matches(m, frame, subject, pattern.patterns[0]) if pattern.patterns else m.space.true
        if pattern.name is not None:
            assign.bind(m, frame, pattern.name, subject)
        return holds
    if pattern.kind == "or":
        return m.space.any(matches(m, frame, subject, inner) for inner in pattern.patterns)
    if pattern.kind == "class":
        return _match_class(m, frame, subject, pattern, place)
    if pattern.kind == "sequence":
        return _match_sequence(m, frame, subject, pattern, place)
    return _match_open(m, frame, subject, pattern, place)


def _match_class(m: Machine, frame: Frame, subject: Value, pattern: t.Pattern, place: Place) -> Guard:
    assert pattern.expr is not None
    holds = isinstance_guard(m, frame, subject, m.eval(frame, pattern.expr), unparse(pattern.expr))
    for name, inner in zip(pattern.names, pattern.patterns, strict=False):
        value = objects.get_attribute(m, frame, subject, name, place) if name else subject
        holds = holds & matches(m, frame, value, inner)
    return holds


def _match_sequence(m: Machine, frame: Frame, subject: Value, pattern: t.Pattern, place: Place) -> Guard:
    subject = tuple((g, x) for g, x in m.live(subject) if _may_be_sequence(m, x))
    holds = m.space.any(guard for guard, _ in subject)
    thing = only(subject)
    if not subject:
        return holds
    if not isinstance(thing, Tuple) or len(thing.elements) != len(pattern.patterns):
        if isinstance(thing, Tuple) and not any(_is_open(part) for part in (*thing.elements, *pattern.patterns)):
            return m.space.false
        return holds & _match_open(m, frame, subject, pattern, place)
    for index, inner in enumerate(pattern.patterns):
        value = sequences.element_at(m, thing.elements, index, place)
        holds = holds & matches(m, frame, value, inner)
    return holds


def _is_open(part: One | Many | t.Pattern) -> bool:
    """Whether a part of a sequence, or of a pattern for one, stands for some number of parts."""
    return isinstance(part, Many) or (isinstance(part, t.Pattern) and part.kind == "star")


def _may_be_sequence(m: Machine, thing: Thing) -> bool:
    """A text is no sequence to a pattern, and neither is the tensor that an operation makes."""
    if isinstance(thing, Tensor):
        return m.is_given(m.content(thing))
    return not isinstance(thing, Const)


def _match_open(m: Machine, frame: Frame, subject: Value, pattern: t.Pattern, place: Place) -> Guard:
    """A pattern that is not decided: its captures get what the subject carries."""
    for inner in pattern.patterns:
        index = m.unknown("a part", ("part", inner.span))
        if only(subject) != Const(None):
            matches(m, frame, sequences.get_item(m, frame, subject, index, place), inner)
    if pattern.name is not None:
        assign.bind(m, frame, pattern.name, subject)
    text = f"the subject matches line {pattern.span.line}"
    return m.space.atom(Atom(("match", frame.context, pattern.span), text, f"not ({text})"))
