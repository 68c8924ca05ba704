"""A run that is killed at any moment leaves the old or the new, and the next run is right."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from processes import ROOT, living

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="the processes of a group are looked up in /proc")

USUAL = 8
"""Moments of an ordinary run, which are always the same; `--kills N` tries so many new ones."""

MODEL = """\
import torch
from torch import nn


class Model{n}(nn.Module):
    def __init__(self, deep=False):
        super().__init__()
        self.rnn = nn.GRU(4, 4)
        self.never = nn.ReLU()
        self.act = nn.ReLU() if deep else nn.Tanh()

    def forward(self, x):
        for _ in range({n} + {more}):
            x = self.act(self.rnn(torch.relu(x))[0])
        return x
"""

SCAN = ["scan", "--format", "json", "--output", "out/report.json"]
CHECK = ["check", "--select", "ALL", "--baseline", "out/baseline.json", "--write-baseline"]


def test_a_run_that_is_killed_breaks_nothing(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    wanted = request.config.getoption("--kills")
    seed = random.randrange(1 << 32) if wanted else 7
    print(f"seed {seed}")  # shown where the test fails
    draw = random.Random(seed)
    for number in range(12):
        _write(tmp_path, number)
    (tmp_path / "out").mkdir()
    started = time.monotonic()
    _results(tmp_path)
    usual = (time.monotonic() - started) / 2
    for number in range(wanted or USUAL):
        _write(tmp_path, number % 12, draw.randrange(3, 10_000))
        _killed(tmp_path, draw, draw.uniform(0, usual))
        for name in ("report.json", "baseline.json"):
            assert json.loads((tmp_path / "out" / name).read_bytes())
    assert _results(tmp_path) == _results(tmp_path, "--no-cache")


def _write(folder: Path, number: int, more: int = 2) -> None:
    """Write one of the models; another bound of its loop makes it one that no earlier run has seen."""
    (folder / f"model{number}.py").write_text(MODEL.format(n=number, more=more))


def _results(folder: Path, *options: str) -> list[bytes]:
    """What two whole runs write, on whatever the cache holds."""
    for command in (SCAN, CHECK):
        process = _start(folder, [*command, *options])
        assert process.wait(timeout=120) == 0
    return [(folder / "out" / name).read_bytes() for name in ("report.json", "baseline.json")]


def _killed(folder: Path, draw: random.Random, after: float) -> None:
    """Start a run, and kill it, its leader or one of its workers at a moment."""
    process = _start(folder, draw.choice([SCAN, CHECK]))
    time.sleep(after)
    victim = draw.choice(["all", "leader", "worker"])
    with contextlib.suppress(ProcessLookupError):
        if victim == "all":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            workers = [pid for pid in living(process.pid) if pid != process.pid]
            os.kill(draw.choice(workers) if victim == "worker" and workers else process.pid, signal.SIGKILL)
    process.wait(timeout=120)
    until = time.monotonic() + 20
    while living(process.pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert living(process.pid) == []


def _start(folder: Path, command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "staticrelu", *command, "--jobs", "2", "--cache-dir", "kept", "--exclude", "out", "."],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
