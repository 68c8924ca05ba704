"""Tests as guards: what is decided is true or false, what is not becomes an atom that a reader recognises."""

from __future__ import annotations

from collections.abc import Hashable

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.guards import Atom, Guard
from staticrelu.trace import texts
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import LATER, Machine, known_values
from staticrelu.trace.values import (
    ITERATOR,
    NOTHING,
    ONE_OF,
    Bound,
    Class,
    Const,
    Elements,
    Entries,
    Library,
    Listing,
    Many,
    Mapping,
    Obj,
    One,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    only,
)
from staticrelu.tree_text import unparse

NEGATED = {"==": "!=", "is": "is not", "in": "not in", "<": ">=", ">": "<="}
_PLAIN = {"builtins.str", "builtins.int", "builtins.float", "enum.IntEnum", "enum.StrEnum", "enum.IntFlag"}
POSITIVE = {negated: op for op, negated in NEGATED.items()}


def test(m: Machine, frame: Frame, node: t.Expr) -> Guard:
    """The guard under which the expression is true."""
    if isinstance(node, t.Unary) and node.op == "not":
        return ~test(m, frame, node.operand)
    if isinstance(node, t.Bool):
        return _test_bool(m, frame, node)
    if isinstance(node, t.Compare):
        return compare(m, frame, node)
    return truth(m, frame, m.eval(frame, node), node)


def _test_bool(m: Machine, frame: Frame, node: t.Bool) -> Guard:
    """``and`` / ``or``: what stands right is only looked at where what stands left does not decide."""
    path = m.path
    result = m.space.true if node.op == "and" else m.space.false
    try:
        for value in node.values:
            open_yet = result if node.op == "and" else ~result
            m.path = path & open_yet
            if m.path.is_false:
                break
            guard = test(m, frame, value)
            result = result & guard if node.op == "and" else result | guard
    finally:
        m.path = path
    return result


def truth(m: Machine, frame: Frame, value: Value, node: t.Expr) -> Guard:
    """The guard under which a value is true; ``node`` is the expression it came from."""
    result = m.space.false
    for guard, thing in m.live(value):
        result = result | (guard & _truth(m, frame, thing, node))
    return result


def _truth(m: Machine, frame: Frame, thing: Thing, node: t.Expr) -> Guard:
    thing = m.given(known_or_open(m, thing))
    if isinstance(thing, Const):
        return m.space.true if thing.value else m.space.false
    if isinstance(thing, Symbol):
        return symbol_truth(m, thing)
    if isinstance(thing, Tensor):
        return _tensor_atom(m, thing, "", unparse(node))
    if isinstance(thing, Bound) and isinstance(thing.receiver, Tensor):  # not called: an attribute of some type
        return _tensor_atom(m, thing.receiver, str(thing.function), unparse(node))
    if isinstance(thing, Tuple):
        return _elements_truth(m, thing.elements, node)
    if isinstance(thing, Listing) and thing.kind != ITERATOR:
        return _elements_truth(m, m.elements(thing), node)
    if isinstance(thing, Mapping):
        return _entries_truth(m, m.entries(thing), node)
    if isinstance(thing, Obj):
        return _object_truth(m, frame, thing, node)
    return m.space.true


def _object_truth(m: Machine, frame: Frame, obj: Obj, node: t.Expr) -> Guard:
    """What its class says of it, by ``__bool__`` or ``__len__``; an object of which nothing is said is true."""
    from staticrelu.trace import calls, enumerations, objects

    for name in ("__bool__", "__len__"):
        method = objects.find_method(m, obj, name)
        if method is not None:
            return truth(m, frame, calls.call(m, frame, method, calls.Args(), m.place(frame, node.span)), node)
    if m.store.get((obj, "[]")) is not None:
        return _elements_truth(m, m.elements(obj), node)
    bits = enumerations.flags(m, obj)
    number = plain(m, obj) if bits is None else Const(bits)
    return m.space.true if number is obj else _truth(m, frame, number, node)


def _elements_truth(m: Machine, elements: Elements, node: t.Expr) -> Guard:
    found = m.space.false
    for element in elements:
        if isinstance(element, One) or not element.optional:
            values = (element.value,) if isinstance(element, One) else element.values
            found = m.space.any([found, *(g for value in values for g, _ in value)])
    optional = any(isinstance(e, Many) and e.optional for e in elements)
    return found | _some_atom(m, elements, node) if optional and not found.is_true else found


