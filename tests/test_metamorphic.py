"""What does not change a program changes no fact; what adds or removes a ReLU adds or removes its facts and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import pytest

import metamorphic
from checked import HEAD
from staticrelu.report.v1 import Model, Report
from staticrelu.scan import scan_sources
from staticrelu.sources import Content

CASES = Path(__file__).parent / "cases"
SINGLE = sorted(path for topic in CASES.iterdir() for path in topic.glob("*.py"))
FUNCTIONAL = ("torch.relu", "torch.nn.functional.relu")
Facts: TypeAlias = "Counter[tuple[object, ...]]"
pytestmark = pytest.mark.usefixtures("one_catalog")


def programs(request: pytest.FixtureRequest, share: int) -> list[Path]:
    """In an ordinary run a share of the cases, another one for each change; all of them with ``--inputs``."""
    return SINGLE if request.config.getoption("--inputs") else SINGLE[share :: len(CHANGES) + 1]


def scan(text: str) -> Report:
    report = scan_sources([Content("model.py", text.encode(), "utf-8")])
    assert not report.errors
    return report


def relations(report: Report) -> Facts:
    """The relations without lines: of which layer of which model, with which form of ReLU, how certain."""
    return Counter(
        (
            model.name,
            position(model, relation.recurrent),
            form(model, relation.activation),
            relation.relation,
            relation.certainty,
        )
        for model in report.models
        for relation in model.relations
    )


def layers(report: Report) -> list[tuple[object, ...]]:
    return [(m.name, layer.type, layer.called, layer.on_output) for m in report.models for layer in m.recurrent]


def position(model: Model, identity: str) -> int:
    """Which of the layers of its model, in the order of the text, a layer is."""
    return [layer.id for layer in model.recurrent].index(identity)


def form(model: Model, identity: str) -> str:
    return next(activation.form for activation in model.activations if activation.id == identity)


CHANGES = (
    metamorphic.commented,
    metamorphic.reprinted,
    metamorphic.wrapped,
    metamorphic.with_helper,
    metamorphic.renamed,
    metamorphic.aliased,
    metamorphic.inlined,
    metamorphic.reordered,
)


MOVES = (metamorphic.inlined, metamorphic.reordered)
"""Changes that find something to change in few programs."""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_does_not_change_a_program_changes_no_fact(
    change: Callable[[str], str], request: pytest.FixtureRequest
) -> None:
    changed, chosen = 0, programs(request, CHANGES.index(change))
    for path in chosen:
        text = path.read_text("utf-8")
        other = change(text)
        before, after = scan(text), scan(other)
        assert (layers(after), relations(after)) == (layers(before), relations(before)), f"{path}\n{other}"
        changed += other != text
    assert changed > len(chosen) / (2 if change not in MOVES else 8)


def test_a_class_in_a_file_of_its_own_has_the_same_facts(request: pytest.FixtureRequest) -> None:
    cut = 0
    for path in programs(request, 0):
        text = path.read_text("utf-8")
        halves = metamorphic.split(text)
        if halves is None:
            continue
        before, files = scan(text), zip(("first.py", "model.py"), halves, strict=True)
        after = scan_sources([Content(name, half.encode(), "utf-8") for name, half in files])
        assert not after.errors
        assert (by_class(layers(after)), by_class(relations(after).elements())) == (
            by_class(layers(before)),
            by_class(relations(before).elements()),
        ), f"{path}\n{halves}"
        cut += 1
    assert cut > 2


def by_class(facts: Iterable[tuple[object, ...]]) -> Facts:
    """Facts by the names of classes without those of their files."""
    return Counter((str(model).rpartition(".")[2], *others) for model, *others in facts)


def test_without_a_relu_its_facts_are_gone_and_no_others(request: pytest.FixtureRequest) -> None:
    removed, chosen = 0, programs(request, len(CHANGES))
    for path in chosen:
        text = path.read_text("utf-8")
        before, after = relations(scan(text)), relations(scan(metamorphic.without_functional_relu(text)))
        kept = Counter({fact: n for fact, n in before.items() if fact[2] not in FUNCTIONAL})
        left = Counter({fact: n for fact, n in after.items() if fact[2] not in FUNCTIONAL})
        assert left == kept, path
        assert not after - before, path
        removed += after.total() < before.total()
    assert removed > len(chosen) / 5


STEPS = ("self.first(x)[0]", "self.dropout(x)", "x + 1", "self.second(x)[0]", "x[:, -1]", "self.head(x)")


@pytest.mark.parametrize("place", range(len(STEPS) + 1))
def test_an_inserted_relu_adds_exactly_its_own_facts(place: int) -> None:
    made = ("first = nn.LSTM(4, 4)", "second = nn.GRU(4, 4)", "dropout = nn.Dropout()", "head = nn.Linear(4, 2)")
    steps = [*STEPS[:place], "torch.relu(x)", *STEPS[place:]]
    lines = ["class Net(nn.Module):", "    def __init__(self):", "        super().__init__()"]
    lines += [f"        self.{part}" for part in made] + ["", "    def forward(self, x):"]
    report = scan(HEAD + "\n".join([*lines, *(f"        x = {step}" for step in steps), "        return x", ""]))
    expected = {("first", "after" if place > 0 else "before"), ("second", "after" if place > 3 else "before")}
    (net,) = report.models
    names = {layer.id: layer.attribute for layer in net.recurrent}
    assert {(names[found.recurrent], found.relation) for found in net.relations} == expected
    assert {found.certainty for found in net.relations} == {"definite"}
