"""Facts of graphs drawn by hand: relations, their certainty and their ways, and what is said where there is none."""

from __future__ import annotations

import pytest

from stages import Drawing, at, traced
from staticrelu.facts import Application, LayerFacts, ModelFacts, derive, standing
from staticrelu.graph import Edge, dump
from staticrelu.guards import Guard


def facts(d: Drawing) -> ModelFacts:
    assert d.graph.check() == []
    return derive(d.graph, "model.Net", "class", at(1), {"model.Net", "model.Part"})


def relations(d: Drawing) -> list[tuple[str, int, int, str, str]]:
    """Each relation as (kind, line of the ReLU, line of the layer, certainty, condition or what is unresolved)."""
    return [
        (
            relation.kind,
            relation.application.place.line,
            relation.layer.line,
            relation.standing.certainty,
            relation.standing.condition or ", ".join(relation.standing.unresolved),
        )
        for relation in facts(d).relations
    ]


def only_layer(d: Drawing) -> LayerFacts:
    (layer,) = facts(d).layers
    return layer


def model(line: int = 4) -> tuple[Drawing, int, int]:
    """A drawing with a recurrent layer that is called: the drawing, the input, the layer's output."""
    d = Drawing()
    x = d.node("placeholder", "x")
    return d, x, d.node("element", "output", d.call(d.layer(line), x))


# --- relations --------------------------------------------


def test_a_relu_on_the_way_out_is_after_and_one_on_the_way_in_before() -> None:
    d = Drawing()
    r = d.layer(4)
    x = d.node("placeholder", "x")
    d.relu(x, line=30)
    d.node("output", "return", d.relu(d.call(r, d.relu(x, line=10)), line=20))
    assert relations(d) == [("after", 20, 4, "definite", ""), ("before", 10, 4, "definite", "")]
    assert [a.place.line for a in facts(d).applications] == [10, 20, 30]


def test_in_a_step_loop_one_relu_is_both() -> None:
    d = Drawing()
    r, again = d.layer(4), d.when("the loop runs again")
    state = d.node("join", "h", d.node("placeholder", "h"))
    relu = d.relu(d.call(r, state), line=9)
    d.graph.nodes[state].inputs.append(Edge(relu, again))
    assert relations(d) == [("after", 9, 4, "definite", ""), ("before", 9, 4, "conditional", "the loop runs again")]


def test_between_two_layers_a_relu_is_after_one_and_before_the_other() -> None:
    d, _, out = model()
    second = d.layer(5)
    d.call(second, d.relu(out, line=9))
    assert relations(d) == [("after", 9, 4, "definite", ""), ("before", 9, 5, "definite", "")]


def test_one_place_in_both_arms_is_one_relation_that_always_holds() -> None:
    d, _, out = model()
    c = d.when("c")
    d.relu(out, line=9, when=c)
    d.relu(out, line=9, when=~c)
    assert relations(d) == [("after", 9, 4, "definite", "")]


def test_two_modules_applied_at_one_place_are_two_applications() -> None:
    d, _, out = model()
    d.relu(d.relu(out, built=5, line=9), built=6, line=9)
    assert facts(d).applications == (
        Application("relu", "torch.nn.ReLU", at(9), at(5)),
        Application("relu", "torch.nn.ReLU", at(9), at(6)),
    )
    assert len(relations(d)) == 2


def test_a_relation_whose_conditions_exclude_each_other_is_none() -> None:
    d, _, out = model()
    c = d.when("c")
    d.relu(d.node("join", "y", (out, c)), when=~c)
    assert relations(d) == []
    assert only_layer(d).on_output == "no"


def test_what_the_assumed_run_excludes_is_none_and_what_it_entails_is_definite() -> None:
    d, _, out = model()
    c = d.when("c")
    d.relu(out, line=9, when=c)
    d.relu(out, line=10, when=~c)
    d.graph.assumed.add(c)
    assert relations(d) == [("after", 9, 4, "definite", "")]
    assert [a.place.line for a in facts(d).applications] == [9]


