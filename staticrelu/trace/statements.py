"""What each kind of statement does; loops and imports have files of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from staticrelu import tree as t
from staticrelu.guards import Atom, Guard
from staticrelu.trace import (
    assign,
    calls,
    classes,
    conditions,
    expressions,
    generators,
    matching,
    names,
    objects,
    operators,
)
from staticrelu.trace.frames import End, Frame
from staticrelu.trace.machine import Machine, statement
from staticrelu.trace.values import NOTHING, Const, Tensor, Value
from staticrelu.tree_text import unparse


@statement(t.ExprStmt)
def run_expression(m: Machine, frame: Frame, node: t.ExprStmt) -> None:
    """An expression on its own: for what it does."""
    if isinstance(node.value, t.Constant):
        return
    for _, thing in m.eval(frame, node.value):
        if isinstance(thing, Tensor):
            nodes = m.graph.nodes
            nodes[thing.node] = replace(nodes[thing.node], dropped=True)  # a summary of what made it keeps it as it was


@statement(t.Assign)
def run_assign(m: Machine, frame: Frame, node: t.Assign) -> None:
    """``target = value``; what raises leaves the target as it was, for whoever catches it."""
    value = m.eval(frame, node.value)
    for target in node.targets if not m.path.is_false else ():
        assign.assign(m, frame, target, value)


@statement(t.AnnAssign)
def run_annotated(m: Machine, frame: Frame, node: t.AnnAssign) -> None:
    """``target: annotation = value``."""
    if node.value is not None:
        assign.assign(m, frame, node.target, m.eval(frame, node.value))


@statement(t.AugAssign)
def run_augmented(m: Machine, frame: Frame, node: t.AugAssign) -> None:
    """``target op= value``."""
    place = m.place(frame, node.span)
    target = m.eval(frame, node.target)
    value = m.eval(frame, node.value)
    if m.path.is_false:
        return
    result = operators.in_place(m, frame, node.op, target, value, place)
    assign.assign(m, frame, node.target, result)


@statement(t.Return)
def run_return(m: Machine, frame: Frame, node: t.Return) -> None:
    """``return``: the way ends here, and the caller goes on with what it holds."""
    value = m.eval(frame, node.value) if node.value is not None else m.const(None)
    if m.path.is_false:
        return
    if frame.is_entry:
        calls.output(m, frame, value, m.place(frame, node.span))
    m.leave(frame.returns, value)


@statement(t.Raise)
def run_raise(m: Machine, frame: Frame, node: t.Raise) -> None:
    """``raise``: the entry does not run to its end on this way, unless a handler catches it."""
    m.fail()


@statement(t.Assert)
def run_assert(m: Machine, frame: Frame, node: t.Assert) -> None:
    """``assert``: whoever runs to the end has passed it."""
    holds = conditions.test(m, frame, node.test)
    m.graph.assumed.add(~m.path | holds)


@statement(t.Delete)
def run_delete(m: Machine, frame: Frame, node: t.Delete) -> None:
    """``del``: the name or the entry holds nothing any more."""
    for target in node.targets:
        objects.delete(m, frame, target)


@statement(t.Scope)
def run_scope(m: Machine, frame: Frame, node: t.Scope) -> None:
    """``global`` and ``nonlocal`` have had their effect when the local names were collected."""


@statement(t.If)
def run_if(m: Machine, frame: Frame, node: t.If) -> None:
    """``if``: arms that are possible run, each on its own way."""
    base, path, mark = m.store, m.path, len(m.left)
    ends: list[End] = []
    left = m.space.true
    for test, body in (*node.arms, (None, node.orelse)):
        m.path, m.store = path & left, base
        if m.path.is_false:
            break
        # The test runs on the way that is left: what it assigns (``:=``) later arms and what follows see.
        holds = conditions.test(m, frame, test) if test is not None else m.space.true
        taken = left & holds
        if path.implies(taken):
            m.path = path
            m.run(frame, body)
            return
        end = _arm(m, frame, base, path & taken, body)
        if end is not None:
            ends.append(end)
        left = left & ~holds
    m.merge(base, path, ends, m.place(frame, node.span), mark)


def _arm(m: Machine, frame: Frame, base: object, path: Guard, body: tuple[t.Stmt, ...]) -> End | None:
    if path.is_false:
        return None
    m.path, m.store = path, base.child()  # type: ignore[attr-defined]
    m.run(frame, body)
    return None if m.path.is_false else End(m.path, m.store)


@statement(t.With)
def run_with(m: Machine, frame: Frame, node: t.With) -> None:
    """``with``: the target is what ``__enter__`` gives; the managers are left in turn, the last one first."""
    body = node.body
    for value, _ in node.items:
        if isinstance(value, t.Call) and names.of_library(m, frame, value.func) == _SUPPRESS:
            body = (_suppressing(value, body),)
    _run_within(m, frame, node.items, body)


def _run_within(
    m: Machine, frame: Frame, items: Sequence[tuple[t.Expr, t.Expr | None]], body: tuple[t.Stmt, ...]
) -> None:
    """Run a body within managers. That of a generator is where it yields: the body runs there."""
    if not items:
        m.run(frame, body)
        return
    value, target = items[0]
    place, path = m.place(frame, value.span), m.path

    def run(entered: Value) -> None:
        if target is not None:
            assign.assign(m, frame, target, entered)
        _run_within(m, frame, items[1:], body)

    manager, entries = generators.evaluate(m, frame, value, run)
    others = tuple((guard, x) for guard, x in m.live(manager) if x != Const(None)) if entries else manager

    def enter() -> Value:
        run(calls.enter(m, frame, others, place))
        calls.leave(m, frame, others, place)
        return NOTHING

    there = m.space.any(guard for guard, _ in others) if entries else m.space.true
    m.graph.assumed.add(~path | there | m.space.any(entries))  # a generator that does not yield raises
    if not there.is_false:
        m.branches([(there, enter), (~there, lambda: NOTHING)], place)


_SUPPRESS = "contextlib.suppress"


def _suppressing(call: t.Call, body: tuple[t.Stmt, ...]) -> t.Try:
    """``with suppress(Error): body`` as the ``try`` that it is."""
    named = tuple(argument.value for argument in call.args)
    caught = named[0] if len(named) == 1 else t.Display(call.span, "tuple", named)
    return t.Try(call.span, body, (t.Handler(caught, None, (t.Jump(call.span, "pass"),)),), (), ())


@statement(t.Try)
def run_try(m: Machine, frame: Frame, node: t.Try) -> None:
    """``try``: the body is assumed to run through; each handler may run instead, if an exception is raised."""
    place = m.place(frame, node.span)
    base, path, mark, assumed = m.store, m.path, len(m.left), m.graph.assumed.mark
    m.store = base.child()
    outer, m.catches = m.catches, m.catches or bool(node.handlers)
    m.run(frame, node.body)
    m.catches = outer
    after_body = m.store
    if node.handlers:
        m.graph.assumed.forget(assumed)  # a raise in the body is caught
    if not m.path.is_false:
        m.run(frame, node.orelse)
    ends = m.here()
    if_not_raised = [*ends, *m.left[mark:]]
    certain = not if_not_raised  # the body raises, always
    left = m.space.true
    meant = _meant(node)
    for number, handler in enumerate(node.handlers):
        if certain and number < meant:
            continue
        if certain and number == meant:
            raised = m.space.true
        elif _ends_loop(m, frame, handler):
            raised = m.space.false
        else:
            key = ("exception", frame.context, node.span, number, m.round)
            raised = m.space.atom(Atom(key, *_raising(node, handler), kind="exception"))
        had_left = len(m.left)
        end = _handler(m, frame, after_body, path & left & raised, handler)
        if end is not None:
            ends.append(end)
        if end is not None or len(m.left) > had_left:
            for other in if_not_raised:
                other.path = other.path & ~raised
        left = left & ~raised
    m.merge(base, path, [e for e in ends if not e.path.is_false], place, mark)
    if node.final:
        _finally(m, frame, node, m.left[mark:])


def _meant(node: t.Try) -> int:
    """The handler that names what the body itself raises; else the first."""
    raised = next((s.value for s in node.body if isinstance(s, t.Raise) and s.value is not None), None)
    name = unparse(raised.func if isinstance(raised, t.Call) else raised) if raised is not None else ""
    caught = [re.findall(r"[\w.]+", unparse(h.caught)) if h.caught is not None else [] for h in node.handlers]
    return next((number for number, names in enumerate(caught) if name in names), 0)


def _ends_loop(m: Machine, frame: Frame, handler: t.Handler) -> bool:
    """Whether a handler says that a loop has come to the end of its data, which is assumed not to be in its first round."""
    jump = handler.body[-1]
    if not (isinstance(jump, t.Jump) and jump.kind == "break" and handler.caught is not None):
        return False
    is_first = bool(frame.loops) and frame.loops[-1].key not in m.round.loops()
    return is_first and not _EXHAUSTED.isdisjoint(re.findall(r"\w+", unparse(handler.caught)))


_EXHAUSTED = frozenset(("StopIteration", "StopAsyncIteration", "IndexError", "EOFError", "Empty"))


def _raising(node: t.Try, handler: t.Handler) -> tuple[str, str]:
    """That a handler runs, and that it does not, in words."""
    imported = next((s for s in node.body if isinstance(s, t.Import | t.ImportFrom)), None)
    if imported is not None:
        name = imported.names[0][0] if isinstance(imported, t.Import) else "." * imported.level + imported.module
        return f"{name} cannot be imported", f"{name} is imported"
    if handler.caught is not None:
        return f"{unparse(handler.caught)} is raised", f"no {unparse(handler.caught)} is raised"
    return "an exception is raised", "no exception is raised"


def _handler(m: Machine, frame: Frame, store: object, path: Guard, handler: t.Handler) -> End | None:
    if path.is_false:
        return None
    m.path, m.store = path, store.child()  # type: ignore[attr-defined]
    if handler.name is not None:
        assign.bind(m, frame, handler.name, m.unknown(handler.name, ("exception", handler.name)))
    m.run(frame, handler.body)
    return None if m.path.is_false else End(m.path, m.store)


def _finally(m: Machine, frame: Frame, node: t.Try, left: list[End]) -> None:
    """``finally`` runs on every way, also on those that have ``left`` by a return, a break or a continue."""
    path, store = m.path, m.store
    for end in left:
        m.path, m.store = end.path, end.store.child()
        m.run(frame, node.final)
        end.path, end.store = m.path, m.store
    m.path, m.store = path, store
    if not m.path.is_false:
        m.run(frame, node.final)


@statement(t.FunctionDef)
def run_function(m: Machine, frame: Frame, node: t.FunctionDef) -> None:
    """``def``: a function, through its decorators."""
    value: Value = m.just(expressions.make_function(m, frame, node))
    assign.bind(m, frame, node.name, classes.decorate(m, frame, value, node.decorators))


@statement(t.ClassDef)
def run_class(m: Machine, frame: Frame, node: t.ClassDef) -> None:
    """``class``: a class, through its decorators."""
    value: Value = m.just(classes.make_class(m, frame, node))
    assign.bind(m, frame, node.name, classes.decorate(m, frame, value, node.decorators))


@statement(t.Match)
def run_match(m: Machine, frame: Frame, node: t.Match) -> None:
    """``match``: the first case whose pattern fits."""
    base, path, mark = m.store, m.path, len(m.left)
    subject = m.eval(frame, node.subject)
    ends: list[End] = []
    left = m.space.true
    for case in node.cases:
        m.path, m.store = path & left, base.child()
        if m.path.is_false:
            break
        holds = matching.matches(m, frame, subject, case.pattern)
        if case.test is not None:
            m.path = m.path & holds
            holds = holds & conditions.test(m, frame, case.test)
        m.path = path & left & holds
        if not m.path.is_false:
            m.run(frame, case.body)
            if not m.path.is_false:
                ends.append(End(m.path, m.store))
        left = left & ~holds
    if not (path & left).is_false:
        ends.append(End(path & left, base.child(), NOTHING))
    m.merge(base, path, ends, m.place(frame, node.span), mark)
