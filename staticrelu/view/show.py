"""The static ``print(model)``: the tree of parts in the order in which they are called, functions and the unused included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from staticrelu.graph import Layer, Node
from staticrelu.place import Place
from staticrelu.report.text import printable
from staticrelu.view.look import Look, called, owners, short
from staticrelu.view.outline import Part
from staticrelu.view.told import Told

_STYLES = {"dim": "2", "name": "1", "recurrent": "1;34", "relu": "1;31", "unused": "33", "plain": ""}
_CALLS = ("call_function", "call_method", "unresolved")


class Row(NamedTuple):
    """One line: the branches of the tree before it, what stands there, where, and what there is to say of it."""

    branch: str
    name: str
    what: str
    where: str
    notes: tuple[str, ...]
    style: str = "plain"


def render(look: Look, told: Told, *, coloured: bool = False) -> str:
    """The tree of one model, with ANSI colours on request."""
    root = look.root
    given = f"({root.arguments})" if root.arguments else ""
    head = f"{_painted(look.name + given, 'name', coloured)}  {_painted(told.place(look.place), 'dim', coloured)}"
    rows = list(_Tree(look, told).rows())
    names = max((len(printable(row.branch + row.name)) for row in rows), default=0)
    whats = min(max((len(printable(row.what)) for row in rows), default=0), 64)
    lines = [_line(row, names, whats, coloured) for row in rows]
    spent = [f"  cut off: {look.spent}; what follows is missing"] if look.spent else []
    return "\n".join([head, *lines, *spent]) + "\n"


def _line(row: Row, names: int, whats: int, coloured: bool) -> str:
    name = _painted(row.name, "plain" if row.style == "unused" else row.style, coloured)
    space = " " * (names - len(printable(row.branch + row.name)))
    what = _painted(row.what.ljust(whats), row.style, coloured)
    notes = f"  {_painted(', '.join(row.notes), row.style, coloured)}" if row.notes else ""
    return (
        f"{_painted(row.branch, 'dim', coloured)}{name}{space}  {what}  {_painted(row.where, 'dim', coloured)}{notes}"
    )


def _painted(text: str, style: str, coloured: bool) -> str:
    shown, code = printable(text), _STYLES[style]
    return f"\x1b[{code}m{shown}\x1b[0m" if coloured and code and shown.strip() else shown


class _Tree:
    """Puts parts and calls of functions in the order of their first call."""

    def __init__(self, look: Look, told: Told) -> None:
        self._look = look
        self._told = told
        self._functions: dict[int, list[Node]] = {}
        for node, owner in zip(look.graph.nodes, owners(look), strict=True):
            is_call = node.op in _CALLS or (node.op == "call_module" and node.number in look.outline.inline)
            if is_call and look.graph.assumed.allows(node.guard):
                self._functions.setdefault(id(owner[-1].part) if owner else 0, []).append(node)
        self._names = {id(part): name for name, part in look.root.walk()}
        self._shown: dict[tuple[Place | None, str], str] = {}

    def rows(self) -> Iterator[Row]:
        yield from self._below(self._look.root, 0, "")

    def _below(self, part: Part, key: int, branch: str) -> Iterator[Row]:
        functions: dict[tuple[Place, str], Node] = {}
        for node in self._functions.get(key, ()):
            functions.setdefault((node.place, node.target), node)
        items: list[tuple[int, Part | Node]] = [(p.first, p) for p in part.parts]
        items += [(node.number, node) for node in functions.values()]
        items.sort(key=lambda item: item[0])
        for number, (_, item) in enumerate(items):
            is_last = number == len(items) - 1
            mark, more = ("└─ ", "   ") if is_last else ("├─ ", "│  ")
            if isinstance(item, Part):
                yield self._part_row(item, branch + mark)
                yield from self._below(item, id(item), branch + more)
            else:
                yield self._function_row(item, branch + mark)

    def _part_row(self, part: Part, branch: str) -> Row:
        look = self._look
        notes, style = [], "plain"
        if part.layer is not None:
            style = "recurrent"
            notes += ["recurrent", *self._inside(look.graph.layers[part.layer])]
        applied = self._applied(part)
        if part.hides:
            kinds = list(applied) if part.calls else [part.hides]
            notes += [f"applies {', '.join(kinds)} in its own code"] if kinds else []
            style = "relu" if "relu" in kinds else style
        elif applied:
            notes.append(f"applies {', '.join(applied)}")
            style = "relu" if "relu" in applied else style
        if part.when:
            notes.append(f"when {part.when}")
        if part.again:
            notes.append(f"the same as {self._first_name(part)}")
        elif not part.is_called:
            notes.append("never called")
            style = "unused"
        if not part.registered and part.type in ("list", "dict", "tuple", "set", "deque"):
            notes.append(f"a plain {part.type}: its parts are not registered")
        self._first_name(part)
        what = short(part.type) + (f"({part.arguments})" if part.arguments or not part.parts else "")
        return Row(branch, part.name, what, self._told.line(part.place, look.place.path), tuple(notes), style)

    def _inside(self, layer: Layer) -> Iterator[str]:
        """The layer's own nonlinearity, and when it is that one, once the layer is built at all."""
        graph = self._look.graph
        for kind, guard in layer.inside:
            when = self._told.when(graph, graph.space.restrict(guard, layer.guard))
            yield f"{kind} inside when {when}" if when else f"{kind} inside"

    def _first_name(self, part: Part) -> str:
        return self._shown.setdefault((part.place, part.type), self._names[id(part)])

    def _applied(self, part: Part) -> Sequence[str]:
        """The kinds of activation that calling a part with no parts of its own applies."""
        nodes = self._look.graph.nodes
        firsts = [nodes[first] for first, end in part.calls if end > first and not part.parts]
        own = [node for node in firsts if node.op == "call_module" and node.number not in self._look.outline.inline]
        return list(dict.fromkeys(a.kind for node in own for a in node.activations))

    def _function_row(self, node: Node, branch: str) -> Row:
        kinds = list(dict.fromkeys(a.kind for a in node.activations))
        notes = ["recurrent"] if node.layer is not None else []
        notes += [f"applies {', '.join(kinds)}"] if kinds else []
        if node.op == "unresolved":
            notes.append("not known: what it is given may come out of it")
        when = self._told.when(self._look.graph, node.guard)
        notes += [f"when {when}"] if when else []
        what = f".{node.target}(...)" if node.op == "call_method" else f"{called(node)}(...)"
        style = "relu" if "relu" in kinds else "unused" if node.op == "unresolved" else "plain"
        style = "recurrent" if node.layer is not None else style
        return Row(branch, "", what, self._told.line(node.place, self._look.place.path), tuple(notes), style)
