"""The interpreter, entered alone: the graphs it draws of small programs, its elementary steps, and its budgets."""

from __future__ import annotations

import pkgutil
from pathlib import Path
from typing import get_args

import pytest

from pages import agrees, blocks
from stages import machine_of, project_of, traced
from staticrelu import limits
from staticrelu import tree as t
from staticrelu.graph import dump
from staticrelu.guards import Atom, Guard, GuardSpace
from staticrelu.place import NO_SPAN, Place, Span
from staticrelu.project import Project
from staticrelu.trace import Machine, Traced, conditions, sequences, texts, trace_class, trace_function, trace_module
from staticrelu.trace.builtin_functions import TABLE
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import EXPRESSIONS, STATEMENTS, element_values, known_values
from staticrelu.trace.values import Const, Elements, Many, One, Slice, Symbol, Tensor, Value

GRAPHS = Path(__file__).parent / "graphs"
HERE = Place("model.py", NO_SPAN)


@pytest.mark.parametrize("page", sorted(GRAPHS.glob("*.md")), ids=lambda page: page.stem)
def test_the_graph_of_a_program(page: Path, request: pytest.FixtureRequest) -> None:
    (program,) = blocks(page, "python")
    found = traced(program, "Net")
    assert found.graph.check() == []
    assert found.spent == ""
    agrees(page, "text", [dump(found.graph)], request.config)


def test_the_same_program_gives_the_same_graph() -> None:
    for page in GRAPHS.glob("*.md"):
        (program,) = blocks(page, "python")
        assert dump(traced(program, "Net").graph) == dump(traced(program, "Net").graph)


# --- entered with a tree made by hand --------------------------------------------


@pytest.fixture
def machine() -> Machine:
    return machine_of(project_of({"model.py": ""}))


@pytest.fixture
def frame(machine: Machine) -> Frame:
    return machine.module_frame(machine.project.modules["model.py"])


def name(text: str) -> t.Name:
    return t.Name(NO_SPAN, text)


def constants(value: Value) -> list[tuple[str, object]]:
    """The constants that a value may be, each with its condition."""
    return [(guard.space.text(guard), thing.value) for guard, thing in value if isinstance(thing, Const)]


def test_every_kind_of_node_has_its_handler() -> None:
    assert set(EXPRESSIONS) == set(get_args(t.Expr))
    assert set(STATEMENTS) == set(get_args(t.Stmt))


def test_the_functions_of_the_table_are_pythons_own() -> None:
    assert all(pkgutil.resolve_name(full_name) for full_name in TABLE)


def test_an_expression_is_evaluated_where_its_names_are_bound(machine: Machine, frame: Frame) -> None:
    machine.run(frame, (t.Assign(NO_SPAN, (name("x"),), t.Constant(NO_SPAN, 2)),))
    total = machine.eval(frame, t.Binary(NO_SPAN, name("x"), (("+", t.Constant(NO_SPAN, 3)),)))
    assert constants(total) == [("", 5)]


def test_an_undecided_branch_is_two_ways_that_meet(machine: Machine, frame: Frame) -> None:
    def write(value: int) -> t.Assign:
        return t.Assign(NO_SPAN, (name("x"),), t.Constant(NO_SPAN, value))

    machine.store.set((frame, "flag"), machine.unknown("flag", "flag"))
    machine.run(frame, (t.If(NO_SPAN, ((name("flag"), (write(1),)),), (write(2),)),))
    assert machine.path.is_true
    assert constants(machine.eval(frame, name("x"))) == [("flag", 1), ("not flag", 2)]


