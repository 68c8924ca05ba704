"""A progress bar for long scans, on standard error, on a terminal only."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rich.progress

PATIENCE = 1.0
"""Seconds that a scan may take before it shows a bar."""


class Progress:
    """Shows how far a scan is and how long the rest may take, once it has taken longer than ``PATIENCE``."""

    def __init__(self) -> None:
        self._due = time.monotonic() + PATIENCE
        self._wanted = sys.stderr is not None and sys.stderr.isatty()
        self._what = ""
        self._bar: rich.progress.Progress | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def update(self, what: str, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` things are done: ``files`` parsed, or ``models`` analysed."""
        if not self._wanted or time.monotonic() < self._due:
            return
        if self._bar is None:
            self._bar = _start()
        if what != self._what:
            self._what = what
            for task in self._bar.task_ids:
                self._bar.remove_task(task)
            self._bar.add_task(what)
        self._bar.update(self._bar.task_ids[0], completed=done, total=total, refresh=True)


def _start() -> rich.progress.Progress:
    import rich.console
    import rich.progress

    # No thread draws it: a process that starts others is better off with none that may hold a lock.
    columns = (
        rich.progress.TextColumn("{task.description}"),
        rich.progress.BarColumn(),
        rich.progress.MofNCompleteColumn(),
        rich.progress.TimeRemainingColumn(elapsed_when_finished=True),
    )
    console = rich.console.Console(stderr=True)
    bar = rich.progress.Progress(*columns, console=console, transient=True, auto_refresh=False)
    bar.start()
    return bar
