"""The parts of a model as a tree of plain values: what ``print(model)`` shows in torch, and when each is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from staticrelu import limits
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.trace import Machine, parts_of, words
from staticrelu.trace.values import Class, Listing, Mapping, Obj, Value


@dataclass(frozen=True, slots=True)
class Part:
    """One part under one name.

    ``type`` is the class, dotted; ``arguments`` what its constructor was given, as far as known; ``when`` the condition
    under which this part stands there. ``calls`` are stretches of the graph's nodes: from the first up to, and without, the
    second all were made by one call. ``layer`` is the number of a recurrent layer, ``hides`` the kind of activation that its
    library applies in its own code. ``registered`` tells that torch knows of it, ``again`` that it was shown before.
    """

    name: str
    type: str
    arguments: str = ""
    place: Place | None = None
    when: str = ""
    calls: tuple[tuple[int, int], ...] = ()
    layer: int | None = None
    hides: str = ""
    registered: bool = True
    again: bool = False
    parts: tuple[Part, ...] = field(default=())

    @property
    def is_called(self) -> bool:
        """Whether it, or a part of it, is called."""
        return bool(self.calls) or any(part.is_called for part in self.parts)

    @property
    def first(self) -> int:
        """The first node of its first call; behind all others for what is never called."""
        inner = [part.first for part in self.parts]
        return min([first for first, _ in self.calls] + inner, default=limits.MAX_GRAPH_NODES)

    def walk(self, prefix: str = "") -> Iterator[tuple[str, Part]]:
        """All parts below, each with its dotted name."""
        for part in self.parts:
            name = f"{prefix}.{part.name}".lstrip(".")
            yield name, part
            yield from part.walk(name)


class Outline(NamedTuple):
    """The parts of a model: one tree of a class, several of a function's variables.

    ``inline`` are the numbers of the graph's nodes that a layer made which no part is, such as ``nn.ReLU()(x)``.
    """

    parts: tuple[Part, ...]
    inline: frozenset[int]


def outline(m: Machine) -> Outline:
    """The parts of the model that a machine has traced."""
    drawn = _Outline(m)
    parts = tuple(drawn.of(m.seen.held, 0, True))
    return Outline(parts, drawn.inline())


class _Outline:
    def __init__(self, m: Machine) -> None:
        self._m = m
        self._seen: set[int] = set()
        self._calls: dict[int, list[tuple[int, int]]] = {}
        for call in m.seen.called:
            self._calls.setdefault(id(call.layer), []).append((call.first, call.end))

    def of(self, named: Sequence[tuple[str, Value]], depth: int, registered: bool) -> Iterator[Part]:
        for name, value in named:
            for guard, thing in self._m.live(value):
                if len(self._seen) > limits.MAX_PARTS or depth > limits.MAX_PART_DEPTH:
                    return
                if isinstance(thing, Obj | Listing | Mapping) and self._holds_layers(thing, depth):
                    yield self._part(name, guard, thing, depth, registered)

    def inline(self) -> frozenset[int]:
        """The nodes whose innermost call is that of a layer which is no part."""
        innermost: dict[int, int] = {}
        outer_first = reversed(self._m.seen.called)
        for call in sorted(outer_first, key=lambda call: (call.first, -call.end)):
            innermost |= dict.fromkeys(range(call.first, call.end), id(call.layer))
        return frozenset(number for number, layer in innermost.items() if layer not in self._seen)

    def _holds_layers(self, thing: Obj | Listing | Mapping, depth: int) -> bool:
        """Whether it is a layer, or holds one in a few steps."""
        m = self._m
        if isinstance(thing, Obj) and m.is_module(thing.cls):
            return True
        if id(thing) in self._seen or depth > limits.MAX_PART_DEPTH:
            return False
        inner = (x for _, value in parts_of(m, thing) for _, x in value if isinstance(x, Obj | Listing | Mapping))
        return any(self._holds_layers(x, depth + 2) for x in inner)

    def _part(self, name: str, guard: Guard, thing: Obj | Listing | Mapping, depth: int, registered: bool) -> Part:
        m = self._m
        again = id(thing) in self._seen
        self._seen.add(id(thing))
        is_layer = isinstance(thing, Obj) and m.is_module(thing.cls)
        below = () if again else tuple(self.of(parts_of(m, thing), depth + 1, registered and is_layer))
        when = m.space.text(guard, m.graph.assumed.about(guard))
        if not isinstance(thing, Obj):
            kind = "dict" if isinstance(thing, Mapping) else thing.kind
            return Part(name, kind, place=thing.place, when=when, registered=False, again=again, parts=below)
        return Part(
            name,
            thing.cls.name,
            "" if below and depth and not isinstance(thing.cls, Class) else words.arguments(m, thing),
            thing.place,
            when,
            tuple(self._calls.get(id(thing), ())),
            m.layers.get(thing),
            words.hidden(m, thing),
            registered and is_layer,
            again,
            below,
        )