def test_tensors_join_into_one_node_and_a_value_is_one_case_where_that_is_certain(machine: Machine) -> None:
    guard: Guard = machine.space.atom(Atom("c", "c", "not c"))
    first, second = (machine.node("placeholder", text, HERE) for text in "ab")
    value = machine.join([(guard, machine.tensor(first)), (~guard, machine.tensor(second))], HERE, "x")
    ((_, tensor),) = value
    assert isinstance(tensor, Tensor)
    node = machine.graph.nodes[tensor.node]
    assert (node.op, node.target) == ("join", "x")
    assert [(edge.source, edge.guard) for edge in node.inputs] == [(first, guard), (second, ~guard)]
    both = machine.join([(guard, machine.const(1)), (~guard, machine.const(2))], HERE)
    machine.path = guard
    assert constants(machine.live(both)) == [("", 1)]


# --- what is entered --------------------------------------------


SCRIPT = """\
import abc
import torch
from torch import nn

class Part(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)
    def forward(self, x):
        return self.rnn(x)[0]

class Plan(abc.ABC):
    @abc.abstractmethod
    def forward(self, x): ...

def run(model, x):
    return torch.relu(Part()(x))

part = Part()
out = torch.relu(part(torch.zeros(1, 1, 3)))
number = 3
"""


@pytest.fixture
def script() -> Project:
    return project_of({"model.py": SCRIPT})


def entered(found: Traced | None) -> list[str]:
    """What the nodes of calls apply, in order."""
    assert found is not None
    assert found.graph.check() == []
    return [node.target for node in found.graph.nodes if node.op.startswith("call_")]


def test_a_class_a_function_and_a_module_are_entered(script: Project) -> None:
    module = script.modules["model.py"]
    assert entered(trace_class(machine_of(script), module, "Part", (), frozenset())) == ["torch.nn.GRU"]
    assert entered(trace_function(machine_of(script), module, "run")) == ["torch.nn.GRU", "torch.relu"]
    whole = trace_module(machine_of(script), module)
    assert [layer.type for layer in whole.graph.layers] == ["torch.nn.GRU"]
    assert entered(whole)[-2:] == ["torch.nn.GRU", "torch.relu"]


@pytest.mark.parametrize("wrong", ["run", "number", "nn", "gone", "Plan"])
def test_what_is_no_class_that_can_be_constructed_is_not_entered_as_one(script: Project, wrong: str) -> None:
    assert trace_class(machine_of(script), script.modules["model.py"], wrong, (), frozenset()) is None


@pytest.mark.parametrize("wrong", ["Part", "number", "gone"])
def test_what_is_no_function_is_not_entered_as_one(script: Project, wrong: str) -> None:
    assert trace_function(machine_of(script), script.modules["model.py"], wrong) is None


def test_a_model_is_made_of_the_scanned_parts_that_it_constructs(script: Project) -> None:
    found = trace_function(machine_of(script), script.modules["model.py"], "run")
    assert found is not None
    assert "model.Part" in found.parts


def test_a_model_is_made_of_the_functions_that_it_calls_and_not_of_methods() -> None:
    text = SCRIPT.replace(
        "return self.rnn(x)[0]", "return helped(self.again(x))\n    def again(self, x):\n        return self.rnn(x)[0]"
    )
    found = traced(f"{text}\ndef helped(x):\n    return torch.relu(x)\n", "Part")
    assert found.parts == {"model.Part", "model.helped"}


def test_methods_called_from_outside_are_entries() -> None:
    text = SCRIPT.replace("def forward", "def sample(self, x):\n        return torch.relu(x)\n    def forward", 1)
    project = project_of({"model.py": text})
    module = project.modules["model.py"]
    silent = trace_class(machine_of(project), module, "Part", (), frozenset())
    called = trace_class(machine_of(project), module, "Part", (), frozenset(("sample",)))
    assert "torch.relu" not in entered(silent)
    assert "torch.relu" in entered(called)


# --- budgets --------------------------------------------


def test_a_spent_budget_is_said_and_what_was_found_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(f"        y = torch.sigmoid(y) + {n}\n" for n in range(100))
    text = SCRIPT.replace("        return self.rnn(x)[0]\n", f"        y = self.rnn(x)[0]\n{body}        return y\n")
    monkeypatch.setattr(limits, "MAX_MODEL_WORK", 150)
    found = traced(text, "Part")
    assert found.spent == "more than 150 steps"
    assert entered(found)[0] == "torch.nn.GRU"