def _entries_truth(m: Machine, entries: Entries, node: t.Expr) -> Guard:
    """An entry that was made is there; what an open ``**kwargs`` holds may be nothing."""
    made = (g for g, thing in entries.others if not _is_open(m, thing))
    certain = (value for key, value in entries.known if _whole(m, entries, key, value) is None)
    found = m.space.any([*(g for value in certain for g, _ in value), *made])
    return found | _some_atom(m, entries.others, node) if entries.others and not found.is_true else found


def _is_open(m: Machine, thing: Thing) -> bool:
    return isinstance(m.given(thing), Symbol)


def _some_atom(m: Machine, held: Elements | Value, node: t.Expr) -> Guard:
    text = unparse(node)
    return m.space.atom(Atom(("some", held), text, negation(text)))


def _tensor_atom(m: Machine, tensor: Tensor, suffix: str, text: str) -> Guard:
    key = ("tensor", m.content(tensor), suffix)
    note = notes(m, tensor)
    return m.space.atom(Atom(key, text + note, negation(text) + note))


def notes(m: Machine, *things: Thing) -> str:
    """What a reader is told beside a test on some things: their defaults, and that it is one of a later round."""
    is_later = (x.is_later if isinstance(x, Symbol) else _is_made_later(m, x) for x in things)
    return "".join(_default_note(x) for x in things if isinstance(x, Symbol)) + LATER * any(is_later)


def _is_made_later(m: Machine, thing: Thing) -> bool:
    return isinstance(thing, Tensor) and m.content(thing) >= m.later_from


def negation(text: str) -> str:
    """``not`` a test, for a reader."""
    simple = all(c.isalnum() or c in "_.[]()" for c in text)
    return f"not {text}" if simple else f"not ({text})"


def _given(symbol: Symbol, depth: int = 2) -> tuple[tuple[Thing, Guard], ...]:
    """The arguments and constants that something open is one of, each with its guard; empty where it is not just that.

    They are told apart only here, where they are tested: a value of many cases would double the work of all that follows.
    """
    key = symbol.key
    if not (isinstance(key, tuple) and key[0] == ONE_OF and len(key[1]) <= limits.MAX_PLAIN_CHOICES):
        return ()
    parts: tuple[tuple[Thing, Guard], ...] = key[1]
    return parts if all(_is_given(thing, depth) for thing, _ in parts) else ()


def _is_given(thing: Thing, depth: int) -> bool:
    if isinstance(thing, Symbol):
        return thing.argument or (depth > 0 and bool(_given(thing, depth - 1)))
    return isinstance(thing, Const)


def _given_truth(m: Machine, thing: Thing) -> Guard:
    if isinstance(thing, Symbol):
        return symbol_truth(m, thing)
    return m.space.true if isinstance(thing, Const) and thing.value else m.space.false


def symbol_truth(m: Machine, symbol: Symbol) -> Guard:
    """The guard that a symbol is true. Constants that it is compared with bound it: one that equals "relu" is true."""
    parts = _given(symbol)
    if parts:
        return m.space.any(guard & _given_truth(m, thing) for thing, guard in parts)
    if symbol.above is not None and symbol.above >= 0:
        return m.space.true
    known = m.space.equalities(symbol.key)
    true_ones = m.space.any(g for value, g in known if value)
    none_of_them = ~m.space.any(g for _, g in known)
    return true_ones | (none_of_them & _plain_truth(m, symbol))


def _plain_truth(m: Machine, symbol: Symbol) -> Guard:
    flag = symbol.argument and (symbol.default is None or isinstance(symbol.default.value, bool))
    note = notes(m, symbol)
    if symbol.argument and flag and symbol.default is not None:
        text, negated = f"{symbol.text}=True{note}", f"{symbol.text}=False{note}"
    else:
        text, negated = symbol.text + note, negation(symbol.text) + note
    return m.space.atom(Atom((symbol.key, "truth"), text, negated, required=_is_required(symbol)))


def _is_required(symbol: Symbol) -> bool:
    return symbol.argument and symbol.default is None


