"""Texts that are put together at run time: f-strings, ``%``, ``format`` and ``+``.

A text with an open part keeps its *pattern*, in which a star stands for what is open: an attribute that is set as
``f"rnn{i}"`` is found again as ``"rnn%d" % layer``.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from staticrelu import limits
from staticrelu.place import Place
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import NOTHING, Const, Symbol, Thing, Value

ANYTHING = "*"
"""The pattern of a text of which nothing is known."""

Piece: TypeAlias = "str | tuple[str, Value]"
"""A literal text, or how a value is put in and the value."""

_PERCENT = re.compile(r"%(?:\((\w+)\))?([-#0 +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?)[hlL]?([diouxXeEfFgGcrsa%])")
_LONGEST_HOW = 5  # characters of a specification: a width of many digits would make a text of any length


# --- making --------------------------------------------


def joined(parts: Sequence[Thing | None], place: Place, text: str, reason: str = "") -> Thing:
    """All parts in a row: a constant where all are, else open, with what is known of it. None is a part that is open."""
    if all(isinstance(part, Const) for part in parts):
        made = "".join(str(part.value) for part in parts if isinstance(part, Const))
        if len(made) < limits.MAX_TEXT:
            return Const(made)
    pattern = re.sub(r"\*+", ANYTHING, "".join(pattern_of(part) for part in parts))
    key = ("text", *(part if isinstance(part, Const | Symbol) else place for part in parts))
    return Symbol(key, text, reason, pattern=pattern if len(pattern) < limits.MAX_SYMBOL_TEXT else "")


def formatted(m: Machine, pieces: Sequence[Piece], place: Place, put: Callable[[str, object], str], text: str) -> Value:
    """The text of all pieces; values of several things give several texts, up to a number of combinations."""
    values = [piece[1] for piece in pieces if not isinstance(piece, str)]

    def make(things: Sequence[Thing | None]) -> Value:
        left = iter(things)
        parts = [Const(p) if isinstance(p, str) else _put(p[0], next(left), put) for p in pieces]
        return m.just(joined(parts, place, text))

    def take(number: int, done: tuple[Thing | None, ...], combinations: int) -> Value:
        if number == len(values):
            return make(done)
        cases = m.live(values[number])
        combinations *= len(cases)
        if not cases or combinations > limits.MAX_CASES:
            return take(number + 1, (*done, None), combinations)
        return m.each(cases, place, lambda thing: take(number + 1, (*done, m.given(thing)), combinations))

    return take(0, (), 1)


def _put(how: str, thing: Thing | None, put: Callable[[str, object], str]) -> Thing | None:
    if isinstance(thing, Symbol):
        return thing if how in ("", "%s") else None
    if not isinstance(thing, Const) or len(how) > _LONGEST_HOW:
        return None
    try:
        return Const(put(how, thing.value))
    except (TypeError, ValueError, OverflowError):
        return None


def percent(m: Machine, text: str, values: Sequence[Value], named: dict[object, Value], place: Place) -> Value:
    """``text % values``, or with names in the text ``text % named``."""
    return formatted(m, list(_by_percent(text, list(values), named)), place, lambda how, x: how % (x,), repr(text))


def _by_percent(text: str, values: list[Value], named: dict[object, Value]) -> Iterator[Piece]:
    end = 0
    for found in _PERCENT.finditer(text):
        yield text[end : found.start()]
        end = found.end()
        name, how, kind = found.groups()
        if kind == "%":
            yield "%"
        elif name is not None:
            yield f"%{how}{kind}", named.get(name, NOTHING)
        else:
            yield f"%{how}{kind}", values.pop(0) if values else NOTHING
    yield text[end:]


def braces(m: Machine, text: str, values: Sequence[Value], named: dict[str, Value], place: Place) -> Value:
    """``text.format(*values, **named)``."""
    try:
        pieces = list(_by_braces(text, values, named))
    except ValueError:
        pieces = [("", NOTHING)]
    return formatted(m, pieces, place, lambda how, x: format(x, how), repr(text))


def _by_braces(text: str, values: Sequence[Value], named: dict[str, Value]) -> Iterator[Piece]:
    number = 0
    for literal, field, how, conversion in string.Formatter().parse(text):
        yield literal
        if field is None:
            continue
        position = int(field) if field.isdecimal() and len(field) < 4 else number if not field else -1
        number += not field
        value = values[position] if 0 <= position < len(values) else named.get(field, NOTHING)
        yield how or "", NOTHING if conversion else value


# --- comparing --------------------------------------------


def pattern_of(thing: Thing | None) -> str:
    """What is known of a text."""
    if isinstance(thing, Const):
        return str(thing.value)
    return (isinstance(thing, Symbol) and thing.pattern) or ANYTHING


def matches(pattern: str, name: str) -> bool:
    """Whether a text of this pattern may be this name."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), name) is not None


def may_agree(one: str, other: str) -> bool:
    """Whether a text of the first pattern may be of the second; two open patterns are told apart by how they begin and end."""
    if "*" not in other:
        return matches(one, other)
    (a, *_, b), (c, *_, d) = one.split("*"), other.split("*")
    return (a.startswith(c) or c.startswith(a)) and (b.endswith(d) or d.endswith(b))


def open_part(symbol: Symbol) -> tuple[str, Symbol, str] | None:
    """The text before, the open thing, and the text after, where one thing alone is open in a text."""
    key = symbol.key
    if not (symbol.pattern and isinstance(key, tuple) and key[0] == "text"):
        return None
    found = [i for i, part in enumerate(key) if isinstance(part, Symbol)]
    if len(found) != 1 or not all(isinstance(part, Const | Symbol) for part in key[1:]):
        return None
    before, after = ("".join(str(part.value) for part in part_) for part_ in (key[1 : found[0]], key[found[0] + 1 :]))
    return before, key[found[0]], after
