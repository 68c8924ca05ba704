"""The graph, drawn by hand: what is reached and when, which way is shown, what is wrong with it, and how it prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import staticrelu
from expectations import CASES
from stages import CATALOG, Drawing
from staticrelu.facts import ModelFacts
from staticrelu.graph import Edge, Graph, Ways, dump, spread
from staticrelu.guards import Guard
from staticrelu.scan import analysis, survey


def reach(drawing: Drawing, *sources: int) -> dict[int, str]:
    """Where the values of some nodes come to, each with its condition."""
    graph = drawing.graph
    return {n: drawing.space.text(g) for n, g in sorted(spread(graph, sources, graph.users()).items())}


def origins(drawing: Drawing, *sinks: int) -> dict[int, str]:
    """Where the inputs of some nodes come from, each with its condition."""
    graph = drawing.graph
    return {n: drawing.space.text(g) for n, g in sorted(spread(graph, sinks, graph.feeds()).items())}


def way(drawing: Drawing, starts: Sequence[int], ends: Sequence[int], dear: Sequence[int] = ()) -> list[int]:
    """The cheapest way where entering a node costs one, or ten if it is dear; edges that cannot be are closed."""

    def cost(_start: int, end: int, guard: Guard) -> int:
        return -1 if guard.is_false else 10 if end in dear else 1

    return Ways(starts, drawing.graph.users(), cost).to(ends)


def test_a_step_may_cost_nothing() -> None:
    d = Drawing()
    x = d.node("placeholder", "x")
    relu = d.relu(x)
    assert Ways([x], d.graph.users(), lambda *_: 0).to([relu]) == [x, relu]


# --- reachability --------------------------------------------


def test_a_value_reaches_what_it_flows_into_and_not_what_it_came_from() -> None:
    d = Drawing()
    x = d.node("placeholder", "x")
    call = d.node("call_module", "torch.nn.LSTM", x)
    relu = d.relu(call)
    d.relu(x)
    out = d.node("output", "return", relu)
    assert reach(d, call) == {relu: "", out: ""}
    assert origins(d, call) == {x: ""}


def test_the_conditions_of_all_ways_come_together() -> None:
    d = Drawing()
    c, e = d.when("c"), d.when("e")
    x = d.node("placeholder", "x")
    one = d.node("call_function", "one", x, when=c)
    two = d.node("call_function", "two", x, when=~c)
    three = d.node("call_function", "three", x, when=e)
    either = d.node("join", "y", (one, c), (two, ~c))
    some = d.node("join", "z", (one, c), (three, e))
    assert reach(d, x) == {one: "c", two: "not c", three: "e", either: "", some: "c or e"}
    assert origins(d, either)[x] == ""
    assert origins(d, some)[x] == "c or e"


def test_conditions_that_exclude_each_other_are_no_way() -> None:
    d = Drawing()
    c = d.when("c")
    x = d.node("placeholder", "x")
    first = d.node("call_function", "first", x, when=c)
    later = d.node("call_function", "later", (first, c), (x, ~c), when=~c)
    assert later not in reach(d, first)
    assert first not in origins(d, later)
    assert reach(d, x) == {first: "c", later: "not c"}


def test_a_node_on_a_cycle_reaches_itself_under_the_condition_of_the_cycle() -> None:
    d = Drawing()
    again = d.when("again")
    x = d.node("placeholder", "x")
    head = d.node("join", "h", x)
    body = d.node("call_module", "torch.nn.GRUCell", head)
    d.graph.nodes[head].inputs.append(Edge(body, again))
    assert reach(d, body) == {head: "again", body: "again"}
    assert origins(d, body) == {x: "", head: "", body: "again"}
    assert d.graph.check() == []


def test_a_long_cycle_settles() -> None:
    d = Drawing()
    previous = first = d.node("placeholder", "x")
    ring = []
    for n in range(300):
        previous = d.node("operator", "+", (previous, d.when("c") if n == 150 else d.space.true))
        ring.append(previous)
    d.graph.nodes[ring[0]].inputs.append(Edge(ring[-1], d.space.true))
    assert reach(d, first) == {n: "" if n < ring[150] else "c" for n in ring}
    assert reach(d, ring[200]) == {n: "" if n > ring[200] or n < ring[150] else "c" for n in ring}


# --- ways --------------------------------------------


def test_the_cheapest_way_is_shown() -> None:
    d = Drawing()
    a = d.node("placeholder", "a")
    dear = d.node("unresolved", "f", a)
    one = d.node("operator", "+", a)
    two = d.node("operator", "-", one)
    end = d.node("join", "y", dear, two)
    assert way(d, [a], [end]) == [a, dear, end]
    assert way(d, [a], [end], dear=[dear]) == [a, one, two, end]
    assert way(d, [a], [dear, end]) == [a, dear]


def test_a_closed_edge_is_no_way() -> None:
    d = Drawing()
    a = d.node("placeholder", "a")
    end = d.node("join", "y", (a, d.space.false))
    assert way(d, [a], [end]) == []


def test_of_several_starts_the_nearest_is_shown_and_a_cycle_does_not_trap() -> None:
    d = Drawing()
    far, near = d.node("placeholder", "far"), d.node("placeholder", "near")
    middle = d.node("operator", "+", far)
    end = d.node("operator", "-", middle, near)
    d.graph.nodes[middle].inputs.append(Edge(end, d.space.true))
    assert way(d, [far, near], [end]) == [near, end]
    assert way(d, [end], [far]) == []
    assert way(d, [end], [end]) == [end]


# --- invariants --------------------------------------------


def sound() -> Drawing:
    d = Drawing()
    d.layer(4)
    d.call(0, d.node("placeholder", "x"))
    return d


def _renumber(graph: Graph) -> None:
    graph.nodes[1].number = 7


def _feed_the_input(graph: Graph) -> None:
    graph.nodes[0].inputs.append(Edge(1, graph.space.true))


def _no_layer(graph: Graph) -> None:
    graph.nodes[1].layer = 1


def _no_input(graph: Graph) -> None:
    graph.nodes[1].inputs.append(Edge(2, graph.space.true))


def _dead_edge(graph: Graph) -> None:
    graph.nodes[1].inputs.append(Edge(0, graph.space.false))


@pytest.mark.parametrize(
    ("break_it", "complaint"),
    [
        (_renumber, "node 1 is numbered 7"),
        (_feed_the_input, "placeholder 0 has inputs"),
        (_no_layer, "node 1 calls a layer that is not there"),
        (_no_input, "node 1 has no input 2"),
        (_dead_edge, "node 1 has a dead edge"),
    ],
)
def test_what_is_wrong_with_a_graph_is_said(break_it: Callable[[Graph], None], complaint: str) -> None:
    graph = sound().graph
    assert graph.check() == []
    break_it(graph)
    assert graph.check() == [complaint]


TOPICS = sorted(path.name for path in CASES.iterdir() if path.is_dir())


@pytest.mark.parametrize("topic", TOPICS)
def test_the_graphs_of_all_cases_are_sound(topic: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong: list[str] = []

    def derive(graph: Graph, name: str, *rest: object) -> ModelFacts:
        wrong.extend(f"{name}: {complaint}" for complaint in graph.check())
        return original(graph, name, *rest)  # type: ignore[arg-type]

    original = analysis.derive
    monkeypatch.setattr(analysis, "derive", derive)
    monkeypatch.setattr(survey.catalog, "load", lambda *_: CATALOG)
    for case in sorted(Path(CASES / topic).iterdir()):
        staticrelu.scan_paths([case])
    assert wrong == []


# --- text --------------------------------------------


GOLDEN = """\
n0    placeholder    x                                                        0
n1    call_module    torch.nn.LSTM                n0                         10  r0
n2    element        output                       n1                         20
n3    call_module    torch.nn.ReLU                n2                         30  applies relu built at 5  when use
n4    join           y                            n3 when use | n2 when not use   40
n5    output         return                       n4                         50
r0  torch.nn.LSTM  rnn  model.py:4:1  inside relu  when on
"""


def test_a_graph_prints_one_line_a_node() -> None:
    d = Drawing()
    use = d.when("use")
    d.layer(4, d.when("on"), attribute="rnn", inside=(("relu", d.space.true),))
    x = d.node("placeholder", "x")
    states = d.node("element", "output", d.call(0, x))
    relu = d.relu(states, built=5, when=use)
    d.node("output", "return", d.node("join", "y", (relu, use), (states, ~use)))
    assert dump(d.graph) == GOLDEN
