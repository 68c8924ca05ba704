"""Runs tests and writes down, as JSON, what each one takes and which lines of the interpreter it reaches."""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path

import coverage
import pytest


class Reach:
    """Notes for each test its lines and its time. A line that is run on import matters to all that reach its file."""

    def __init__(self, subjects: list[str]) -> None:
        self._coverage = coverage.Coverage(data_file=None, config_file=False, include=subjects)
        self._coverage.start()
        self._began = 0.0
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        self._coverage.switch_context(nodeid)
        self._began = time.monotonic()

    @pytest.hookimpl
    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """A test has ended."""
        self.seconds[nodeid] = time.monotonic() - self._began

    def lines(self) -> dict[str, dict[int, list[int]]]:
        """For each file and line the numbers of the tests that reach it."""
        self._coverage.stop()
        data = self._coverage.get_data()
        numbers = {nodeid: number for number, nodeid in enumerate(self.seconds)}
        found: dict[str, dict[int, list[int]]] = defaultdict(dict)
        for path in data.measured_files():
            by_line = data.contexts_by_lineno(path)
            of_file = {numbers[c] for contexts in by_line.values() for c in contexts if c in numbers}
            for line, contexts in by_line.items():
                tests = [numbers[context] for context in contexts if context in numbers]
                on_import = "" in contexts and not tests
                found[Path(path).relative_to(Path.cwd()).as_posix()][line] = sorted(of_file) if on_import else tests
        return found


if __name__ == "__main__":
    result, *arguments = sys.argv[1:]
    at = arguments.index("--")
    reach = Reach(arguments[:at])
    status = pytest.main(["-q", "-p", "no:cacheprovider", *arguments[at + 1 :]], plugins=[reach])
    Path(result).write_text(json.dumps({"seconds": reach.seconds, "lines": reach.lines()}))
    sys.exit(status)
