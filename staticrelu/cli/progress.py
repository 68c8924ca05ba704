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
    """Shows how many files are done, once a scan has taken longer than ``PATIENCE``."""

    def __init__(self) -> None:
        self._due = time.monotonic() + PATIENCE
        self._wanted = sys.stderr is not None and sys.stderr.isatty()
        self._bar: rich.progress.Progress | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def update(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` files are scanned."""
        if not self._wanted or time.monotonic() < self._due:
            return
        if self._bar is None:
            self._bar = _start()
            self._bar.add_task("scanning", total=total)
        self._bar.update(self._bar.task_ids[0], completed=done, total=total)


def _start() -> rich.progress.Progress:
    import rich.console
    import rich.progress

    bar = rich.progress.Progress(console=rich.console.Console(stderr=True), transient=True)
    bar.start()
    return bar