def _default_note(symbol: Symbol) -> str:
    """`` (default "tanh")``, with the places that give a deciding value; empty for what is no argument with a default."""
    notes = []
    if symbol.default is not None:
        notes.append(f"default {literal(symbol.default.value)}")
    notes += [f"{literal(value)} at {place}" for value, place in symbol.candidates[:3]]
    return f" ({'; '.join(notes)})" if symbol.argument and notes else ""


def literal(value: object) -> str:
    """A constant as source text, strings in double quotes."""
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple):
        return f"({', '.join(literal(x) for x in value)}{',' if len(value) == 1 else ''})"
    return repr(value)


def symbol_equals(m: Machine, symbol: Symbol, constant: object, word: str = "==") -> Guard:
    """The guard that a symbol equals a constant."""
    parts = _given(symbol)
    if parts:
        return m.space.any(guard & _compare(m, thing, word, Const(constant), "") for thing, guard in parts)
    part = texts.open_part(symbol)
    if part is not None and isinstance(constant, str):
        return _part_equals(m, part, constant)
    if constant is None and _is_never_none(symbol):
        return m.space.false
    if symbol.above is not None and isinstance(constant, int | float) and constant <= symbol.above:
        return m.space.false
    if isinstance(constant, bool) and symbol.argument and isinstance(getattr(symbol.default, "value", None), bool):
        guard = symbol_truth(m, symbol)
        return guard if constant else ~guard
    note = notes(m, symbol)
    words = "is" if constant is None else word
    text = f"{symbol.text} {words} {literal(constant)}{note}"
    negated = f"{symbol.text} {NEGATED.get(words, 'is not')} {literal(constant)}{note}"
    fresh = all(type(v) is not type(constant) or v != constant for v, _ in m.space.equalities(symbol.key))
    guard = m.space.equals(
        symbol.key,
        constant,
        Atom(
            (symbol.key, "is", type(constant), constant),
            text,
            negated,
            subject=symbol.key,
            required=_is_required(symbol),
        ),
    )
    truth_key = (symbol.key, "truth")
    if fresh and m.space.has_atom(truth_key):
        # The symbol's truth was asked for earlier: being equal to a true constant implies it.
        plain = m.space.atom(Atom(truth_key, "", ""))
        m.graph.assumed.add(~guard | (plain if constant else ~plain))
    return guard


_NEVER_NONE = frozenset(("text", "counter", "*", "/", "//", "%", "**"))
"""What a symbol is computed by where the result is a text or a number."""


def _is_never_none(symbol: Symbol) -> bool:
    """Whether it is a text or a number, or something that a library has under an open name."""
    key = symbol.key if isinstance(symbol.key, tuple) else ("",)
    return key[0] in _NEVER_NONE or (key[0] == "getattr" and isinstance(key[1], Library))


def _part_equals(m: Machine, part: tuple[str, Symbol, str], constant: str) -> Guard:
    """The guard that a text with one open part equals a constant: that the part is what the rest leaves of it."""
    before, symbol, after = part
    if len(constant) < len(before) + len(after) or not (constant.startswith(before) and constant.endswith(after)):
        return m.space.false
    middle: str | int = constant[len(before) : len(constant) - len(after)]
    if str(middle).isdecimal() and not any(isinstance(v, str) for v in _known_constants(m, symbol)):
        middle = int(middle)
    return symbol_equals(m, symbol, middle)


def possible_constants(m: Machine, symbol: Symbol) -> list[object]:
    """The constants that an open thing is known to be possible: its default, what it is given, what it is compared with."""
    part = texts.open_part(symbol)
    if part is not None:
        return [f"{part[0]}{value}{part[2]}" for value in possible_constants(m, part[1])]
    return [v for v in _known_constants(m, symbol) if m.path.meets(symbol_equals(m, symbol, v))]


def _known_constants(m: Machine, symbol: Symbol) -> list[object]:
    parts = _given(symbol)
    if parts:
        known = (_known_constants(m, x) if isinstance(x, Symbol) else [x.value] for x, _ in parts)  # type: ignore[union-attr]
        return list(dict.fromkeys(value for values in known for value in values))
    found = [symbol.default.value] if symbol.default is not None else []
    found += [value for value, _ in symbol.candidates]
    found += [value for value, _ in m.space.equalities(symbol.key)]
    return list(dict.fromkeys(found))


