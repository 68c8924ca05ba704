"""Functions of Python and its library that take something iterable, and give what it holds, or what is made of that."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Sequence

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.place import Place
from staticrelu.trace import apart, calls, loops, methods, operators, positions, sequences
from staticrelu.trace.frames import End, Frame
from staticrelu.trace.machine import Machine, element_values, known_values
from staticrelu.trace.values import (
    COUNTER,
    ITERATOR,
    NOTHING,
    Const,
    Elements,
    Library,
    Listing,
    Many,
    One,
    Slice,
    Symbol,
    Tensor,
    Thing,
    Tuple,
    Value,
    constant,
    only,
)


def elements_of(m: Machine, frame: Frame, args: calls.Args, index: int, place: Place) -> Elements:
    """The elements of an argument, as far as known; none if it is not given."""
    value = args.get(index)
    return sequences.iterate(m, frame, value, place) if value is not None else ()


def _given(m: Machine, elements: Sequence[One | Many]) -> Value:
    return m.just(Tuple(tuple(elements)))


# --- of Python itself --------------------------------------------


def _enumerate(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    first = only(args.get(1, "start") or m.const(0))
    start = first.value if isinstance(first, Const) and isinstance(first.value, int) else None
    elements = positions.opened(elements_of(m, frame, args, 0, place), 1)
    numbers = _numbers(m, elements, start, place)
    return m.just(Tuple(_zip(m, [numbers, elements])))


def _numbers(m: Machine, elements: Elements, start: int | None, place: Place) -> Elements:
    """A counter beside some elements: known as long as their number is, if it is known where it starts."""
    found: list[One | Many] = []
    many = False
    for number, element in enumerate(elements):
        if start is not None and isinstance(element, One) and not many:
            found.append(One(m.const(start + number)))
            continue
        many = True
        above = start + number - 1 if start is not None else None
        symbol = Symbol((COUNTER, place, number), "the index", above=above)
        size = 1 if isinstance(element, One) else len(element.values)
        if isinstance(element, One):
            found.append(One(m.just(symbol)))
        else:
            found.append(Many((m.just(symbol),) * size, element.optional))
    return tuple(found)


def _zip_call(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    if args.rest:
        turned = _transposed(m, (*(One(v) for v in args.positional), *args.rest))
        if turned is not None:
            return turned
    if len(args.positional) > 1 and _is_one_iterator(args.positional):  # each row takes the next ones of it
        given, width = elements_of(m, frame, args, 0, place), len(args.positional)
        return m.just(Tuple(_zip(m, [positions.cut(given, number, None, width) for number in range(width)])))
    columns = [sequences.iterate(m, frame, value, place) for value in args.positional]
    if args.rest:
        columns.append((Many(tuple(element_values(args.rest))),))
    return m.just(Tuple(_zip(m, columns)))


def _is_one_iterator(values: Sequence[Value]) -> bool:
    thing = only(values[0])
    return isinstance(thing, Listing) and thing.kind == ITERATOR and all(only(value) is thing for value in values)


def _zip_longest(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    columns = [sequences.iterate(m, frame, value, place) for value in args.positional]
    longest = max(map(len, columns), default=0)
    if all(isinstance(e, One) for column in columns for e in column):
        fill = One(args.keywords.get("fillvalue", m.const(None)))
        columns = [(*column, *(fill,) * (longest - len(column))) for column in columns]
    return m.just(Tuple(_zip(m, columns)))


def _transposed(m: Machine, rows: Elements) -> Value | None:
    """``zip(*rows)`` of rows of one known length, however many they are: its columns; None for other rows."""
    lengths = {len(_cells(m, value)) for value in element_values(rows)}
    if len(lengths) != 1 or 0 in lengths:
        return None
    columns = (positions.each(rows, lambda row, i=i: _cells(m, row)[i]) for i in range(lengths.pop()))  # type: ignore[misc]
    return m.just(Tuple(tuple(One(m.just(Tuple(column))) for column in columns)))


def _cells(m: Machine, row: Value) -> list[Value]:
    """The parts of a row of known length, each as far as the row is there; none of another row."""
    thing = only(row)
    elements = thing.elements if isinstance(thing, Tuple) else m.elements(thing) if isinstance(thing, Listing) else ()
    cells = known_values(elements)
    return [sequences.under(row[0][0], cell) for cell in cells or ()]


def _zip(m: Machine, columns: Sequence[Elements]) -> Elements:
    """Elements side by side. A known one beside an open one is taken as standing beside its first round."""
    found: list[One | Many] = []
    position = [0] * len(columns)
    began = [0] * len(columns)  # the row in which the element at hand came up first
    for number in range(limits.MAX_ELEMENTS):
        if not columns or any(p >= len(c) for p, c in zip(position, columns, strict=True)):
            break
        row = [c[p] for p, c in zip(position, columns, strict=True)]
        values = known_values(tuple(row))
        if values is not None:
            found.append(One(_row(m, values)))
            position = [p + 1 for p in position]
        elif all(isinstance(e, Many) for e in row):
            found.append(_zip_groups(m, [e for e in row if isinstance(e, Many)], not any(position)))
            left = [len(c) - p - 1 for p, c in zip(position, columns, strict=True)]
            # The last group of one column lasts as long as the others have elements, if these are few.
            goes_on = 0 < max(left) <= limits.MAX_OPEN_GROUPS
            position = [p + (bool(more) or not goes_on) for p, more in zip(position, left, strict=True)]
        else:  # a group lasts as long as the known elements beside it
            turns = [
                e.value if isinstance(e, One) else e.values[(number - b) % len(e.values)]
                for e, b in zip(row, began, strict=True)
            ]
            found.append(One(_row(m, turns)))
            position = [p + isinstance(e, One) for p, e in zip(position, row, strict=True)]
            began = [number + 1 if isinstance(e, One) else b for e, b in zip(row, began, strict=True)]
            continue
        began = [number + 1] * len(columns)
    return tuple(found)


def _zip_groups(m: Machine, groups: list[Many], is_first: bool) -> Many:
    """Groups side by side; those that come first are in step."""
    size = max(len(g.values) for g in groups)
    columns = [(number, g.values) for number, g in enumerate(groups) if g.values]
    made = {apart.source(g.made_of): g.made_of for g in groups if is_first and g.made_of and not _is_itself(g)}

    def one(value: Value, column: int) -> Value:
        """What stands beside something that was made of it is the very one of which that was made."""
        of = made.get(apart.source(only(value))) if _is_itself(groups[column]) else None
        return m.just(of) if of is not None else apart.one(m, value, ("column", column), True)

    rows = [_row(m, [one(v[i % len(v)], n) for n, v in columns]) for i in range(size)]
    return Many(tuple(rows), any(g.optional for g in groups))


def _is_itself(group: Many) -> bool:
    """Whether a group is the elements of something open, and not made of them."""
    return group.made_of is not None and only(element_values((group,))[0]) is group.made_of


def _row(m: Machine, values: list[Value]) -> Value:
    """One row of a zip: there where all its elements are."""
    there = m.space.true
    for value in values:
        there = there & m.space.any(guard for guard, _ in value)
    return ((there, Tuple(tuple(One(v) for v in values))),) if not there.is_false else NOTHING


def _reversed(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    elements = elements_of(m, frame, args, 0, place)[::-1]
    turned = tuple(
        e if isinstance(e, One) else Many(e.values[::-1], e.optional and len(elements) > 1) for e in elements
    )
    if turned and isinstance(turned[0], Many) and turned[0].optional:
        # What comes first may be absent: then the last is the first. One round is certain, whichever element it sees.
        turned = (Many((sequences.any_of(m, elements, place),)),)
    return m.just(Tuple(turned))


def _same_elements(kind: str) -> calls.Handler:
    def handler(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        first = args.get(0)
        if first is not None and any(isinstance(x, Tensor) for _, x in m.live(first)) and kind != "tuple":
            return m.new_list(frame, place, elements_of(m, frame, args, 0, place), kind)
        elements = elements_of(m, frame, args, 0, place)
        return m.just(Tuple(elements)) if kind == "tuple" else m.new_list(frame, place, elements, kind)

    return handler


def _deque(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """A list that lets go of the element at the other end when it is full."""
    elements = elements_of(m, frame, args, 0, place)
    most = args.get(1, methods.MOST) or m.const(None)
    made = m.new_list(frame, place, ())
    listing = only(made)
    if isinstance(listing, Listing):
        m.store.set((listing, methods.MOST), most)
        methods.call(m, frame, listing, "extend", calls.Args((m.just(Tuple(elements)),)), place, None)
    return made


def _sorted(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """In order where it is known what decides that; else each may stand anywhere."""
    elements = elements_of(m, frame, args, 0, place)
    found = known_values(elements)
    if found is None:
        return m.new_list(frame, place, (Many((sequences.any_of(m, elements, place),)),))
    order = args.keywords.get("key")
    values = [v if order is None else calls.call(m, frame, order, calls.Args((v,)), place) for v in found]
    backwards = constant(args.keywords.get("reverse", m.const(False)))
    numbers = _in_order([only(m.live(v)) for v in values], backwards) if backwards is not None else None
    if numbers is not None:
        elements = tuple(elements[number] for number in numbers)
    elif 1 < len(found) <= limits.MAX_PLAIN_CHOICES and any(map(m.flows, found)):
        key, text = _choice(m, frame, "sorted", args, place)
        elements = tuple(One(v) for v in sequences.in_some_order(m, found, key, text, place))
    elif len(elements) > 1:
        elements = (One(sequences.any_of(m, elements, place)),) * len(elements)
    return m.new_list(frame, place, elements)


def _choice(m: Machine, frame: Frame, name: str, args: calls.Args, place: Place) -> tuple[Hashable, str]:
    """What tells one choice among elements from all others, and its words for a reader."""
    return (name, place, frame.context, frame.iteration, m.round), f"the index that {name}({args.told()}) takes"


def one_of(name: str, draws: bool = False) -> calls.Handler:
    """One of the elements of an iterable, or of the arguments: it is open which, and if it ``draws``, anew with each call."""

    def handler(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
        m.drawn += draws
        is_one = len(args.positional) == 1
        elements = elements_of(m, frame, args, 0, place) if is_one else tuple(One(v) for v in args.positional)
        values = known_values(elements)
        if values is None or not 1 < len(values) <= limits.MAX_CASES:
            found = sequences.any_of(m, elements, place)
            return found or m.unknown(f"{name}({args.told()})", (name, args.positional))
        choice = Symbol(*_choice(m, frame, name, args, place))
        if sequences.is_plain(values):
            return sequences.choose(m, values, choice.key, place)
        return sequences.chosen(m, values, choice, place)

    return handler


def _in_order(things: Sequence[Thing | None], backwards: object) -> list[int] | None:
    """The numbers of things, or of tuples by what they begin with, in their order; None where it is not known."""
    keys = [thing.value for thing in map(_decides, things) if isinstance(thing, Const)]
    is_known = len(keys) == len(things) and (len(set(keys)) == len(keys) or all(isinstance(x, Const) for x in things))
    try:
        return sorted(range(len(keys)), key=keys.__getitem__, reverse=bool(backwards)) if is_known else None  # type: ignore[arg-type]
    except TypeError:
        return None


def _decides(thing: Thing | None) -> Thing | None:
    """What decides where something stands in an order: it itself, or what a tuple begins with."""
    first = thing.elements[:1] if isinstance(thing, Tuple) else ()
    return only(first[0].value) if first and isinstance(first[0], One) else thing


def _map(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    function = args.value(0)
    columns = [elements_of(m, frame, args, i, place) for i in range(1, len(args.positional))]
    rows = _zip(m, columns) if len(columns) > 1 else columns[0] if columns else ()

    def one(value: Value) -> Value:
        thing = only(value)
        given = element_values(thing.elements) if len(columns) > 1 and isinstance(thing, Tuple) else [value]
        return calls.call(m, frame, function, calls.Args(tuple(given)), place)

    return m.just(Tuple(positions.each(rows, one)))


def _filter(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``filter``: each element as far as the test holds of it."""
    from staticrelu.trace import conditions

    test = args.value(0)
    node = t.Name(place.span, f"{args.text(0)}(...)")

    def kept(value: Value) -> Value:
        given = calls.Args((value,))
        result = value if only(test) == Const(None) else calls.call(m, frame, test, given, place)
        holds = conditions.truth(m, frame, result, node)
        return m.live(tuple((guard & holds, x) for guard, x in value))

    found: list[One | Many] = []
    for element in elements_of(m, frame, args, 1, place):
        if isinstance(element, One):
            value = kept(element.value)
            found += [One(value)] if value else []
        else:
            values = tuple(value for value in map(kept, element.values) if value)
            found += [Many(values, element.optional)] if values else []
    return m.just(Tuple(tuple(found)))