SAVING = """\
import torch
from torch import nn

class Part(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])

    def save(self, names):
        for i in range(30):
            for j in range(10):
                self.size = i + j
        torch.sigmoid(self.rnn(names)[0])

    def sample(self, x):
        return torch.tanh(self(x))
"""


def test_an_entry_that_goes_on_without_a_tensor_is_given_up_and_the_others_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = project_of({"model.py": SAVING})
    called = frozenset(("save", "sample"))
    whole = trace_class(machine_of(project), project.modules["model.py"], "Part", (), called)
    assert whole is not None
    assert whole.spent == ""
    assert {"torch.relu", "torch.sigmoid", "torch.tanh"} <= set(entered(whole))
    monkeypatch.setattr(limits, "MAX_IDLE_WORK", 500)
    found = trace_class(machine_of(project), project.modules["model.py"], "Part", (), called)
    assert found is not None
    assert found.spent == "save: more than 500 steps without a tensor"
    assert "torch.sigmoid" not in entered(found)
    assert {"torch.relu", "torch.tanh"} <= set(entered(found))


COUNTED = """\
import torch
from torch import nn

class Options:
    def __init__(self):
        self.bend = False

def counted(options, names, table):
    for number in range(40):
        options.size = number
    return number

class Part(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)
        self.options, self.names, self.table = Options(), ["a"], {"b": 1}
        self.count = counted(self.options, self.names, self.table)

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.options.bend:
            out = torch.relu(out)
        if self.names[0] == "b":
            out = torch.sigmoid(out)
        if self.table["b"] == 2:
            out = torch.tanh(out)
        return out
"""


def test_what_a_call_too_long_to_follow_could_change_is_open_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert entered(traced(COUNTED, "Part")) == ["torch.nn.GRU"]
    monkeypatch.setattr(limits, "MAX_INERT_WORK", 50)
    found = traced(COUNTED, "Part")
    assert found.spent == ""
    assert entered(found) == ["torch.nn.GRU", "torch.relu", "torch.sigmoid", "torch.tanh"]


@pytest.mark.parametrize(
    ("name", "most", "said"),
    [
        ("MAX_GUARD_SPACE", 1, "too many undecided tests"),
        ("MAX_MODEL_SECONDS", -1, "more than -1 seconds"),
        ("MAX_GRAPH_NODES", 1, "more than 1 nodes"),
    ],
)
def test_every_budget_has_its_words(monkeypatch: pytest.MonkeyPatch, name: str, most: int, said: str) -> None:
    tests = "".join(f"        x = x + 1 if self.a{n} else x\n" for n in range(200))
    text = SCRIPT.replace("        return self.rnn(x)[0]\n", f"{tests}        return self.rnn(x)[0]\n")
    monkeypatch.setattr(limits, name, most)
    assert traced(text, "Part").spent == said


def test_recursion_ends() -> None:
    text = SCRIPT.replace("return self.rnn(x)[0]", "return self.forward(self.rnn(x)[0])")
    found = traced(text, "Part")
    assert entered(found).count("torch.nn.GRU") <= limits.MAX_CALL_DEPTH


def test_places_are_those_of_the_source() -> None:
    (layer,) = traced(SCRIPT, "Part").graph.layers
    assert layer.place == Place("model.py", Span(8, 20, 8, 32))


LONG_BASE = """\
from torch import nn
def base():
    for i in range(300):
        for j in range(3):
            size = i + j
    return nn.GRU
class Net(base()):
    pass
"""


def test_what_a_model_is_may_take_all_that_it_may_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MODEL_WORK", 500)
    project = project_of({"model.py": LONG_BASE})
    found = trace_class(machine_of(project), project.modules["model.py"], "Net", (), frozenset())
    assert found is not None
    assert found.spent == "more than 500 steps"


