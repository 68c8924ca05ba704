"""Only files that can matter are parsed: the report is the one of a scan that parses and looks through all of them.

An ordinary run asks this of the programs in this repository; ``pytest tests/test_everything.py --tree=FOLDER`` asks it of
a folder of your own.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from staticrelu.project.sight import SearchedFiles
from staticrelu.report.json import render
from staticrelu.scan import Options, scan_sources, survey
from staticrelu.sources import Content, discover

ROOT = Path(__file__).parent.parent
OWN = [ROOT / "fixtures", *(ROOT / "tests" / "cases" / name for name in ("registries", "repositories"))]


class _All:
    """Files of which every search finds every one."""

    def __init__(self, files: SearchedFiles) -> None:
        self._files = files

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)

    def search(self, pattern: re.Pattern[bytes], among: Collection[str] | None = None) -> list[str]:
        return list(self._files.paths)


def test_what_is_not_parsed_says_nothing(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = discover([tree])
    reports = []
    original = survey.Relevance
    for relevance in (original, lambda project, files, *names: original(project, _All(files), *names)):
        monkeypatch.setattr(survey, "Relevance", relevance)
        reports.append(render(scan_sources(found.files, found.problems, None, Options(jobs=2))))
    assert reports[0] == reports[1]


MODEL = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)

    def forward(self, x):
        return self.rnn(x)

    def sample(self, x):
        return torch.relu(self.rnn(x)[0])
"""


@pytest.mark.parametrize(
    ("trainer", "after"),
    [
        ("def train(net):\n    return net.sample(1)\n", 1),
        ("def train(net):\n    return f'''{net.net . sample(\n    1)}'''\n", 1),
        ("class A:\n    def train(self):\n        return self.sample(1) + super().sample(2)  # net.sample(3)\n", 0),
        ('def train(net):\n    """As net.sample(1) does."""\n    return "\\"net.sample(1)"\n', 0),
    ],
)
def test_a_file_that_names_no_model_calls_its_methods_all_the_same(
    trainer: str, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from staticrelu.scan import trees

    made = []
    original = trees.make
    monkeypatch.setattr(trees, "make", lambda text, want="tree": made.append((text, want)) or original(text, want))
    report = scan_sources([Content("net.py", MODEL.encode()), Content("trainer.py", trainer.encode())])
    assert report.summary.after == after
    assert sorted(made) == sorted([(MODEL, "tree"), (trainer, "check")])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "tree" not in metafunc.fixturenames:
        return
    named = metafunc.config.getoption("--tree")
    trees = [Path(named)] if named else OWN
    metafunc.parametrize("tree", trees, ids=[str(tree) if named else str(tree.relative_to(ROOT)) for tree in trees])
