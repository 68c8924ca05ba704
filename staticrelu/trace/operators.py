"""Arithmetic: on tensors it is data flow, on constants it is done, on lists it joins them."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from staticrelu import limits
from staticrelu.graph import Edge
from staticrelu.place import Place
from staticrelu.trace import calls, conditions, enumerations, objects, sequences, texts
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, bounded, element_values
from staticrelu.trace.values import (
    Class,
    Const,
    Elements,
    Entries,
    Library,
    Listing,
    Many,
    Mapping,
    Obj,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    things,
)
from staticrelu.tree_text import binds

_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
}
_METHODS = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "truediv",
    "//": "floordiv",
    "%": "mod",
    "@": "matmul",
    "**": "pow",
    "&": "and",
    "|": "or",
    "^": "xor",
    "<<": "lshift",
    ">>": "rshift",
}
_LARGEST = 1 << 64


def binary(m: Machine, frame: Frame, op: str, left: Value, right: Value, place: Place) -> Value:
    """``left op right``."""
    if op in "+%" and any(map(_is_text, (*things(left), *things(right)))):
        # What the model is given and what is put into a text is no tensor.
        left, right = (tuple((g, m.given(x)) for g, x in value) for value in (left, right))
    edges = [*_tensor_edges(m, left), *_tensor_edges(m, right)]
    if edges and not any(_defines_operators(x) for _, x in (*left, *right)):
        return m.tensor(m.node("operator", op, place, frame, edges, traits=_traits(m, op, edges)))

    def with_left(a: Thing) -> Value:
        return m.each(right, place, lambda b: _binary(m, frame, op, a, b, place))

    return m.each(left, place, with_left)


def _defines_operators(thing: Thing) -> bool:
    """Whether an operand is an object of a scanned class, which may say itself what the operator does."""
    return isinstance(thing, Obj) and isinstance(thing.cls, Class)


def _tensor_edges(m: Machine, value: Value) -> list[Edge]:
    """Edges from the operand itself, if it is a tensor; a list of tensors is no tensor."""
    return [Edge(m.content(x), g) for g, x in m.live(value) if isinstance(x, Tensor)]


def _traits(m: Machine, op: str, edges: list[Edge]) -> frozenset[str]:
    """What is made of masks by logic is a mask."""
    is_mask = op in "&|^~" and any(sequences.MASK in m.graph.nodes[edge.source].traits for edge in edges)
    return frozenset((sequences.MASK,)) if is_mask else frozenset()


def _binary(m: Machine, frame: Frame, op: str, a: Thing, b: Thing, place: Place) -> Value:
    if op == "%" and isinstance(a, Const) and isinstance(a.value, str):
        named = dict(m.entries(b).known) if isinstance(b, Mapping) else {}
        given = element_values(b.elements) if isinstance(b, Tuple) else [m.just(b)]
        return texts.percent(m, a.value, given, named, place)
    if isinstance(a, Const) and isinstance(b, Const):
        return m.just(_constant(op, a.value, b.value, place))
    if isinstance(a, Obj) or isinstance(b, Obj):
        return _by_method(m, frame, op, a, b, place)
    if op == "+" and isinstance(a, Tuple | Listing) and isinstance(b, Tuple | Listing):
        elements = (*sequences.iterate(m, frame, m.just(a), place), *sequences.iterate(m, frame, m.just(b), place))
        return m.just(Tuple(bounded(elements))) if isinstance(a, Tuple) else m.new_list(frame, place, elements)
    if op == "*" and isinstance(a, Tuple | Listing | Const) and isinstance(b, Tuple | Listing | Const | Symbol):
        return _repeat(m, frame, a, b, place)
    if op == "*" and isinstance(b, Tuple | Listing):
        return _repeat(m, frame, b, a, place)
    if op == "|" and isinstance(a, Mapping) and isinstance(b, Mapping):
        known = {(type(k), k): (k, v) for entries in (m.entries(a), m.entries(b)) for k, v in entries.known}
        return m.new_dict(place, Entries(tuple(known.values()), m.entries(a).others or m.entries(b).others))
    if op in ("%", "//") and a == Const(0) and isinstance(b, Symbol):
        return m.just(a)  # by whatever number it is divided
    symbol = _symbol(op, a, b, place)
    if op == "+" and (_is_text(a) or _is_text(b)):
        return m.just(texts.joined((a, b), place, symbol.text, symbol.reason))
    return m.just(symbol)


def _is_text(thing: Thing) -> bool:
    return (isinstance(thing, Const) and isinstance(thing.value, str)) or (
        isinstance(thing, Symbol) and bool(thing.pattern)
    )


def _constant(op: str, a: object, b: object, place: Place) -> Thing:
    """The result on constants; what is not defined, or grows without bound, stays open."""
    function = _ARITHMETIC.get(op)
    small = all(not isinstance(x, int) or abs(x) < _LARGEST for x in (a, b))
    text = op == "+" and isinstance(a, str) and isinstance(b, str) and len(a) + len(b) < limits.MAX_TEXT
    numbers = isinstance(a, int | float) and isinstance(b, int | float)
    if function is not None and (numbers or text) and small:
        try:
            return Const(function(a, b))
        except (ArithmeticError, TypeError, ValueError):
            pass
    return _symbol(op, Const(a), Const(b), place)


def _operand(thing: Thing, least: int) -> str:
    """An operand for a reader, in brackets where its own operator binds less than that."""
    if isinstance(thing, Const):
        return conditions.literal(thing.value)
    if not isinstance(thing, Symbol):
        return "..."
    inner = thing.key[0] if isinstance(thing.key, tuple) and len(thing.key) == 3 else ""
    return f"({thing.text})" if inner in _METHODS and binds(inner) < least else thing.text


def _symbol(op: str, a: Thing, b: Thing, place: Place) -> Symbol:
    texts = _operand(a, binds(op)), _operand(b, binds(op) + 1)
    reason = next((x.reason for x in (a, b) if isinstance(x, Symbol) and x.reason), "")
    parts = tuple(x if isinstance(x, Symbol | Const) else place for x in (a, b))
    return Symbol((op, *parts), f"{texts[0]} {op} {texts[1]}", reason)


def _repeat(m: Machine, frame: Frame, sequence: Thing, times: Thing, place: Place) -> Value:
    if not isinstance(sequence, Tuple | Listing):
        sequence, times = times, sequence
    if not isinstance(sequence, Tuple | Listing):
        return m.just(_symbol("*", sequence, times, place))
    repeated = _repeated(sequences.iterate(m, frame, m.just(sequence), place), times)
    return m.just(Tuple(repeated)) if isinstance(sequence, Tuple) else m.new_list(frame, place, repeated)


def _repeated(elements: Elements, times: Thing) -> Elements:
    count = times.value if isinstance(times, Const) and isinstance(times.value, int) else None
    if count is not None and count * len(elements) <= limits.MAX_ELEMENTS:
        return elements * max(count, 0)
    return (Many(tuple(element_values(elements))),) if elements else ()


def _by_method(m: Machine, frame: Frame, op: str, a: Thing, b: Thing, place: Place) -> Value:
    name = _METHODS.get(op, op)
    for holder, other, method_name in ((a, b, f"__{name}__"), (b, a, f"__r{name}__")):
        method = objects.find_method(m, holder, method_name) if isinstance(holder, Obj) else None
        if method is not None:
            return calls.call(m, frame, method, calls.Args((m.just(other),)), place)
    flags = enumerations.combined(m, op, a, b)
    if flags is not None:
        return flags
    numbers = conditions.plain(m, a), conditions.plain(m, b)
    if not any(isinstance(x, Obj) for x in numbers):
        return _binary(m, frame, op, *numbers, place)
    if op == "+" and isinstance(a, Obj) and m.store.get((a, "[]")) is not None:
        return _like(m, frame, a, (*m.elements(a), *sequences.iterate(m, frame, m.just(b), place)), place)
    if op == "*" and isinstance(a, Obj) and m.store.get((a, "[]")) is not None:
        return _like(m, frame, a, _repeated(m.elements(a), b), place)
    edges = [*m.flows(m.just(a)), *m.flows(m.just(b))]
    if edges:
        return m.tensor(m.node("operator", op, place, frame, edges))
    return m.unknown(f"the result of {op}", (op, a, b), f"{op} on an object")


def _like(m: Machine, frame: Frame, obj: Obj, elements: Elements, place: Place) -> Value:
    """A new object of the library's class of containers that an object is one of."""
    bases = (base for base in m.bases(obj.cls) if isinstance(base, Library))
    cls = next(base for base in bases if (entry := m.catalog.entry(base.name)) is not None and entry.container)
    made = m.object(frame, cls, place)
    m.store.set((made, "[]"), bounded(elements))
    return m.just(made)