def test_a_model_does_not_pay_for_the_making_of_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MODEL_SECONDS", 1e-9)
    project = project_of({"model.py": LONG_BASE})
    slow, fast = machine_of(project), machine_of(project)
    project.loading = 1e9  # as if trees had been made since
    found = trace_class(slow, project.modules["model.py"], "Net", (), frozenset())
    assert found is not None
    assert found.spent == ""
    project.loading = 0.0
    found = trace_class(fast, project.modules["model.py"], "Net", (), frozenset())
    assert found is not None
    assert found.spent.endswith("seconds")


# --- texts of which a part is open --------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("rnn", "rnn", True),
        ("rnn", "rnn1", False),
        ("rnn*", "rnn", True),
        ("rnn*", "rnn1", True),
        ("rnn*", "rn", False),
        ("*_rnn", "a_rnn", True),
        ("*_rnn", "a_rnn1", False),
        ("a*b*c", "abc", True),
        ("a*b*c", "axbyc", True),
        ("a*b*c", "acb", False),
        ("a.b*", "a.b1", True),
        ("a.b*", "axb1", False),
        ("*", "anything", True),
        ("*", "a*", True),
        ("a*", "ab*", True),
        ("ab*", "a*", True),
        ("a*", "b*", False),
        ("*a", "*ba", True),
        ("*ba", "*a", True),
        ("*a", "*b", False),
        ("a*c", "a*d", False),
        ("a*c", "b*c", False),
        ("a*x*c", "ab*y*bc", True),
    ],
)
def test_texts_may_be_the_same_where_what_is_known_of_them_agrees(one: str, other: str, may: bool) -> None:
    assert texts.may_agree(one, other) == may
    if "*" in one and "*" in other:
        assert texts.may_agree(other, one) == may


def test_what_is_open_in_a_text_lies_between_what_is_known() -> None:
    symbol = Symbol("n", "n")

    def text(*parts: Const | Symbol | None) -> Symbol:
        made = texts.joined(parts, HERE, "text")
        assert isinstance(made, Symbol)
        return made

    assert text(Const("a"), symbol, Const("b")).pattern == "a*b"
    assert text(symbol, None, Const("b"), symbol).pattern == "*b*"
    assert texts.open_part(text(Const("a"), Const(1), symbol, Const("b"), Const("c"))) == ("a1", symbol, "bc")
    assert texts.open_part(text(symbol)) == ("", symbol, "")
    assert texts.open_part(text(symbol, Const("-"), symbol)) is None
    assert texts.open_part(text(Const("a"), None)) is None
    assert texts.open_part(text(symbol, None)) is None
    assert texts.open_part(symbol) is None
    assert texts.open_part(Symbol(("other", symbol), "n", pattern="*")) is None
    assert texts.joined([Const("a"), Const(1)], HERE, "text") == Const("a1")
    assert texts.joined([], HERE, "text") == Const("")


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("flag", "not flag"),
        ("a.b[0]()", "not a.b[0]()"),
        ("a_1", "not a_1"),
        ("a or b", "not (a or b)"),
        ("-a", "not (-a)"),
    ],
)
def test_what_is_negated_stands_in_brackets_unless_it_is_one_name(text: str, negated: str) -> None:
    assert conditions.negation(text) == negated


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", '"a"'),
        ('a"\\', '"a\\"\\\\"'),
        (1, "1"),
        (None, "None"),
        ((), "()"),
        ((1,), "(1,)"),
        ((1, "a"), '(1, "a")'),
    ],
)
def test_constants_are_told_as_they_are_written(value: object, text: str) -> None:
    assert conditions.literal(value) == text