def test_a_nonlinearity_of_the_layer_is_inside_it_and_neither_after_nor_before() -> None:
    d = Drawing()
    on = d.when("on")
    r = d.layer(4, inside=(("relu", on), ("tanh", ~on)))
    d.call(r, d.call(d.layer(5), d.node("placeholder", "x")))
    assert relations(d) == [("inside", 4, 4, "conditional", "on")]
    assert facts(d).applications == (Application("relu", "nonlinearity", at(4), None),)


def test_activations_of_another_kind_are_no_facts() -> None:
    d, _, out = model()
    node = d.relu(out)
    d.graph.nodes[node].activations = (d.graph.nodes[node].activations[0]._replace(kind="relu6"),)
    assert (facts(d).relations, facts(d).applications) == ((), ())


# --- certainty --------------------------------------------


def test_certainty_of_a_guard() -> None:
    d = Drawing()
    true, c, need = d.space.true, d.when("c"), d.when("n", required=True)
    f, g = d.when("f()", kind="unresolved"), d.when("g()", kind="unresolved")
    error = d.when("an exception is raised", kind="exception")

    def said(guard: Guard) -> tuple[str, str, tuple[str, ...], bool] | None:
        how = standing(d.graph, guard)
        return None if how is None else tuple(how)  # type: ignore[return-value]

    assert said(d.space.false) is None
    assert said(true) == ("definite", "", (), False)
    assert said(c) == ("conditional", "c", (), False)
    assert said(c & need) == ("conditional", "c and n", (), True)
    assert said(f) == ("possible", "", ("f()",), False)
    assert said(c & f & g) == ("possible", "c", ("f()", "g()"), False)
    assert said((f & g) | f) == ("possible", "", ("f()",), False)
    assert said(c | f) == ("conditional", "c", (), False)
    assert said(~error) == ("definite", "", (), False)
    assert said(error) == ("conditional", "an exception is raised", (), False)


def test_a_condition_is_said_as_far_as_it_is_not_assumed() -> None:
    d = Drawing()
    checked, c = d.when("checked"), d.when("c")
    d.graph.assumed.add(checked)
    how = standing(d.graph, checked & c)
    assert how is not None
    assert how.condition == "c"


# --- ways --------------------------------------------


def lines(d: Drawing, kind: str = "after") -> list[int]:
    (steps,) = (relation.steps for relation in facts(d).relations if relation.kind == kind)
    return [place.line for place in steps]


def test_steps_run_along_the_flow_and_name_calls_alone() -> None:
    d = Drawing()
    x = d.relu(d.node("placeholder", "x"), line=10)
    call = d.call(d.layer(4), d.node("operator", "getitem", x, line=11), line=12)
    total = d.node("operator", "+", d.node("element", "output", call, line=12), line=13)
    linear = d.node("call_module", "torch.nn.Linear", total, line=14)
    d.relu(linear, line=15, built=5)
    assert lines(d, "before") == [10, 12]
    assert lines(d, "after") == [12, 14, 15]


def test_steps_go_through_the_calls_that_lead_deeper() -> None:
    d, _, out = model()
    outer, inner = at(20), at(31)
    linear = d.node("call_module", "torch.nn.Linear", out, line=30, chain=(outer,))
    d.relu(linear, line=40, chain=(outer, inner))
    assert lines(d) == [10, 20, 30, 31, 40]


def test_a_certain_way_is_shown_before_a_short_one() -> None:
    d, _, out = model()
    mix = d.when("mix", kind="unresolved")
    short = d.node("unresolved", "mix", (out, mix), line=20)
    longer = d.node("call_function", "f", d.node("call_function", "g", out, line=30), line=31)
    d.relu(d.node("join", "y", short, longer), line=40)
    assert relations(d) == [("after", 40, 4, "definite", "")]
    assert lines(d) == [10, 30, 31, 40]