def unary(m: Machine, frame: Frame, op: str, value: Value, place: Place) -> Value:
    """``-x``, ``+x``, ``~x``."""
    edges = _tensor_edges(m, value)
    if edges:
        return m.tensor(m.node("operator", op, place, frame, edges, traits=_traits(m, op, edges)))

    def handle(thing: Thing) -> Value:
        if isinstance(thing, Const) and isinstance(thing.value, int | float) and op in "-+":
            return m.const(-thing.value if op == "-" else thing.value)
        method = objects.find_method(m, thing, {"-": "__neg__", "+": "__pos__"}.get(op, "__invert__"))
        if method is not None:
            return calls.call(m, frame, method, calls.Args(), place)
        return m.just(_symbol(op, Const(0), thing, place))

    return m.each(value, place, handle)


def in_place(m: Machine, frame: Frame, op: str, target: Value, operand: Value, place: Place) -> Value:
    """``target op= operand``: a tensor is written in place, a list grows, anything else is computed anew."""

    def handle(thing: Thing) -> Value:
        if isinstance(thing, Tensor):
            node = sequences.write(m, frame, thing, m.flows(operand), place, target=f"{op}=")
            return m.tensor(node, thing)
        if isinstance(thing, Listing) and op == "+":
            elements = (*m.elements(thing), *sequences.iterate(m, frame, operand, place))
            m.store.set((thing, "[]"), bounded(elements))
            return m.just(thing)
        if isinstance(thing, Obj):
            method = objects.find_method(m, thing, f"__i{_METHODS.get(op, op)}__")
            if method is not None:
                return calls.call(m, frame, method, calls.Args((operand,)), place)
            if op == "+" and m.store.get((thing, "[]")) is not None:
                elements = (*m.elements(thing), *sequences.iterate(m, frame, operand, place))
                m.store.set((thing, "[]"), bounded(elements))
                return m.just(thing)
        return binary(m, frame, op, m.just(thing), operand, place)

    return m.each(target, place, handle)
