"""What each kind of expression gives."""

from __future__ import annotations

from staticrelu import tree as t
from staticrelu.trace import (
    assign,
    calls,
    conditions,
    escape,
    iterables,
    library,
    loops,
    names,
    objects,
    operators,
    sequences,
    texts,
)
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, expression
from staticrelu.trace.values import (
    NOTHING,
    Const,
    Elements,
    Entries,
    Function,
    Listing,
    Mapping,
    One,
    Slice,
    Symbol,
    Tensor,
    Tuple,
    Value,
    only,
)
from staticrelu.tree_text import unparse


@expression(t.Name)
def eval_name(m: Machine, frame: Frame, node: t.Name) -> Value:
    """A name: local, of an enclosing function, of the module, or built in."""
    return names.read(m, frame, node.id, m.place(frame, node.span))


@expression(t.Constant)
def eval_constant(m: Machine, frame: Frame, node: t.Constant) -> Value:
    """A literal."""
    return m.const(... if node.kind == "ellipsis" else node.value)


@expression(t.Joined)
def eval_joined(m: Machine, frame: Frame, node: t.Joined) -> Value:
    """An f-string: a constant where all its parts are."""
    given = [m.eval(frame, part) for part in node.parts]
    pieces = [("", value) if node.exact else ("", NOTHING) for value in given]
    return texts.formatted(m, pieces, m.place(frame, node.span), lambda _, x: str(x), unparse(node))


@expression(t.Attribute)
def eval_attribute(m: Machine, frame: Frame, node: t.Attribute) -> Value:
    """``value.name``."""
    value = m.eval(frame, node.value)
    if not hasattr(None, node.name):
        value = _set_by_then(m, frame, node.value, value)
    return objects.get_attribute(m, frame, value, node.name, m.place(frame, node.span))


def _set_by_then(m: Machine, frame: Frame, node: t.Expr, value: Value) -> Value:
    """A value that something is asked of which None does not have.

    Where it is nothing but None as far as can be seen, somebody else has set it by then, and it is open.
    """
    if not value or m.catches or any(thing != Const(None) for _, thing in m.live(value)):
        return value
    text = unparse(node)
    return m.unknown(text, ("set by then", frame.owner or frame.module.path, text))


@expression(t.Subscript)
def eval_subscript(m: Machine, frame: Frame, node: t.Subscript) -> Value:
    """``value[index]``."""
    holder = _set_by_then(m, frame, node.value, m.eval(frame, node.value))
    index = m.eval(frame, node.index)
    return sequences.get_item(m, frame, holder, index, m.place(frame, node.span))


@expression(t.Slice)
def eval_slice(m: Machine, frame: Frame, node: t.Slice) -> Value:
    """``lower:upper:step``."""
    bounds = [m.eval(frame, e) if e is not None else NOTHING for e in (node.lower, node.upper, node.step)]
    return m.just(Slice(*bounds))


@expression(t.Call)
def eval_call(m: Machine, frame: Frame, node: t.Call) -> Value:
    """A call."""
    place = m.place(frame, node.span)
    if isinstance(node.func, t.Name) and node.func.id == "super" and not node.args:
        return objects.zero_argument_super(m, frame, place)
    function = m.eval(frame, node.func)
    args = calls.evaluate_args(m, frame, node.args, iterables.asked(m, frame, function, node.args))
    return calls.call(m, frame, function, args, place, node)


@expression(t.Unary)
def eval_unary(m: Machine, frame: Frame, node: t.Unary) -> Value:
    """``not x``, ``-x``, ``+x``, ``~x``."""
    if node.op == "not":
        return m.boolean(~conditions.test(m, frame, node.operand))
    return operators.unary(m, frame, node.op, m.eval(frame, node.operand), m.place(frame, node.span))


@expression(t.Binary)
def eval_binary(m: Machine, frame: Frame, node: t.Binary) -> Value:
    """A chain of binary operators."""
    result = m.eval(frame, node.first)
    for op, operand in node.rest:
        span = node.span._replace(end_line=operand.span.end_line, end_column=operand.span.end_column)
        result = operators.binary(m, frame, op, result, m.eval(frame, operand), m.place(frame, span))
    return result


@expression(t.Bool)
def eval_bool(m: Machine, frame: Frame, node: t.Bool) -> Value:
    """``a or b``: the first value that decides."""
    place = m.place(frame, node.span)
    result = m.eval(frame, node.values[0])
    previous = node.values[0]
    for operand in node.values[1:]:
        holds = conditions.truth(m, frame, result, previous)
        go_on = holds if node.op == "and" else ~holds

        def keep(kept: Value = result, decided: bool = node.op == "or") -> Value:
            return _with_truth(m, kept, decided)

        result = m.branches(
            [(~go_on, keep), (go_on, lambda operand=operand: m.eval(frame, operand))],  # type: ignore[misc]
            place,
        )
        previous = operand
    return result


def _with_truth(m: Machine, value: Value, wanted: bool) -> Value:
    """The cases of a value that are true (or false); a constant's truth leaves no doubt."""
    kept = [(g, x) for g, x in m.live(value) if not isinstance(x, Const) or bool(x.value) == wanted]
    return tuple(kept)


