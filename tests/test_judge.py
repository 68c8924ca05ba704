"""PyTorch confirms what the cases expect: the written facts are true whatever the analyser says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from expectations import Case, all_cases, read_case

if sys.version_info < (3, 11):
    pytest.skip("the judge needs Python 3.11, whose frames know their columns", allow_module_level=True)
if importlib.util.find_spec("torch") is None:
    pytest.skip("the judge needs PyTorch: install the test extra `judge`", allow_module_level=True)

from judge.verdict import disagreements

EXECUTABLE = [case for case in all_cases() if case.drives]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case", EXECUTABLE, ids=lambda case: case.name)
def test_pytorch_confirms_the_case(case: Case) -> None:
    problems = disagreements(case)
    assert not problems, "\n".join([f"PyTorch disagrees with {case.path}:", *problems])


RIGHT = """
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, use=True):
        super().__init__()
        self.use = use
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        x = torch.relu(x)  #: before enc
        out = self.rnn(x)[0]
        return torch.relu(out) if self.use else out  #: after enc if "use"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(False)(torch.zeros(5, 2, 3))
"""


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ("", "", None),
        ("#: before enc", "", "is before the layer of case.py:10, not expected"),
        ("#: before enc", "#: before enc; after enc", "never seen"),
        ("#: before enc", "#: before enc defined=13", "never seen"),
        ("#: before enc", "#: missing before enc", None),
        ("#: before enc", "#: spurious before enc", "called spurious"),
        ("#: before enc", '#: before enc if "x"', "called conditional"),
        ('if "use"', "", "called definite"),
        ("#: layer enc", "#: layer enc called=false", "was called"),
        ("#: layer enc", "#: layer enc type=torch.nn.LSTM", "is a torch.nn.GRU"),
    ],
)
def test_the_judge_sees_what_is_wrong(tmp_path: Path, right: str, wrong: str, complaint: str | None) -> None:
    file = tmp_path / "case.py"
    file.write_text(RIGHT.replace(right, wrong) if right else RIGHT, encoding="utf-8")
    problems = " | ".join(disagreements(read_case(file)))
    assert problems == "" if complaint is None else complaint in problems