@pytest.mark.parametrize("above", [0, 1, 4])
@pytest.mark.parametrize("bound", [-1, 0, 1, 2, 3, 4, 5, 6, 7])
def test_a_counter_is_compared_as_far_as_it_is_known(above: int, bound: float) -> None:
    later = range(above + 1, above + 10)
    assert conditions._counter(above, ">", bound) is (True if all(i > bound for i in later) else None)
    assert conditions._counter(above, "<", bound) is (None if any(i < bound for i in later) else False)
    assert conditions._counter(above, "<", "text") is None


# --- elements, known and open --------------------------------------------


def elements_of(text: str, space: GuardSpace | None = None) -> Elements:
    """``a b* c?``: one element, a group that comes at least once, and one that may be absent."""
    true = (space or GuardSpace()).true

    def element(word: str) -> One | Many:
        value = ((true, Const(word.rstrip("*?"))),)
        return Many((value,), word.endswith("?")) if word[-1] in "*?" else One(value)

    return tuple(map(element, text.split()))


def told(elements: Elements) -> str:
    """The same as a text."""

    def sign(element: One | Many) -> str:
        return "" if isinstance(element, One) else "?" if element.optional else "*"

    return " ".join(f"{value[0][1].value}{sign(e)}" for e in elements for value in element_values((e,)))  # type: ignore[union-attr]


def constant_value(value: object) -> Value:
    return () if value is None else ((GuardSpace().true, Const(value)),)


@pytest.mark.parametrize(
    ("text", "bounds", "left"),
    [
        ("a b c", (None, None, None), "a b c"),
        ("a b c", (1, None, None), "b c"),
        ("a b c", (None, -1, None), "a b"),
        ("a b c", (None, None, 2), "a c"),
        ("a b c", (None, None, -1), "c b a"),
        ("a b c", (1, 2, 1), "b"),
        ("a b c", (5, None, None), ""),
        ("a b c", (True, None, None), "b c"),
        ("a b c", ("x", None, None), "a? b? c?"),
        ("a b* c", (None, None, None), "a b* c"),
        ("a b* c", (1, None, None), "b* c"),
        ("a b* c", (2, None, None), "b? c"),
        ("a b* c", (None, -1, None), "a b*"),
        ("a b* c", (None, -2, None), "a b?"),
        ("a b* c d", (1, -1, None), "b* c"),
        ("a b* c d", (-1, None, None), "d"),
        ("a b* c d", (0, 1, None), "a"),
        ("a b* c d", (None, None, 2), "a b? c? d?"),
        ("b*", (1, -1, None), "b?"),
        ("", (1, -1, None), ""),
    ],
)
def test_a_slice_holds_all_that_may_be_in_it(
    machine: Machine, text: str, bounds: tuple[object, ...], left: str
) -> None:
    lower, upper, step = map(constant_value, bounds)
    assert told(sequences.cut(machine, elements_of(text), Slice(lower, upper, step))) == left


@pytest.mark.parametrize(
    ("text", "values"), [("a b c", ["a", "b", "c"]), ("", []), ("a b* c", None), ("a?", None), ("b*", None)]
)
def test_elements_are_known_where_none_is_a_group(text: str, values: list[str] | None) -> None:
    known = known_values(elements_of(text))
    assert (None if known is None else [value[0][1].value for value in known]) == values  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "index", "may"),
    [
        ("a b c", 0, "a"),
        ("a b c", 2, "c"),
        ("a b c", -1, "c"),
        ("a b c", -3, "a"),
        ("a b c", 3, ""),
        ("a b c", -4, ""),
        ("a b* c", 0, "a"),
        ("a b* c", 1, "b"),
        ("a b* c", 2, "b c"),
        ("a b* c", -1, "c"),
        ("a b* c", -2, "b"),
        ("a? b", 0, "a b"),
        ("a? b", -1, "b"),
    ],
)
def test_an_item_is_the_one_that_stands_there_or_any_that_may(
    machine: Machine, text: str, index: int, may: str
) -> None:
    found = sequences.element_at(machine, elements_of(text, machine.space), index, HERE)
    assert " ".join(str(thing.value) for _, thing in found if isinstance(thing, Const)) == may
