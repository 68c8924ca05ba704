"""Whole processes, timed from outside."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of wall and of processor time, of all its processes together, and the largest one's peak memory in MB."""

    wall: float
    cpu: float
    peak: float


class Command(NamedTuple):
    """A command that is measured; ``before`` makes ready for each run and is not counted."""

    arguments: Sequence[str]
    folder: Path | None = None
    before: Callable[[], object] = lambda: None


def run(command: Command) -> Cost:
    """One run. Raises RuntimeError for a command that a signal or wrong usage ended."""
    command.before()
    started = time.perf_counter()
    process = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command.arguments)}: exit status {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def interleaved(commands: Mapping[str, Command], runs: int) -> dict[str, Cost]:
    """The medians of so many runs of each command, one of each in turn, after one of each that is not counted."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            cost = run(command)
            if number:
                found[name].append(cost)
    return {name: Cost(*(median(column) for column in zip(*costs, strict=True))) for name, costs in found.items()}
