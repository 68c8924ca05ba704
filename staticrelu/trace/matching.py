"""``case`` patterns as guards."""

from __future__ import annotations

from staticrelu import tree as t
from staticrelu.guards import Atom, Guard
from staticrelu.place import Place
from staticrelu.trace import assign, conditions, objects, sequences
from staticrelu.trace.builtins import isinstance_guard
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, known_values
from staticrelu.trace.values import (
    Class,
    Const,
    Entries,
    Listing,
    Mapping,
    One,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
)
from staticrelu.tree_text import unparse


def matches(m: Machine, frame: Frame, subject: Value, pattern: t.Pattern) -> Guard:
    """The guard under which the subject fits the pattern; captures are bound."""
    place = m.place(frame, pattern.span)
    if pattern.kind == "value" and pattern.expr is not None:
        text = f"the subject == {unparse(pattern.expr)}"
        return conditions.compare_values(m, subject, "==", m.eval(frame, pattern.expr), text)
    if pattern.kind in ("capture", "star"):
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
    if pattern.kind == "mapping":
        return _match_mapping(m, frame, subject, pattern, place)
    return _match_open(m, frame, subject, pattern, place)


def _match_class(m: Machine, frame: Frame, subject: Value, pattern: t.Pattern, place: Place) -> Guard:
    assert pattern.expr is not None
    wanted = m.eval(frame, pattern.expr)
    thing, cls = only(subject), only(wanted)
    holds = isinstance_guard(m, frame, subject, wanted, thing.text if isinstance(thing, Symbol) else "the subject")
    fields = [x.target.id for x in cls.fields if isinstance(x.target, t.Name)] if isinstance(cls, Class) else []
    for number, (name, inner) in enumerate(zip(pattern.names, pattern.patterns, strict=True)):
        name = name or (fields[number] if number < len(fields) else "")
        value = objects.get_attribute(m, frame, subject, name, place) if name else subject
        holds = holds & matches(m, frame, value, inner)
    return holds


def _match_sequence(m: Machine, frame: Frame, subject: Value, pattern: t.Pattern, place: Place) -> Guard:
    subject = tuple((g, x) for g, x in m.live(subject) if _may_be_sequence(m, x))
    holds = m.space.any(guard for guard, _ in subject)
    if not subject:
        return holds
    thing = only(subject)
    is_list = isinstance(thing, Listing) and thing.kind == "list"
    values = known_values(sequences.iterate(m, frame, subject, place)) if is_list or isinstance(thing, Tuple) else None
    if values is None or not all(m.path.implies(m.space.any(guard for guard, _ in value)) for value in values):
        return holds & _match_open(m, frame, subject, pattern, place)
    return holds & _match_elements(m, frame, values, pattern, place)


def _match_elements(m: Machine, frame: Frame, values: list[Value], pattern: t.Pattern, place: Place) -> Guard:
    """The guard under which all elements of a sequence fit; a pattern with a star gets as many as the others leave."""
    star = next((number for number, inner in enumerate(pattern.patterns) if inner.kind == "star"), None)
    if star is not None:
        end = len(values) - (len(pattern.patterns) - 1 - star)
        if end < star:
            return m.space.false
        rest = m.new_list(frame, place, tuple(One(value) for value in values[star:end]))
        values = [*values[:star], rest, *values[end:]]
    if len(values) != len(pattern.patterns):
        return m.space.false
    holds = m.space.true
    for value, inner in zip(values, pattern.patterns, strict=True):
        holds = holds & matches(m, frame, value, inner)
    return holds


def _match_mapping(m: Machine, frame: Frame, subject: Value, pattern: t.Pattern, place: Place) -> Guard:
    """The guard under which a dict has all keys of a pattern, and under each of them what fits."""
    thing = only(m.live(subject))
    if isinstance(thing, Const | Tuple | Listing):
        return m.space.false
    entries = m.entries(thing) if isinstance(thing, Mapping) else None
    if entries is None or entries.others:
        return _match_open(m, frame, subject, pattern, place)
    holds, found = m.space.true, []
    for node, inner in zip(pattern.keys, pattern.patterns, strict=True):
        key = m.eval(frame, node)
        holds = holds & conditions.compare_values(m, key, "in", subject, f"{unparse(node)} in the subject")
        value = sequences.lookup(m, entries, key, place, m.const(None))
        holds = holds & matches(m, frame, value, inner)
        found.append(only(key))
    if pattern.name is not None:
        rest = tuple((key, value) for key, value in entries.known if only(m.key(key)) not in found)
        assign.bind(m, frame, pattern.name, m.new_dict(place, Entries(rest)))
    return holds


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