# --- absence --------------------------------------------


def test_what_is_said_of_the_output() -> None:
    d, _, out = model()
    assert only_layer(d).on_output == "no"
    unresolved = d.when("mix", kind="unresolved")
    d.relu(d.node("unresolved", "mix", (out, unresolved)))
    assert only_layer(d).on_output == "unknown"
    d.relu(out, when=d.when("c"))
    assert only_layer(d).on_output == "sometimes"
    d.relu(out)
    assert only_layer(d).on_output == "yes"


def test_a_way_that_was_lost_leaves_the_output_unknown() -> None:
    d, _, out = model()
    d.node("unresolved", "mix", out)
    assert only_layer(d).on_output == "unknown"


def test_a_budget_that_cut_something_off_leaves_the_output_unknown() -> None:
    d, *_ = model()
    d.graph.cut.append((at(9), "too deep"))
    assert only_layer(d).on_output == "unknown"


def test_where_an_output_goes_ends_at_calls_and_returns() -> None:
    d, _, out = model()
    part = d.node("operator", "getitem", out, line=20)
    linear = d.node("call_module", "torch.nn.Linear", part, line=21)
    d.node("call_function", "torch.tanh", part, line=30, chain=(at(25), at(26)))
    d.node("output", "return", d.node("call_function", "torch.sigmoid", linear, line=40), line=41)
    d.node("output", "return", out, line=50)
    assert [place.line for place in only_layer(d).goes_to] == [21, 25, 50]


def test_a_layer_that_is_never_called_and_one_that_is_never_built() -> None:
    d = Drawing()
    d.layer(4, attribute="rnn")
    d.layer(5, d.when("c"))
    d.graph.assumed.add(~d.when("c"))
    (layer,) = facts(d).layers
    assert layer == LayerFacts("torch.nn.LSTM", "rnn", at(4), False, "no", ())


def test_layers_built_at_one_place_are_one() -> None:
    d = Drawing()
    x = d.node("placeholder", "x")
    d.call(d.layer(4, type="torch.nn.GRU"), x)
    d.relu(d.call(d.layer(4, attribute="layers.1"), x))
    layer = only_layer(d)
    assert (layer.type, layer.attribute, layer.on_output) == ("torch.nn.GRU|torch.nn.LSTM", "layers.1", "yes")


# --- the whole --------------------------------------------


def test_the_parts_of_a_model_are_others() -> None:
    d, *_ = model()
    assert facts(d).parts == {"model.Part"}


@pytest.mark.parametrize("kind", ["class", "function"])
def test_what_only_builds_layers_is_not_running(kind: str) -> None:
    d = Drawing()
    d.layer(4)
    assert derive(d.graph, "build", kind, at(1), ()).is_running is (kind == "class")  # type: ignore[arg-type]


def test_facts_leave_the_graph_as_it_was() -> None:
    d, _, out = model()
    d.relu(out, when=d.when("c"))
    before = dump(d.graph)
    facts(d)
    assert dump(d.graph) == before


DECODER = """\
from torch import nn

class Decoder(nn.Module):
    def __init__(self, d, act="tanh"):
        super().__init__()
        self.cell = nn.GRUCell(d, d)
        self.act = {"relu": nn.ReLU, "tanh": nn.Tanh}[act]()

    def forward(self, x, h):
        for t in range(x.size(1)):
            h = self.act(self.cell(x[:, t], h))
        return h
"""


def test_a_decoder_that_feeds_itself() -> None:
    found = derive(traced(DECODER, "Decoder").graph, "model.Decoder", "class", at(3), ())
    act = 'act == "relu" (default "tanh")'
    assert [
        (r.kind, r.application.place.line, r.standing.certainty, r.standing.condition) for r in found.relations
    ] == [
        ("after", 11, "conditional", act),
        ("before", 11, "conditional", f"{act} and the loop runs again"),
    ]
    assert [a.defined and a.defined.line for a in found.applications] == [7]
