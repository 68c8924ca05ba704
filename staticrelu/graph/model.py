"""Nodes, guarded edges, and the recurrent layers and activations that they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from staticrelu.graph.assumed import Assumed
from staticrelu.guards import Guard, GuardSpace
from staticrelu.place import Place

Op: TypeAlias = Literal[
    "placeholder",
    "call_module",
    "call_function",
    "call_method",
    "get_attr",
    "output",
    "join",
    "element",
    "operator",
    "unresolved",
]


class Edge(NamedTuple):
    """The value of the node with the number ``source`` flows in, when ``guard`` holds.

    ``port`` is the parameter that it is given for, where a layer's call says so: a state is told from an input by it.
    """

    source: int
    guard: Guard
    port: str = ""


class Activation(NamedTuple):
    """That a node applies an activation: ``kind`` (``relu``), the ``form`` it is written in, where its module was constructed.

    ``module`` is the number of that very object, if it is one of the graph's modules.
    """

    kind: str
    form: str
    defined: Place | None
    guard: Guard
    module: int | None = None


@dataclass(slots=True)
class Node:
    """One application of one operation.

    ``chain`` holds the places of the calls that led here, outermost first. ``guard`` says when it is reached at all.
    ``layer`` is the number of the recurrent layer that a ``call_module`` calls. ``traits`` are the catalog's words for
    what is applied (``learned``); ``in_place`` tells that it writes its result into what it is given, ``dropped`` that an
    expression statement made its value and nothing took it. Edges are added only while the interpreter runs.
    """

    number: int
    op: Op
    target: str
    place: Place
    chain: tuple[Place, ...]
    guard: Guard
    inputs: list[Edge]
    layer: int | None = None
    activations: tuple[Activation, ...] = ()
    traits: frozenset[str] = frozenset()
    in_place: bool = False
    dropped: bool = False


@dataclass(slots=True)
class Layer:
    """One construction of a recurrent layer, in one chain of calls.

    ``inside`` says when its own nonlinearity is ReLU (or another activation that is looked for): pairs of kind and guard.
    ``given`` are the names of the arguments that it was constructed with. ``handed_on`` tells that code which is not scanned
    was given it, and may call it.
    """

    number: int
    type: str
    place: Place
    guard: Guard
    inside: tuple[tuple[str, Guard], ...] = ()
    attribute: str = ""
    given: frozenset[str] = frozenset()
    handed_on: bool = False


@dataclass(slots=True)
class Module:
    """One construction of an activation module, in one chain of calls.

    ``handed_on`` is that of a layer.
    """

    number: int
    kind: str
    form: str
    place: Place
    guard: Guard
    handed_on: bool = False


@dataclass(slots=True)
class Graph:
    """The data flow of one model. ``assumed`` is what must hold for an entry of the model to run to its end."""

    space: GuardSpace
    nodes: list[Node] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    modules: list[Module] = field(default_factory=list)
    assumed: Assumed = field(init=False)
    parts: set[str] = field(default_factory=set)
    cut: list[tuple[Place, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.assumed = Assumed(self.space)

    def users(self) -> dict[int, list[tuple[int, Guard]]]:
        """For each node that has any, the numbers of the nodes it flows into, with the edges' guards."""
        users: dict[int, list[tuple[int, Guard]]] = {}
        for node in self.nodes:
            for edge in node.inputs:
                users.setdefault(edge.source, []).append((node.number, edge.guard))
        return users

    def feeds(self) -> dict[int, list[tuple[int, Guard]]]:
        """For each node, the numbers of the nodes that flow into it, with the edges' guards."""
        return {node.number: [(edge.source, edge.guard) for edge in node.inputs] for node in self.nodes}

    def check(self) -> list[str]:
        """What is wrong with the graph; empty for a sound one. The invariants, for tests.

        A node may be never reached: an expression is evaluated to its end also where its way has ended.
        """
        wrong = []
        for index, node in enumerate(self.nodes):
            if node.number != index:
                wrong.append(f"node {index} is numbered {node.number}")
            if node.op == "placeholder" and node.inputs:
                wrong.append(f"placeholder {index} has inputs")
            if node.layer is not None and not 0 <= node.layer < len(self.layers):
                wrong.append(f"node {index} calls a layer that is not there")
            wrong += [
                f"node {index} has no input {edge.source}" for edge in node.inputs if edge.source >= len(self.nodes)
            ]
            wrong += [f"node {index} has a dead edge" for edge in node.inputs if edge.guard.is_false]
        return wrong