def compare(m: Machine, frame: Frame, node: t.Compare) -> Guard:
    """The guard of a comparison, also a chained one."""
    left = m.eval(frame, node.first)
    result = m.space.true
    source = node.first
    for op, operand in node.rest:
        right = m.eval(frame, operand)
        result = result & compare_values(m, left, op, right, f"{unparse(source)} {op} {unparse(operand)}")
        left, source = right, operand
    return result


def compare_values(m: Machine, left: Value, op: str, right: Value, text: str) -> Guard:
    """The guard that ``left op right`` holds; ``text`` is what a reader sees where it is open."""
    if op in POSITIVE:
        positive = POSITIVE[op]
        return ~compare_values(m, left, positive, right, text.replace(f" {op} ", f" {positive} ", 1))
    result = m.space.false
    for g1, a in m.live(left):
        for g2, b in m.live(right):
            both = g1 & g2
            if not both.is_false:
                result = result | (both & _compare(m, a, op, b, text))
    return result


def _compare(m: Machine, a: Thing, op: str, b: Thing, text: str) -> Guard:
    if op == "in" and isinstance(b, Obj):
        from staticrelu.trace import enumerations

        part, whole = enumerations.flags(m, a), enumerations.flags(m, b)
        if part is not None and whole is not None:
            return m.space.true if part & whole == part else m.space.false
    if op != "is":
        a, b = plain(m, a), plain(m, b)
    if op == "in":
        return _contains(m, a, b, text)
    if isinstance(a, Const) and isinstance(b, Const):
        return _decided(m, a.value, op, b.value, text)
    if op in ("==", "is"):
        return _equal(m, a, b, op, text)
    if isinstance(a, Symbol) and isinstance(b, Const) and a.above is not None:
        decided = _counter(a.above, op, b.value)
        if decided is not None:
            return m.space.true if decided else m.space.false
    return _open(m, a, op, b, text)


def plain(m: Machine, thing: Thing) -> Thing:
    """What compares: a member of an enumeration of texts or of numbers is the one that it stands for."""
    if isinstance(thing, Obj) and isinstance(thing.cls, Class) and _names(thing.cls) & _PLAIN:
        return only(m.store.get((thing, "value")) or NOTHING) or thing
    return thing


def _names(cls: Class) -> set[str]:
    return {base.name for base in cls.order if isinstance(base, Library)}


def _compares_itself(m: Machine, thing: Thing) -> bool:
    """Whether objects of a class are told equal by what they hold."""
    from staticrelu.trace import objects

    has_fields = isinstance(thing, Obj) and isinstance(thing.cls, Class) and bool(thing.cls.fields)
    return has_fields or objects.find_method(m, thing, "__eq__") is not None


def _decided(m: Machine, a: object, op: str, b: object, text: str) -> Guard:
    try:
        holds = {"==": a == b, "is": a == b and type(a) is type(b)}.get(op)
        if holds is None:
            holds = a < b if op == "<" else a > b  # type: ignore[operator]
    except TypeError:
        return m.space.false
    return m.space.true if holds else m.space.false


def _counter(above: int, op: str, bound: object) -> bool | None:
    if not isinstance(bound, int | float):
        return None
    if op == ">" and bound <= above:
        return True
    return False if op == "<" and bound <= above + 1 else None


def known_or_open(m: Machine, thing: Thing) -> Thing:
    """A name of a library that the catalog does not know may be any value: it is something open."""
    if isinstance(thing, Library) and m.catalog.entry(thing.name) is None and m.catalog.package(thing.name) is None:
        return Symbol(("library", thing.name), thing.name.rpartition(".")[2], thing.name)
    return thing


