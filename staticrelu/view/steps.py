"""A value's way through a model, step by step, without running it: where it comes to, under which condition, where it stops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from staticrelu.graph import Node, leading_to, spread
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.report.text import printable
from staticrelu.view.look import Look, called, caller, owners, short
from staticrelu.view.stops import stop
from staticrelu.view.told import Told

_SILENT = frozenset(("join", "element", "get_attr", "placeholder"))
_STYLES = {"dim": "2", "name": "1", "relu": "1;31", "recurrent": "1;34", "stop": "33", "plain": ""}


class NoSuchStartError(ValueError):
    """A name that the model does not have; its text is the message for the user."""


class Step(NamedTuple):
    """One line: what happens there, to how many calls' depth, under which condition, and how it is marked."""

    place: Place
    what: str
    depth: int
    when: str
    style: str = "plain"
    note: str = ""


class Way(NamedTuple):
    """All steps of the values of one start, in the order of the flow; ``missed`` tells that the line asked for is not reached."""

    start: str
    steps: tuple[Step, ...]
    missed: bool = False


def ways(look: Look, told: Told, start: str | None, line: int | None) -> list[Way]:
    """The ways from each recurrent layer on, or from the part or argument called ``start``; up to a line of the model's file.

    Raises NoSuchStartError.
    """
    walker = _Walker(look, told)
    return [walker.way(words, numbers, line) for words, numbers in walker.starts(start) if numbers]


def render(look: Look, told: Told, found: Sequence[Way], line: int | None, *, coloured: bool = False) -> str:
    """The ways as text, one line a step, with ANSI colours on request."""
    lines = [f"{_painted(look.name, 'name', coloured)}  {_painted(told.place(look.place), 'dim', coloured)}"]
    for way in found:
        lines += ["", f"from {_painted(way.start, 'recurrent', coloured)}", *_lines(way, look, told, coloured)]
        if way.missed:
            lines.append(_painted(f"  line {line} is not reached", "stop", coloured))
    if not found:
        lines.append("  no recurrent layer is called here: --from NAME starts at any other part or argument")
    if look.spent:
        lines.append(f"  cut off: {look.spent}; what follows is missing")
    return "\n".join(lines) + "\n"


def _lines(way: Way, look: Look, told: Told, coloured: bool) -> Iterator[str]:
    path, when = look.place.path, ""
    wide = min(max((len(printable(s.what)) + 2 * s.depth for s in way.steps), default=0), 40)
    for step in way.steps:
        if step.place.path != path:
            path, when = step.place.path, ""
            yield f"  {_painted(path, 'dim', coloured)}"
        if step.when != when:
            when = step.when
            if when:
                yield f"    {_painted(f'when {when}:', 'stop', coloured)}"
        indent = "  " * (bool(when) + step.depth)
        where = told.line(step.place, step.place.path).rjust(10)
        what = _painted(step.what.ljust(wide - 2 * step.depth), step.style, coloured)
        source = _painted(told.source(step.place.path, step.place.line).strip(), "dim", coloured)
        note = f"  <- {_painted(step.note, step.style, coloured)}" if step.note else ""
        yield f"  {_painted(where, 'dim', coloured)}  {indent}{what}  {source}{note}"


def _painted(text: str, style: str, coloured: bool) -> str:
    shown, code = printable(text), _STYLES[style]
    return f"\x1b[{code}m{shown}\x1b[0m" if coloured and code and shown.strip() else shown