def _iter(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    first = args.value(0)
    if all(isinstance(x, Symbol | Tensor) for _, x in first):
        return first
    thing = only(m.live(first))
    if isinstance(thing, Listing) and thing.kind == ITERATOR:
        return first
    return m.new_list(frame, place, elements_of(m, frame, args, 0, place), ITERATOR)


def _next(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """The first element, which an iterator then has no more; of an open number any may be the next."""
    iterator = only(m.live(args.value(0)))
    if not (isinstance(iterator, Listing) and iterator.kind == ITERATOR):
        elements = elements_of(m, frame, args, 0, place)
        return sequences.any_of(m, elements[:1] if elements and isinstance(elements[0], One) else elements, place)
    first, *rest = m.elements(iterator) or (None,)
    if first is None:
        default = args.get(1)
        if default is None:
            m.fail()
        return default or NOTHING
    if not (isinstance(first, One) and m.path.implies(m.space.any(guard for guard, _ in first.value))):
        return sequences.any_of(m, (first, *rest), place)
    m.store.set((iterator, "[]"), tuple(rest))
    return first.value


def _chain(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    found: list[One | Many] = []
    for index in range(len(args.positional)):
        found += elements_of(m, frame, args, index, place)
    for value in element_values(args.rest):
        found += [Many(tuple(element_values(sequences.iterate(m, frame, value, place))))]
    return m.just(Tuple(tuple(found)))


def _chain_nested(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    found: list[One | Many] = []
    for element in elements_of(m, frame, args, 0, place):
        inner = [sequences.iterate(m, frame, v, place) for v in element_values((element,))]
        flat = tuple(e for elements in inner for e in elements)
        found += flat if isinstance(element, One) else [Many(tuple(element_values(flat)))]
    return m.just(Tuple(tuple(found)))


def _repeat(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    value, times = args.value(0, "object"), constant(args.value(1, "times"))
    if isinstance(times, int) and times <= limits.MAX_ELEMENTS:
        return m.just(Tuple((One(value),) * times))
    return m.just(Tuple((Many((value,)),)))


def _cycle(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    values = tuple(element_values(elements_of(m, frame, args, 0, place)))
    return m.just(Tuple((Many(values),) if values else ()))


# --- itertools --------------------------------------------


def _islice(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``islice(iterable, stop)``, ``islice(iterable, start, stop, step)``; an iterator has what is taken no more."""
    slice_ = _slice_of(m, args.positional[1:], args.rest, place)
    elements, iterator, stop = elements_of(m, frame, args, 0, place), only(args.value(0)), constant(slice_.upper)
    if isinstance(iterator, Listing) and iterator.kind == ITERATOR:
        is_known = isinstance(stop, int) and stop >= 0
        left = positions.cut(elements, stop, None, 1) if is_known else positions.maybe_less(elements)  # type: ignore[arg-type]
        m.store.set((iterator, "[]"), left)
    return _given(m, sequences.cut(m, elements, slice_))


def _slice(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``slice(stop)``, ``slice(start, stop, step)``."""
    return m.just(_slice_of(m, args.positional, args.rest, place))


def _slice_of(m: Machine, bounds: Sequence[Value], rest: Elements, place: Place) -> Slice:
    if rest or not bounds:
        bound = m.unknown("a bound", ("bound", place))
        return Slice(bound, bound, NOTHING)
    lower, upper, step = (NOTHING, *bounds, NOTHING) if len(bounds) == 1 else (*bounds, NOTHING)[:3]
    return Slice(lower, upper, step)


def _accumulate(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``accumulate(iterable, function, initial=start)``: all that a reduction comes by."""
    function, start = args.get(1, "func"), args.get(-1, "initial")

    def add(total: Value, value: Value) -> Value:
        if function is None:
            return operators.binary(m, frame, "+", total, value, place)
        return calls.call(m, frame, function, calls.Args((total, value)), place)

    first, rest = _begun(elements_of(m, frame, args, 0, place), start)
    if first is None:
        return _given(m, ())
    found: list[One | Many] = [One(first)]
    _fold(m, frame, first, rest, add, place, found.append)
    return _given(m, found[: limits.MAX_ELEMENTS])


def _reduce(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``functools.reduce``: a loop that hands its result on."""

    def combine(total: Value, value: Value) -> Value:
        return calls.call(m, frame, args.value(0), calls.Args((total, value)), place)

    first, rest = _begun(elements_of(m, frame, args, 1, place), args.get(2))
    if first is None:
        return m.unknown("nothing", ("reduce", place))
    return _fold(m, frame, first, rest, combine, place, lambda element: None)


def _begun(elements: Elements, start: Value | None) -> tuple[Value | None, Elements]:
    """What a fold begins with, its start or the first element, and what it goes on with: a group may be just the one."""
    if start is not None or not elements:
        return start, elements
    return element_values(elements[:1])[0], elements[isinstance(elements[0], One) :]


def _fold(
    m: Machine,
    frame: Frame,
    start: Value,
    elements: Elements,
    combine: Callable[[Value, Value], Value],
    place: Place,
    keep: Callable[[One | Many], None],
) -> Value:
    """Combine a start with one element after the other; ``keep`` is told what each, or each group, has led to."""
    base, path = m.store, m.path
    key = (("fold", place, frame.context), "value")
    rounds = loops.Rounds(m, place, key)
    m.store.set(key, start)

    def step(values: tuple[Value, ...]) -> None:
        for value in values:
            m.store.set(key, combine(m.store.get(key), value))

    for element in elements:
        if isinstance(element, One):
            step((element.value,))
            keep(One(m.store.get(key)))
            continue
        rounds.once(lambda values=element.values: step(values))  # type: ignore[misc]
        rounds.further(lambda values=element.values: step(values))  # type: ignore[misc]
        keep(Many((m.store.get(key),)))
    return m.merge(base, path, [End(m.path, m.store, m.store.get(key))], place)


def _starmap(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``starmap(function, rows)``."""

    def one(row: Value) -> Value:
        cells = known_values(sequences.iterate(m, frame, row, place))
        return calls.call(m, frame, args.value(0), calls.Args(tuple(cells if cells is not None else [row])), place)

    return _given(m, positions.each(elements_of(m, frame, args, 1, place), one))


def _tee(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``tee(iterable, n)``: the same several times, two times where the number is not known."""
    number = constant(args.value(1, "n"), 2)
    times = number if isinstance(number, int) and 0 <= number <= limits.MAX_ELEMENTS else 2
    elements = elements_of(m, frame, args, 0, place)
    return _given(m, [One(m.new_list(frame, place, elements, ITERATOR)) for _ in range(times)])


def _pairwise(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``pairwise(iterable)``: each element with the next one."""
    elements = elements_of(m, frame, args, 0, place)
    values = known_values(elements)
    if values is None:
        any_one = sequences.any_of(m, elements, place)
        return _given(m, [Many((_given(m, [One(any_one), One(any_one)]),), True)])
    rows = itertools.pairwise(values)
    return _given(m, [One(_given(m, [One(a), One(b)])) for a, b in rows])


# --- heapq --------------------------------------------


def _heappush(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``heappush(heap, item)``."""
    item = calls.Args((args.value(1),))
    return m.each(_heap(m, args, place), place, lambda heap: methods.call(m, frame, heap, "append", item, place, None))


def _heappop(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``heappop(heap)``: which one is the least is open, unless there is but one."""

    def pop(heap: Thing) -> Value:
        elements = sequences.iterate(m, frame, m.just(heap), place)
        if len(elements) == 1 or not isinstance(heap, Listing):
            return methods.call(m, frame, heap, "pop", calls.Args(), place, None)
        m.store.set((heap, "[]"), (Many(tuple(element_values(elements)), True),) if elements else ())
        return sequences.any_of(m, elements, place)

    return m.each(_heap(m, args, place), place, pop)


def _heap(m: Machine, args: calls.Args, place: Place) -> Value:
    return calls.argument(m, args, 0, "", place) or m.unknown("a heap", ("heap", place))


def _some(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``nlargest(n, iterable)``, ``nsmallest(n, iterable)``: which ones they are is open."""
    return m.new_list(frame, place, (Many(tuple(element_values(elements_of(m, frame, args, 1, place))), True),))


def asked(m: Machine, frame: Frame, function: Value, nodes: Sequence[t.Argument]) -> dict[int, int]:
    """How many elements a call asks of each argument that is made for it, at most; not of those of which it may ask all."""
    thing = only(function)
    made = [number for number, node in enumerate(nodes) if isinstance(node.value, t.Call) and not node.star]
    if not made or not isinstance(thing, Library):
        return {}
    name = m.catalog.canonical(thing.name)
    if name == "builtins.next":
        return {0: 1} if made[0] == 0 else {}
    if name == "itertools.islice":
        stop = nodes[min(len(nodes) - 1, 2)].value if len(nodes) > 1 else None
        count = stop.value if isinstance(stop, t.Constant) and isinstance(stop.value, int) else 0
        return {0: count} if made[0] == 0 and count > 0 else {}
    if name == "builtins.zip":
        lengths = [_length(m, frame, node.value) for node in nodes]
        shortest = min((length for length in lengths if length is not None), default=0)
        first = lengths.index(shortest) if shortest else 0  # what stands before it is asked once more
        return {number: shortest + (number < first) for number in made} if shortest else {}
    return {}


def _length(m: Machine, frame: Frame, node: t.Expr) -> int | None:
    """The number of elements of what a name stands for, or what is written out; None if it is open."""
    if isinstance(node, t.Display) and all(isinstance(item, t.Constant | t.Name) for item in node.items):
        return len(node.items)
    thing = only(m.live(m.eval(frame, node))) if isinstance(node, t.Name) else None
    is_list = isinstance(thing, Listing) and thing.kind != ITERATOR
    elements = thing.elements if isinstance(thing, Tuple) else m.elements(thing) if is_list else None
    return len(elements) if elements is not None and known_values(elements) is not None else None


TABLE: dict[str, calls.Handler] = {
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip_call,
    "itertools.zip_longest": _zip_longest,
    "builtins.reversed": _reversed,
    "builtins.sorted": _sorted,
    "random.choice": one_of("random.choice", draws=True),
    "builtins.list": _same_elements("list"),
    "builtins.tuple": _same_elements("tuple"),
    "builtins.set": _same_elements("set"),
    "builtins.frozenset": _same_elements("set"),
    "collections.deque": _deque,
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.iter": _iter,
    "builtins.next": _next,
    "builtins.slice": _slice,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chain_nested,
    "itertools.islice": _islice,
    "itertools.accumulate": _accumulate,
    "itertools.starmap": _starmap,
    "itertools.tee": _tee,
    "itertools.pairwise": _pairwise,
    "heapq.heappush": _heappush,
    "heapq.heappop": _heappop,
    "heapq.nlargest": _some,
    "heapq.nsmallest": _some,
    "itertools.repeat": _repeat,
    "itertools.cycle": _cycle,
    "functools.reduce": _reduce,
}
