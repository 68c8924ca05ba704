"""Calls alike are run once: that changes what an analysis costs, and none of its facts."""

from __future__ import annotations

from pathlib import Path

import pytest

import staticrelu
from staticrelu.report import text
from staticrelu.trace import calls, summaries

CASES = Path(__file__).parent / "cases"

STACK = """
import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.one = nn.Linear(size, size)
        self.two = nn.Linear(size, size)

    def forward(self, x, mask=None):
        y = x
        for _ in range(2):
            y = self.two(torch.relu(self.one(y)))
            if mask is not None:
                y = y * mask
        return x + y


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(8, 8)
        self.blocks = nn.ModuleList([Block(8) for _ in range(6)])

    def forward(self, x):
        x, _ = self.rnn(x)
        for block in self.blocks:
            x = block(x)
        return x
"""


BRANCHES = """
import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, gated):
        super().__init__()
        self.gate = nn.Linear(8, 8) if gated else None
        self.act = nn.ReLU()

    def forward(self, x):
        if self.gate is not None:
            x = self.gate(x)
        return self.act(x)


class Net(nn.Module):
    def __init__(self, normalized=False, gated=False):
        super().__init__()
        self.normalized = normalized
        self.norm = nn.Linear(8, 8)
        self.rnn = nn.GRU(8, 8)
        self.block = Block(gated)

    def run(self, x):
        x, _ = self.rnn(x)
        return self.block(torch.cat([x, x]))

    def forward(self, x):
        if not self.normalized:
            return self.run(x * 2)
        return self.norm(self.run(self.norm(x)))
"""


def test_a_call_on_one_way_is_done_again_on_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the call did there is not bound to the way on which it was run first."""
    (tmp_path / "net.py").write_text(BRANCHES, "utf-8")
    monkeypatch.setattr(summaries, "MIN_WORK", 0)
    again: list[object] = []
    repeat = summaries._Again.repeat
    monkeypatch.setattr(summaries._Again, "repeat", lambda this: again.append(this) or repeat(this))
    report = staticrelu.scan_paths([str(tmp_path)])
    net = next(model for model in report.models if model.name.endswith("Net"))
    assert [(r.certainty, r.condition) for r in net.relations if r.relation == "after"] == [("definite", "")]
    assert again, "the second call of run was run as the first"


@pytest.mark.parametrize("topic", sorted(p.name for p in CASES.iterdir() if p.is_dir()))
def test_the_facts_are_those_of_running_every_call(topic: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is kept: nothing, or each call however short."""
    monkeypatch.chdir(CASES)
    monkeypatch.setattr(summaries, "MAX_KEPT", 0)
    told = text.render(staticrelu.scan_paths([topic]))
    monkeypatch.undo()
    monkeypatch.chdir(CASES)
    monkeypatch.setattr(summaries, "MIN_WORK", 0)
    assert text.render(staticrelu.scan_paths([topic])) == told


NESTED = """
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, size=3):
        super().__init__()
        self.size = size
        self.rnn = nn.GRU(8, 8)

    def step(self, x, size):
        y = self.rnn(x)[0]
        return torch.relu(y) if size == 4 else y

    def forward(self, x):
        size = self.size
        {steps}
        return self.step(torch.tanh(self.step(torch.tanh(x), size)), size)
"""


@pytest.mark.parametrize(("step", "times"), [("size = size * size", 60), ("size = size * 3", 3_000)])
def test_numbers_that_are_computed_from_themselves_are_compared_in_no_time(
    step: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they are computed from stands in them twice at each step, or is nested deeper than Python's own stack."""
    monkeypatch.setattr(summaries, "MIN_WORK", 0)
    report = staticrelu.scan_source(NESTED.replace("{steps}", "\n        ".join([step] * times)))
    assert not report.errors
    assert [r.certainty for r in report.models[0].relations] == ["conditional", "conditional"]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the functions that are run, one for each time."""
    names: list[str] = []
    run_function = calls.run_function

    def counted(*args: object, **keywords: object) -> object:
        names.append(args[2].name)  # type: ignore[attr-defined]
        return run_function(*args, **keywords)  # type: ignore[arg-type]

    monkeypatch.setattr(calls, "run_function", counted)
    return names


STATEFUL = """
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(8, 8)
        self.state = None

    def forward(self, x):
        out, self.state = self.rnn(x, self.state)
        return out

    def peek(self):
        return torch.relu(self.state)

    def sizes(self, x):
        return [x.size(n) for n in range(3)]


def use(net, x):
    return net.sizes(x), net(x), net.peek()
"""


def test_an_entry_that_looks_at_nothing_new_is_called_once(tmp_path: Path, runs: list[str]) -> None:
    """Calls leave a state for the next ones, which those that read it find, and no others."""
    (tmp_path / "net.py").write_text(STATEFUL, "utf-8")
    net = next(m for m in staticrelu.scan_paths([str(tmp_path)]).models if m.name.endswith("Net"))
    assert [(r.relation, r.certainty) for r in net.relations] == [("after", "conditional")]
    assert [runs.count(name) for name in ("forward", "peek", "sizes")] == [2, 2, 1]


def test_a_stack_of_layers_is_run_once(tmp_path: Path, runs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Six blocks are alike; the way through the last of them is shown all the same."""
    (tmp_path / "net.py").write_text(STACK, "utf-8")
    monkeypatch.setattr(summaries, "MIN_WORK", 0)
    report = staticrelu.scan_paths([str(tmp_path)])
    net = next(model for model in report.models if model.name.endswith("Net"))
    assert [relation.certainty for relation in net.relations if relation.relation == "after"] == ["definite"]
    assert runs.count("__init__") == 2, "of the model, and of one block"
    assert runs.count("forward") == 2, "of the model, and of the block behind the GRU"