class _Walker:
    def __init__(self, look: Look, told: Told) -> None:
        self._look = look
        self._told = told
        self._graph = look.graph
        self._users = look.graph.users()
        self._feeds = look.graph.feeds()
        self._owners = owners(look)

    def starts(self, name: str | None) -> list[tuple[str, list[int]]]:
        """What the ways start from, in words, with the nodes."""
        if name is None:
            return self._layers()
        wanted = name.removeprefix("self.")
        named = {n: p for n, p in self._look.root.walk() if p.calls}
        if wanted in named:
            part = named[wanted]
            return [(f"{wanted}  {part.type}", [n for first, end in part.calls for n in range(first, end)])]
        given = [node.number for node in self._graph.nodes if node.op == "placeholder" and node.target == wanted]
        if given:
            return [(f"the argument {wanted}", given)]
        arguments = {node.target for node in self._graph.nodes if node.op == "placeholder"}
        known = ", ".join(sorted(named.keys() | arguments)) or "none"
        raise NoSuchStartError(f"{self._look.name} calls no part {name!r} and has no such argument; there are: {known}")

    def _layers(self) -> list[tuple[str, list[int]]]:
        found: dict[Place, tuple[str, list[int]]] = {}
        for layer in self._graph.layers:
            built = self._told.line(layer.place, self._look.place.path)
            words = f"{layer.attribute or 'a recurrent layer'}  {layer.type}, built on {built}"
            calls = [node.number for node in self._graph.nodes if node.layer == layer.number]
            found.setdefault(layer.place, (words, []))[1].extend(calls)
        return list(found.values())

    def way(self, words: str, starts: list[int], line: int | None) -> Way:
        graph = self._graph
        reached: dict[int, Guard] = {n: graph.nodes[n].guard for n in starts}
        reached |= {n: g for n, g in spread(graph, starts, self._users).items() if n not in reached}
        reached = {n: g for n, g in reached.items() if graph.assumed.allows(g)}
        ends = [n for n in reached if line is not None and self._is_on(graph.nodes[n], line)]
        if ends:
            leads = leading_to(ends, self._users, self._feeds)
            reached = {n: g for n, g in reached.items() if n in leads}
        return Way(words, tuple(self._steps(reached, set(starts), set(ends))), line is not None and not ends)

    def _is_on(self, node: Node, line: int) -> bool:
        """Whether a node, or the call that leads to it, stands on a line of the model's file."""
        places = [p for p in (node.place, *node.chain) if p.path == self._look.place.path]
        return not self._is_silent(node) and any(self._told.origin(p.path, p.line).line == line for p in places)

    @staticmethod
    def _is_silent(node: Node) -> bool:
        return node.op in _SILENT or node.target == "getitem"

    def _steps(self, reached: dict[int, Guard], starts: set[int], ends: set[int]) -> Iterator[Step]:
        nodes = self._graph.nodes
        shown = {n for n in reached if not self._is_silent(nodes[n])}
        onwards = self._leading_on(shown, set(reached))
        base = min((len(nodes[n].chain) for n in shown), default=0)
        seen: set[tuple[object, ...]] = set()
        for number in sorted(shown):
            node = nodes[number]
            key = (node.place, node.op, node.target, node.chain)
            if key in seen:
                continue
            seen.add(key)
            when = self._told.when(self._graph, reached[number])
            yield self._step(node, len(node.chain) - base, when)
            if number not in onwards and node.op != "output" and number not in ends:
                tree = self._told.tree(node.place.path)
                if tree is not None:
                    end = stop(tree, node.place, node.chain)
                    yield Step(end.place, "stops", len(node.chain) - base, when, "stop", f"the value {end.words}")

    def _leading_on(self, shown: set[int], reached: set[int]) -> set[int]:
        """The nodes whose value comes to another step."""
        waiting = list(shown)
        onwards: set[int] = set()
        while waiting:
            for source, _ in self._feeds.get(waiting.pop(), ()):
                if source in reached and source not in onwards:
                    onwards.add(source)
                    if source not in shown:
                        waiting.append(source)
        return onwards

    def _step(self, node: Node, depth: int, when: str) -> Step:
        if node.op == "output":
            return Step(node.place, "returned", depth, when, "name")
        applied = list(dict.fromkeys(a.kind for a in node.activations))
        note = f"applies {', '.join(applied)}" if applied else ""
        style = "relu" if "relu" in applied else "recurrent" if node.layer is not None else "plain"
        if node.op == "unresolved":
            note, style = "not known: what it is given may come out of it, all behind it is only possible", "stop"
        part = caller(node, self._owners[node.number], self._look)
        what = f"{part.name}: {short(node.target)}" if part is not None else called(node)
        return Step(node.place, f".{what}" if node.op == "call_method" else what, depth, when, style, note)
