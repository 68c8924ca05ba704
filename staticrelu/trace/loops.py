"""Loops and comprehensions.

A loop over known elements is unrolled. Of an unknown number of rounds, the first is assumed to run; all later ones are
run once more as one round that stands for them, under the atom "the loop runs again": at its head, every tensor that
the first round changed is a join of what came in and what goes round the back edge, so that the graph has the cycle
that the program has. Where that round cannot stand for all, since it changes what no other has changed or asks which one it
is, another one is run. A list that grows by some elements in each round holds, afterwards, that group of elements
several times in a row.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.graph import Edge
from staticrelu.guards import Atom, Guard
from staticrelu.place import Place
from staticrelu.project.walk import walk
from staticrelu.trace import apart, assign, conditions, generators, memo, names, positions, sequences
from staticrelu.trace.frames import MEMORY, End, Frame, Key, Loop, Store
from staticrelu.trace.machine import Machine, element_values, expression, statement
from staticrelu.trace.values import (
    COUNTER,
    ITERATOR,
    NOTHING,
    Const,
    Elements,
    Entries,
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

AGAIN = "the loop runs again"

_ORDERS = frozenset(("<", "<=", ">", ">="))


def again(m: Machine, key: object, text: str = AGAIN) -> Guard:
    """The guard that a loop (or a model's call) has a further round."""
    return m.space.atom(Atom(("again", key), text, "", "again"))


class Rounds:
    """The rounds of one loop: runs ``body`` for each element, and keeps what the rounds before have changed."""

    def __init__(self, m: Machine, place: Place, key: object, text: str = AGAIN) -> None:
        self.m = m
        self.place = place
        self.loop = self.key = key
        self.text = text
        self.base = m.store
        self.first_node = len(m.graph.nodes)
        self._counters: dict[Key, Symbol] = {}
        m.store = m.store.child()

    def once(self, body: Callable[[], None]) -> None:
        """A round that certainly runs."""
        body()

    def further(self, body: Callable[[], None], certain: bool = False) -> None:
        """One round that stands for all further ones, if there are any; ``certain`` where it is known that there are.

        What it is the first to change, the rounds after it find changed: one more stands for those, and so on, as far as
        something is handed on from one name to the next, or a flag comes round. Where a round asks which one it is, the next
        one may be told another answer; not so where it asks whether its number is beyond another, which stays so.
        """
        first, known, asked = self.key, self._changed(self.m.store), len(self.m.space.asked)
        goes_on = self._further(body, known, certain) or self._asks_which(asked)
        for number in range(limits.MAX_HANDED_ON):
            changed = self._changed(self.m.store)
            if not goes_on and all(self.base.get(key) is None for key in set(changed).difference(known)):
                break
            self.key, known = (first, number), changed
            goes_on = self._further(body, changed)
        self.key = first

    def _asks_which(self, asked: int) -> bool:
        """Whether a further round, of which something was asked since, may be another than the next one by its number."""
        space = self.m.space
        this = self.m.further_round(self.m.round, self.loop, self.key)
        keys = (space.atoms[level].key for level in dict.fromkeys(space.asked[asked:]))
        told = (list(memo.parts_of_key(key)) for key in keys if not apart.is_test(key, _ORDERS))
        return any(COUNTER in parts and any(x is this or x is self.key for x in parts) for parts in told)

    def _further(self, body: Callable[[], None], changed: list[Key], certain: bool = False) -> bool:
        """Run it; whether it has set something to a constant that no round before has left there."""
        m, sets = self.m, False
        if m.path.is_false:
            return sets
        start, path = m.store, m.path
        m.store = start.child()
        # The joins at the head stand on the way to the loop: what the first round has left is there without a second.
        heads = self._heads(start, changed)
        grown: dict[Key, Elements] = {}
        mark = len(m.left)
        runs = m.space.true if certain else again(m, self.key, self.text)
        m.path = path & runs
        outer, m.round = m.round, m.further_round(m.round, self.loop, self.key)
        before, m.later_from = m.later_from, len(m.graph.nodes)
        try:
            body()
        finally:
            m.round, m.later_from = outer, before
        ends = [] if certain else [End(path & ~runs, start.child())]
        if not m.path.is_false:
            sets = any(_sets_constant(start.get(key), m.store.get(key)) for key in changed)
            for key, head in heads.items():
                now = m.store.get(key)
                self._close(key, head, now)
                if key[1] == "[]" and self._grows(key, head, now):  # type: ignore[arg-type]
                    grown[key] = self._with_later(head, now)  # type: ignore[arg-type]
            ends.append(End(m.path, m.store))
        m.merge(start, path, ends, self.place, mark, fold=False)
        for key, elements in grown.items():
            m.store.set(key, elements)
        return sets

    def _grows(self, key: Key, head: Elements, now: Elements) -> bool:
        """Whether a list has become longer in the round, and was not made anew in it."""
        is_same = self.base.get(key) is not None or now[: len(head)] == head
        return is_same and not _of_one_length(head, now)

    def _changed(self, store: Store) -> list[Key]:
        """What the rounds so far wrote and is (or may be) still there at the start of the next one."""
        keys: dict[Key, None] = {}
        for layer in store.layers_above(self.base):
            keys.update(dict.fromkeys(layer.data))
        return [key for key in keys if store.get(key) is not self.base.get(key)]

    @property
    def carried(self) -> int:
        """How many things go from round to round: what a value comes to at all, it comes to in so many rounds."""
        return len(self._changed(self.m.store))

    def keeps_state(self, own: Frame) -> bool:
        """Whether a round changes what was there before the loop and is none of its own names: the next one finds it changed."""
        changed = self._changed(self.m.store)
        return any(self.base.get(key) is not None and key[0] is not own for key in changed)

    # --- the head of the further rounds --------------------------------------------

    def _heads(self, start: Store, changed: list[Key]) -> dict[Key, object]:
        """What the further rounds find in place of what the rounds before have left, where that is not the same."""
        heads = {}
        for key in changed:
            value = start.get(key)
            head = self._head(key, value)
            if head is not value or key[1] == "[]":
                self.m.store.set(key, head)
            if head is not value or key[1] == "[]" or _holds_container(value):
                heads[key] = head
        return heads

    def _head(self, key: Key, value: object) -> object:
        m = self.m
        name = key[1]
        if name == MEMORY:
            head: object = self._phi([Edge(value, m.space.true)])  # type: ignore[arg-type]
        elif name == "[]":
            head = self._head_elements(self.base.get(key), value)  # type: ignore[arg-type]
        elif name == "{}" and isinstance(value, Entries):
            known = tuple((k, self._head_value(v, NOTHING, str(k))) for k, v in value.known)
            head = Entries(known, self._head_value(value.others, NOTHING, "others"))
        elif key in self._counters:  # goes on in each further round, whatever was added to it
            there = m.space.any(guard for guard, _ in value)  # type: ignore[attr-defined]
            head = ((there, replace(self._counters[key], key=(COUNTER, self.key, name))),)
        else:
            head = self._head_value(value, self.base.get(key) or NOTHING, name)  # type: ignore[arg-type]
            counter = only(head)
            if isinstance(counter, Symbol) and counter.key == (COUNTER, self.key, name):
                self._counters[key] = counter
        return head

    def _phi(self, edges: list[Edge]) -> int:
        return self.m.node("join", "loop", self.place, edges=edges)

    def _head_value(self, value: Value, before: Value, name: str, depth: int = 0) -> Value:
        head = tuple((guard, self._head_thing(thing, before, name, depth)) for guard, thing in value)
        return value if all(new is old for (_, new), (_, old) in zip(head, value, strict=True)) else head

    def _head_thing(self, thing: Thing, before: Value, name: str, depth: int) -> Thing:
        if isinstance(thing, Tensor):
            phi = self._phi([Edge(self.m.content(thing), self.m.space.true)])
            return Tensor(phi, phi if thing.memory == thing.node else thing.memory, thing.part)
        if isinstance(thing, Tuple) and depth < limits.MAX_VALUE_DEPTH:
            return Tuple(tuple(self._head_element(e, depth + 1) for e in thing.elements), thing.names, thing.cls)
        if isinstance(thing, Const) and isinstance(thing.value, int | float) and not isinstance(thing.value, bool):
            return self._head_number(thing, before, name)
        return thing

    def _head_number(self, number: Const, before: Value, name: str) -> Thing:
        """A number that changes from round to round is open; one that grows from a known start stays above it."""
        start = before[0][1] if len(before) == 1 else None
        if start == number:
            return number
        above = None
        if isinstance(start, Const) and isinstance(start.value, int) and start.value < number.value:  # type: ignore[operator]
            above = start.value
        return Symbol((COUNTER, self.key, name), name, above=above)

    def _head_element(self, element: One | Many, depth: int = 0, kept: bool = False) -> One | Many:
        """``kept`` is an element that the first round has left as it was."""
        values = (element.value,) if isinstance(element, One) else element.values
        heads = tuple(self._head_value(v, v if kept else NOTHING, "element", depth) for v in values)
        return One(heads[0]) if isinstance(element, One) else Many(heads, element.optional)

    def _head_elements(self, before: Elements | None, now: Elements) -> Elements:
        """A list that grew: what it began with, which later rounds may replace, then the group that each round adds.

        One that was not there before the loop did not grow: each round makes its own.
        """
        if before is None:
            return tuple(self._head_element(e) for e in now)
        if len(now) < len(before):  # more may be taken away
            return positions.maybe_less(tuple(self._head_element(e) for e in now))
        kept = tuple(self._head_element(e, kept=True) for e in before)
        if now[: len(before)] == before:
            grown = now[len(before) :]
            return (*kept, *self._group(grown)) if grown else kept
        if len(before) and now[-len(before) :] == before:  # grew at the front
            return (*self._group(now[: -len(before)]), *kept)
        return tuple(self._head_element(e) for e in now)

    def _with_later(self, head: Elements, now: Elements) -> Elements:
        """A list to which later rounds add something else than the first: that, too, stands there, if there are any."""
        added = now[len(head) :] if now[: len(head)] == head else ()
        groups = [v for e in head if isinstance(e, Many) for v in e.values]
        if not added:
            return head
        there = again(self.m, self.key, self.text)
        later = [tuple((there & g, x) for g, x in v) for v in element_values(added)]
        if len(groups) != len(later):
            return (*head, Many(tuple(later)))
        if any(_is_other_layer(value, other) for value, other in zip(groups, later, strict=True)):
            first = (x for e in head for x in ((e,) if isinstance(e, One) else map(One, e.values)))
            return (*first, Many(tuple(later), True))
        rest = iter(later)
        return tuple(
            e if isinstance(e, One) else Many(tuple(self._or_later(v, next(rest)) for v in e.values), e.optional)
            for e in head
        )

    def _or_later(self, value: Value, later: Value) -> Value:
        """What a group holds under conditions of its first round, and in a later one under those of that."""
        if self.m.space.any(guard for guard, _ in value).is_true:
            return value
        cases = {thing: guard for guard, thing in value}
        tensor = next((thing for thing in cases if isinstance(thing, Tensor)), None)  # what goes round flows into it
        for guard, thing in later:
            known = tensor if isinstance(thing, Tensor) and tensor is not None else thing
            cases[known] = cases[known] | guard if known in cases else guard
        return tuple((guard, thing) for thing, guard in cases.items())

    def _group(self, grown: Elements) -> Elements:
        if len(grown) == 1 and isinstance(grown[0], Many):
            return (self._head_element(grown[0]),)
        return (Many(tuple(self._head_value(v, NOTHING, "element") for v in element_values(grown))),)

    # --- the back edges --------------------------------------------

    def _close(self, key: Key, head: object, now: object) -> None:
        m = self.m
        if now is head or now is None:
            return
        if key[1] == MEMORY:
            self._back_edge(head, Edge(now, m.space.true))  # type: ignore[arg-type]
        elif key[1] == "[]":
            self._close_elements(head, now)  # type: ignore[arg-type]
        elif isinstance(head, Entries) and isinstance(now, Entries):
            self._close_entries(head, now)
        else:
            self._close_value(head, now)  # type: ignore[arg-type]

    def _back_edge(self, phi: int, edge: Edge) -> None:
        node = self.m.graph.nodes[phi]
        if node.op == "join" and node.target == "loop" and edge.source != phi and edge not in node.inputs:
            node.inputs.append(edge._replace(source=int(edge.source)))

    def _close_value(self, head: Value, now: Value) -> None:
        """Let what goes round flow into the joins at the head, element by element where the shapes agree."""
        shapes = [thing for _, thing in head if isinstance(thing, Tuple)]
        for guard, thing in now:
            if isinstance(thing, Tensor):
                for phi in self._phis(head):
                    self._back_edge(phi, Edge(self.m.content(thing), guard))
            elif isinstance(thing, Tuple):
                for shape in shapes:
                    self._close_elements(shape.elements, thing.elements)
            elif isinstance(thing, Listing | Mapping):
                for other in (x for _, x in head if type(x) is type(thing) and x is not thing):
                    self._close_elements(self.m.elements(other), self.m.elements(thing))
                    self._close_entries(self.m.entries(other), self.m.entries(thing))

    def _close_entries(self, head: Entries, now: Entries) -> None:
        held = {(type(k), k): v for k, v in now.known}
        for k, value in head.known:
            self._close_value(value, held.get((type(k), k), NOTHING))
        self._close_value(head.others, now.others)

    def _phis(self, head: Value) -> list[int]:
        return [thing.node for _, thing in head if isinstance(thing, Tensor)]

    def _close_elements(self, head: Elements, now: Elements) -> None:
        old, new = element_values(head), element_values(now)
        added = (
            new[len(old) :] if new[: len(old)] == old else new[: -len(old)] if old and new[-len(old) :] == old else None
        )
        if added is None:
            pairs = list(zip(old, new, strict=False))
        else:
            groups = [v for e in head if isinstance(e, Many) for v in e.values]
            same = len(groups) == len(added)
            pairs = list(zip(groups, added, strict=True)) if same else [(g, a) for g in groups for a in added]
        for before, after in pairs[: limits.MAX_ELEMENTS]:
            self._close_value(before, after)


def _sets_constant(before: object, now: object) -> bool:
    """Whether a flag or a name is another than it may have been; numbers go on from round to round."""
    if not isinstance(before, tuple) or not isinstance(now, tuple):
        return False
    known = {case[1] for case in before if not isinstance(case, One | Many)}
    new = (case[1] for case in now if not isinstance(case, One | Many) and case[1] not in known)
    return any(isinstance(x, Const) and isinstance(x.value, bool | str) for x in new)


def _holds_container(value: object) -> bool:
    """Whether a value may be a list or a dict, in whose place a later round may put another one."""
    return isinstance(value, tuple) and any(
        not isinstance(case, One | Many) and isinstance(case[1], Listing | Mapping) for case in value
    )


def _is_other_layer(first: Value, later: Value) -> bool:
    """Whether later rounds add another layer than the first, whatever the conditions of that."""
    whatever = len(first) == 1 and first[0][0].is_true and isinstance(first[0][1], Obj)
    return whatever and any(isinstance(thing, Obj) and thing is not first[0][1] for _, thing in later)


def _of_one_length(head: Elements, now: Elements) -> bool:
    """Whether a list is as long as before, however often the loop runs: what stands in it is joined like any value."""
    return len(head) == len(now) and all(isinstance(e, One) for e in (*head, *now))


# --- statements --------------------------------------------


@statement(t.For)
def run_for(m: Machine, frame: Frame, node: t.For) -> None:
    """``for``: known elements one by one, then groups of open length."""
    place, outer, began = m.place(frame, node.span), frame.iteration, m.round
    numbers = itertools.count()

    def run_yielded(value: Value) -> None:
        if m.round is began:  # what a further round makes is what the one before has made
            frame.iteration = (*outer, next(numbers))
        _run_known(m, frame, node, value)

    def rounds_of(key: Hashable) -> bool:
        value, ways = generators.evaluate(m, frame, node.iterable, run_yielded)
        frame.iteration = outer
        if ways:
            return True
        elements = sequences.rounds(m, frame, value, m.place(frame, node.iterable.span))
        return _run_elements(m, frame, node, Rounds(m, place, key), elements)

    _loop(m, frame, node, place, rounds_of)


def _loop(m: Machine, frame: Frame, node: t.For | t.While, place: Place, run: Callable[[Hashable], bool]) -> None:
    """Run the rounds of a loop, then its ``else``, and go on together with what left it by ``break``."""
    base, path, mark = m.store, m.path, len(m.left)
    loop = Loop((frame.context, frame.iteration, node.span))
    frame.loops.append(loop)
    exits = run(loop.key)
    frame.loops.pop()
    if not exits:
        m.path = m.space.false
    if not m.path.is_false:
        m.run(frame, node.orelse)
    m.rejoin(loop.breaks)
    ends = m.here() + loop.breaks
    if ends and not exits:  # whoever comes to its end has left the loop, if it is known how a later round is left
        left = m.space.any(end.path for end in (*ends, *m.left[mark:]))
        if left.meets(again(m, loop.key)):
            m.graph.assumed.add(~path | left)
    m.merge(base, path, ends, place, mark)


def _run_elements(m: Machine, frame: Frame, node: t.For, rounds: Rounds, elements: Elements) -> bool:
    outer = frame.iteration
    known = len(elements) <= limits.MAX_ELEMENTS and all(isinstance(e, One) for e in elements)
    if not known and len(elements) > limits.MAX_ELEMENTS:
        elements = (Many(tuple(dict.fromkeys(element_values(elements)))[: limits.MAX_ELEMENTS]),)
    ran = False
    apart = _rounds_apart(node, elements) if known else len(elements)
    for number, element in enumerate(elements):
        if m.path.is_false:
            break
        frame.iteration = (*outer, number) if known and len(elements) > 1 else outer
        if number >= apart and len(elements) - number > rounds.carried and len(m.graph.nodes) > rounds.first_node:
            rounds.further(_numbered_body(m, frame, node, elements[number - 1]), certain=True)
            break
        if isinstance(element, One):
            _run_known(m, frame, node, element.value)
        else:
            body = _group_body(m, frame, node, element)
            if not (element.optional and ran):
                rounds.once(body)
            rounds.further(body)
        ran = True
    frame.iteration = outer
    return True


def _rounds_apart(node: t.For, elements: Elements) -> int:
    """How many rounds of a loop over numbers are run apart before one stands for the rest, if anything flows in them."""
    numbers = [thing for value in element_values(elements) for _, thing in value]
    if not isinstance(node.target, t.Name) or not all(isinstance(x, Const) and type(x.value) is int for x in numbers):
        return len(elements)
    return _most_apart(node, frozenset((node.target.id,)))


def _most_apart(node: t.For | t.While, counters: frozenset[str]) -> int:
    """How many rounds are run apart if anything flows in them: more if they read what counts them, but to count on."""
    parts = list(walk(node.body))
    named = sum(isinstance(part, t.Name) and part.id in counters for part in parts)
    counted = sum(
        isinstance(x, t.AugAssign) and isinstance(x.target, t.Name) and x.target.id in counters for x in parts
    )
    return limits.MAX_NUMBERED_ROUNDS if named > counted else limits.MAX_UNREAD_ROUNDS


def _numbered_body(m: Machine, frame: Frame, node: t.For, last: One | Many) -> Callable[[], None]:
    """A round with some number beyond the last that was run."""
    assert isinstance(node.target, t.Name)
    name = node.target.id
    before = only(element_values((last,))[0])
    above = before.value if isinstance(before, Const) and isinstance(before.value, int) else None
    number = Symbol((COUNTER, frame.context, node.span, name), name, above=above)
    return lambda: _run_known(m, frame, node, m.just(number))


def _group_body(m: Machine, frame: Frame, node: t.For, group: Many) -> Callable[[], None]:
    def body() -> None:
        for value in group.values:
            if not m.path.is_false:
                _run_known(m, frame, node, apart.one(m, value, (frame.context, node.span, m.round)))

    return body


def _run_known(m: Machine, frame: Frame, node: t.For, value: Value) -> None:
    """One round for one element; for one that may be absent, where it is there."""
    there = m.space.any(guard for guard, _ in m.live(value))

    def run() -> Value:
        _run_for_one(m, frame, node, m.live(value))
        return NOTHING

    m.branches([(there, run), (~there, lambda: NOTHING)], m.place(frame, node.span))


def _run_for_one(m: Machine, frame: Frame, node: t.For, value: Value) -> None:
    assign.assign(m, frame, node.target, value)
    place = m.place(frame, node.span)
    if isinstance(node.target, t.Name):
        name = frame, node.target.id
        memo.visit(m, (frame, node.span), value, name, lambda: run_round(m, frame, node.body, place))
    else:
        run_round(m, frame, node.body, place)


def run_round(m: Machine, frame: Frame, body: tuple[t.Stmt, ...], place: Place) -> None:
    """One round of a loop's body; ``continue`` ends it early."""
    loop = frame.loops[-1]
    base, path, mark = m.store, m.path, len(m.left)
    kept, loop.continues = loop.continues, []
    m.store = base.child()
    m.run(frame, body)
    m.rejoin(loop.continues)
    m.merge(base, path, m.here() + loop.continues, place, mark)
    loop.continues = kept


def delegate(m: Machine, frame: Frame, node: t.Yield, body: Callable[[Value], None]) -> Value:
    """``yield from``: ``body`` runs for each element; the value is what a generator returns."""
    place = m.place(frame, node.span)
    base, path, mark = m.store, m.path, len(m.left)
    assert node.value is not None
    result, ways = generators.evaluate(m, frame, node.value, body)
    if ways:
        return result
    rounds = Rounds(m, place, (frame.context, frame.iteration, node.span))
    for element in sequences.rounds(m, frame, result, place)[: limits.MAX_ELEMENTS]:

        def step(values: Sequence[Value] = tuple(element_values((element,)))) -> None:
            for value in values:
                body(value)

        rounds.once(step)
        if isinstance(element, Many):
            rounds.further(step)
    m.merge(base, path, m.here(), place, mark)
    return m.const(None)


@statement(t.While)
def run_while(m: Machine, frame: Frame, node: t.While) -> None:
    """``while``: that it runs once is assumed unless its test says no; the rest is one further round, if it is not counted."""
    place = m.place(frame, node.span)
    first = conditions.test(m, frame, node.test)
    if (m.path & first).is_false:
        m.run(frame, node.orelse)
        return
    forever = isinstance(node.test, t.Constant) and bool(node.test.value)
    is_known = m.path.implies(first)

    def rounds_of(key: Hashable) -> bool:
        rounds = Rounds(m, place, key)

        def further() -> None:
            holds = conditions.test(m, frame, node.test)
            if holds.is_false:
                m.path = holds
                return
            m.graph.assumed.add(~m.path | holds)  # that the loop runs again says that its test holds
            run_round(m, frame, node.body, place)

        before = _state(m, frame, node.test) if is_known else None
        rounds.once(lambda: run_round(m, frame, node.body, place))
        if before is None or not _run_counted(m, frame, node, rounds, before):
            rounds.further(further)
        return not forever

    _loop(m, frame, node, place, rounds_of)


def _run_counted(m: Machine, frame: Frame, node: t.While, rounds: Rounds, before: tuple[object, ...]) -> bool:
    """Run the rounds apart that are known to run, as long as each changes what the test looks at; whether these were all."""
    outer = frame.iteration
    most = _most_apart(node, frozenset(part.id for part in walk(node.test) if isinstance(part, t.Name)))
    for number in range(1, limits.MAX_ELEMENTS):
        now = _state(m, frame, node.test)
        draws = len(m.graph.nodes) > rounds.first_node
        if m.path.is_false or now is None or now == before or (draws and number >= most):
            break
        holds = conditions.test(m, frame, node.test)
        if (m.path & holds).is_false:
            return True
        if not m.path.implies(holds):
            break
        frame.iteration = (*outer, number)
        run_round(m, frame, node.body, rounds.place)
        frame.iteration = outer
        before = now
    return m.path.is_false


def _state(m: Machine, frame: Frame, test: t.Expr) -> tuple[object, ...] | None:
    """What a test looks at: constants, and how many elements lists have for certain; None if it may do more than look."""
    parts = list(walk((test,)))
    if not all(isinstance(part, _LOOKS) or _is_length(m, frame, part) for part in parts):
        return None
    found = [only(m.live(m.eval(frame, part))) for part in parts if isinstance(part, t.Name | t.Attribute)]
    return tuple(
        _certain(m, m.elements(x)) if isinstance(x, Listing) else x for x in found if isinstance(x, Const | Listing)
    )


def _certain(m: Machine, elements: Elements) -> int:
    return sum(isinstance(e, One) and m.path.implies(m.space.any(guard for guard, _ in e.value)) for e in elements)


_LOOKS = t.Name | t.Attribute | t.Constant | t.Compare | t.Bool | t.Unary | t.Binary | t.Argument


def _is_length(m: Machine, frame: Frame, node: object) -> bool:
    return isinstance(node, t.Call) and names.of_library(m, frame, node.func) == "builtins.len"


@statement(t.Jump)
def run_jump(m: Machine, frame: Frame, node: t.Jump) -> None:
    """``break`` and ``continue`` leave the way to the loop; ``pass`` does nothing."""
    if node.kind == "pass" or not frame.loops:
        return
    loop = frame.loops[-1]
    m.leave(loop.breaks if node.kind == "break" else loop.continues)


# --- comprehensions --------------------------------------------


@expression(t.Comprehension)
def eval_comprehension(m: Machine, frame: Frame, node: t.Comprehension) -> Value:
    """A comprehension: a loop that fills a new list, set or dict."""
    place = m.place(frame, node.span)
    context = m.context(frame.context, node.span, frame.iteration)
    inner = Frame(frame.module, context, frame.chain, _targets(node), frame, frame.owner)
    inner.function, inner.receiver = frame.function, frame.receiver
    found: list[One | Many] = []
    _run_clauses(m, inner, node, 0, place, found, False)
    if node.kind == "dict":
        return _dict_of(m, found, place)
    elements = _made_of(m, inner, node, tuple(found[: limits.MAX_ELEMENTS]))
    return m.new_list(frame, place, elements, ITERATOR if node.kind == "generator" else node.kind)


def _made_of(m: Machine, inner: Frame, node: t.Comprehension, elements: Elements) -> Elements:
    """What is made of each element of something open is remembered to be made of that."""
    clause, *others = node.clauses
    if others or clause.tests or len(elements) != 1 or not isinstance(clause.target, t.Name):
        return elements
    source, group = only(m.store.get((inner, clause.target.id)) or NOTHING), elements[0]
    is_one = isinstance(group, Many) and isinstance(source, Symbol) and apart.source(source) is not None
    return (replace(group, made_of=source),) if is_one else elements  # type: ignore[arg-type]


def _targets(node: t.Comprehension) -> frozenset[str]:
    from staticrelu.project.names import target_names

    return frozenset(name for clause in node.clauses for name in target_names(clause.target))


def _run_clauses(
    m: Machine, frame: Frame, node: t.Comprehension, depth: int, place: Place, found: list[One | Many], open_: bool
) -> None:
    if len(found) >= limits.MAX_ELEMENTS or m.path.is_false:
        return
    if depth == len(node.clauses):
        _add(found, _result(m, frame, node), open_)
        return
    clause = node.clauses[depth]
    elements = sequences.rounds(m, frame, m.eval(frame, clause.iterable), place)
    known = all(isinstance(e, One) for e in elements) and len(elements) > 1
    outer, base, path = frame.iteration, m.store, m.path
    rounds = Rounds(m, place, (frame.context, outer, node.span, depth))
    for number, element in enumerate(elements[: limits.MAX_ELEMENTS]):
        frame.iteration = (*outer, number) if known else outer
        group = (element.value,) if isinstance(element, One) else element.values
        many = open_ or isinstance(element, Many)

        def body(group: tuple[Value, ...] = group, many: bool = many) -> None:
            for value in group:
                _run_clause(m, frame, node, depth, place, found, value, many)

        is_further = isinstance(element, Many) and element.optional and number > 0
        if not is_further:
            rounds.once(body)
        if is_further or (isinstance(element, Many) and rounds.keeps_state(frame)):
            rounds.further(body)
    frame.iteration = outer
    m.merge(base, path, m.here(), place)


def _run_clause(
    m: Machine,
    frame: Frame,
    node: t.Comprehension,
    depth: int,
    place: Place,
    found: list[One | Many],
    value: Value,
    many: bool,
) -> None:
    clause = node.clauses[depth]
    there = m.space.any(guard for guard, _ in value)

    def run() -> Value:
        one = apart.one(m, m.live(value), (frame.context, node.span, depth, m.round)) if many else m.live(value)
        assign.assign(m, frame, clause.target, one)
        holds = m.space.true
        for test in clause.tests:
            holds = holds & conditions.test(m, frame, test)
        return m.branches([(holds, inner), (~holds, lambda: NOTHING)], place)

    def inner() -> Value:
        guard, start = m.path, len(found)
        _run_clauses(m, frame, node, depth + 1, place, found, many)
        if guard is not outer:
            for index in range(start, len(found)):
                found[index] = _under(m, guard, outer, found[index])
        return NOTHING

    outer = m.path
    m.branches([(there, run), (~there, lambda: NOTHING)], place)


def _under(m: Machine, guard: Guard, path: Guard, element: One | Many) -> One | Many:
    from staticrelu.trace.machine import under

    return under(m.space.restrict(guard, path), element)


def _add(found: list[One | Many], value: Value, many: bool) -> None:
    if many and found and value in ((found[-1].value,) if isinstance(found[-1], One) else found[-1].values):
        found[-1] = Many((value,))
    else:
        found.append(Many((value,)) if many else One(value))


def _result(m: Machine, frame: Frame, node: t.Comprehension) -> Value:
    value = m.eval(frame, node.value)
    if node.key is None:
        return value
    return m.just(Tuple((One(m.eval(frame, node.key)), One(value))))


def _dict_of(m: Machine, found: list[One | Many], place: Place) -> Value:
    """A dict from pairs of key and value."""
    result = m.new_dict(place, Entries())
    add_pairs(m, result[0][1], tuple(found), place)  # type: ignore[arg-type]
    return result


def add_pairs(m: Machine, holder: Mapping | Obj | Listing, pairs: Elements, place: Place) -> None:
    """Put pairs of key and value into a dict."""
    for pair in element_values(pairs):
        for guard, thing in m.live(pair):
            elements = m.elements(thing) if isinstance(thing, Listing) else getattr(thing, "elements", ())
            if len(elements) == 2:
                key, value = element_values(elements)
                value = value if guard.is_true else tuple((guard & g, x) for g, x in value)
                sequences.set_entry(m, holder, key, value, place)  # type: ignore[arg-type]