def _equal(m: Machine, a: Thing, b: Thing, op: str, text: str) -> Guard:
    a, b = known_or_open(m, a), known_or_open(m, b)
    if isinstance(b, Symbol) and not isinstance(a, Symbol):
        a, b = b, a
    if a == b and not (isinstance(a, Symbol) and a.reason):
        return m.space.true
    if isinstance(a, Symbol):
        if isinstance(b, Const) and isinstance(b.value, bool | int | float | str | None):
            return symbol_equals(m, a, b.value, op)
        return _open(m, a, op, b, text)
    if isinstance(a, Tensor) or isinstance(b, Tensor):
        return _tensor_equal(m, a, b, op, text)
    if isinstance(a, Tuple) and isinstance(b, Tuple) and op == "==":
        return _tuples_equal(m, a, b, text)
    if isinstance(a, Listing | Mapping) and isinstance(b, Listing | Mapping) and op == "==":
        return _open(m, a, op, b, text)
    if op == "==" and (_compares_itself(m, a) or _compares_itself(m, b)):
        return _open(m, a, op, b, text)
    return m.space.false


def _tuples_equal(m: Machine, a: Tuple, b: Tuple, text: str) -> Guard:
    if len(a.elements) != len(b.elements):
        return m.space.false
    result = m.space.true
    for x, y in zip(a.elements, b.elements, strict=True):
        if not (isinstance(x, One) and isinstance(y, One)):
            return _open(m, a, "==", b, text)
        result = result & compare_values(m, x.value, "==", y.value, text)
    return result


def _tensor_equal(m: Machine, a: Thing, b: Thing, op: str, text: str) -> Guard:
    """A made tensor is not None; whether what the model is given is None, is open."""
    tensor, other = (a, b) if isinstance(a, Tensor) else (b, a)
    assert isinstance(tensor, Tensor)
    node = m.graph.nodes[m.content(tensor)]
    if isinstance(other, Const) and other.value is None and not m.is_given(node.number):
        return m.space.false
    if isinstance(other, Library | Obj) and not m.is_given(node.number):
        return m.space.false
    given = m.inputs.get(node.number)
    if given is not None and isinstance(other, Const):
        return symbol_equals(m, given, other.value, op)
    return _open(m, a, op, b, text)


def _contains(m: Machine, item: Thing, container: Thing, text: str) -> Guard:
    value = m.just(item)
    if isinstance(container, Mapping) or (isinstance(container, Obj) and m.store.get((container, "{}")) is not None):
        entries = m.entries(container)
        found = m.space.false
        for key, held in entries.known:
            there = m.space.any(g for g, _ in held)
            whole = _whole(m, entries, key, held)
            if whole is not None:  # that the default has the key says nothing of what else is given
                there = there & _open(m, Const(key), "in", whole, f"{literal(key)} in {whole.text}")
            found = found | (there & compare_values(m, value, "==", m.key(key), text))
        if not entries.others:
            return found
        others = only(entries.others)
        if isinstance(others, Symbol) and isinstance(item, Const):
            return found | _open(m, item, "in", others, f"{literal(item.value)} in {others.text}")
        return found | _open(m, item, "in", container, text)
    if isinstance(container, Const) and isinstance(container.value, str) and isinstance(item, Const):
        return m.space.true if str(item.value) in container.value else m.space.false
    elements = container.elements if isinstance(container, Tuple) else None
    if isinstance(container, Listing):
        elements = m.elements(container)
    values = known_values(elements) if elements is not None else None
    if values is None:
        return _open(m, item, "in", container, text)
    return m.space.any(compare_values(m, value, "==", held, text) for held in values)


def _whole(m: Machine, entries: Entries, key: object, held: Value) -> Symbol | None:
    """The open dict whose item an entry is by default, if it is one."""
    item = only(held)
    if isinstance(item, Mapping):
        item = only(m.entries(item).others)
    wholes = (x for _, x in entries.others if isinstance(x, Symbol))
    return next((w for w in wholes if isinstance(item, Symbol) and item.key == ("item", w.key, Const(key))), None)


def _open(m: Machine, a: Thing, op: str, b: Thing, text: str) -> Guard:
    """A test that cannot be decided: the same atom for the same test on the same things."""
    note = notes(m, a, b)
    key = (op, _identity(m, a), _identity(m, b))
    negated = text.replace(f" {op} ", f" {NEGATED[op]} ", 1) if f" {op} " in text else negation(text)
    return m.space.atom(Atom(key, text + note, negated + note))


def _identity(m: Machine, thing: Thing) -> Hashable:
    return ("tensor", m.content(thing)) if isinstance(thing, Tensor) else thing