@expression(t.Compare)
def eval_compare(m: Machine, frame: Frame, node: t.Compare) -> Value:
    """A comparison; one that involves a tensor gives a tensor (a mask)."""
    left = m.eval(frame, node.first)
    rights = [m.eval(frame, operand) for _, operand in node.rest]
    edges = [edge for value in (left, *rights) for edge in m.flows(value)]
    if edges and all(op not in ("is", "is not", "in", "not in") for op, _ in node.rest):
        place, traits = m.place(frame, node.span), frozenset((sequences.MASK,))
        mask = m.node("operator", node.rest[0][0], place, frame, edges, traits=traits)
        thing = only(m.live(left))
        if isinstance(thing, Tensor) and node.rest[0][0] in (">", ">=") and library.is_zero(only(m.live(rights[-1]))):
            m.positive[mask] = m.content(thing)
        return m.tensor(mask)
    return m.boolean(conditions.compare(m, frame, node))


@expression(t.IfExp)
def eval_if(m: Machine, frame: Frame, node: t.IfExp) -> Value:
    """``body if test else orelse``."""
    holds = conditions.test(m, frame, node.test)
    arms = [(holds, lambda: m.eval(frame, node.body)), (~holds, lambda: m.eval(frame, node.orelse))]
    return m.branches(arms, m.place(frame, node.span))


def display_elements(m: Machine, frame: Frame, items: tuple[t.Expr, ...]) -> Elements:
    """The elements of a written-out sequence, starred ones spread."""
    elements: list[object] = []
    for item in items:
        if isinstance(item, t.Starred):
            place = m.place(frame, item.span)
            elements += sequences.iterate(m, frame, m.eval(frame, item.value), place)
        else:
            elements.append(One(m.eval(frame, item)))
    return tuple(elements)  # type: ignore[arg-type]


@expression(t.Display)
def eval_display(m: Machine, frame: Frame, node: t.Display) -> Value:
    """A tuple, list or set."""
    elements = display_elements(m, frame, node.items)
    if node.kind == "tuple":
        return m.just(Tuple(elements))
    return m.new_list(frame, m.place(frame, node.span), elements, node.kind)


@expression(t.DictDisplay)
def eval_dict(m: Machine, frame: Frame, node: t.DictDisplay) -> Value:
    """A dict, ``**value`` spread."""
    place = m.place(frame, node.span)
    result = m.new_dict(place, Entries())
    mapping = result[0][1]
    assert isinstance(mapping, Mapping)
    for key, value in node.items:
        if key is None:
            library.fill_dict(m, frame, mapping, m.eval(frame, value), place)
        else:
            index = m.eval(frame, key)
            sequences.set_entry(m, mapping, index, m.eval(frame, value), place)
    return result


@expression(t.Starred)
def eval_starred(m: Machine, frame: Frame, node: t.Starred) -> Value:
    """A starred expression outside a display (an index ``x[*i]``): as a tuple."""
    return m.just(Tuple(display_elements(m, frame, (node,))))


@expression(t.Lambda)
def eval_lambda(m: Machine, frame: Frame, node: t.Lambda) -> Value:
    """A lambda with its defaults."""
    return m.just(make_function(m, frame, node))


def make_function(m: Machine, frame: Frame, node: t.Lambda | t.FunctionDef) -> Function:
    """A function over the scope it is defined in; a class body is no scope for it."""
    defaults = tuple(m.eval(frame, p.default) if p.default is not None else None for p in node.params)
    for default in defaults:
        escape.hand_on(m, default or NOTHING)  # it waits for a call that does without the argument
    env = frame if not frame.is_class else frame.env
    keep(frame)
    owner = frame.owner if frame.is_class else (frame.function.owner if frame.function else None)
    return Function(node, frame.module, env, owner, defaults)


def keep(frame: Frame) -> None:
    """Something closes over a frame: it and those around it outlive their calls."""
    scope: Frame | None = frame
    while scope is not None:
        scope.is_kept = True
        scope = scope.env


@expression(t.Walrus)
def eval_walrus(m: Machine, frame: Frame, node: t.Walrus) -> Value:
    """``(name := value)``."""
    value = m.eval(frame, node.value)
    assign.assign(m, frame, node.target, value)
    return value


@expression(t.Await)
def eval_await(m: Machine, frame: Frame, node: t.Await) -> Value:
    """``await value``: the value."""
    return m.eval(frame, node.value)


@expression(t.Yield)
def eval_yield(m: Machine, frame: Frame, node: t.Yield) -> Value:
    """``yield``: one more element of what the generator gives."""
    if frame.body is not None and node.delegate:
        return loops.delegate(m, frame, node, frame.body)
    value = m.eval(frame, node.value) if node.value is not None else m.const(None)
    if frame.body is not None:
        frame.body(value)
        return m.const(None)
    if frame.yields is not None:
        elements = sequences.iterate(m, frame, value, m.place(frame, node.span)) if node.delegate else (One(value),)
        assign.extend(m, frame.yields, elements)
        if node.delegate and isinstance(only(value), Listing):
            return m.store.get((only(value), calls.RETURNED)) or m.const(None)
    return m.just(Symbol(("sent", node.span), "what is sent in"))
