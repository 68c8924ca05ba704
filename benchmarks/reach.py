"""What the tests reach in the interpreter, what each takes, and what is told of each case."""

from __future__ import annotations

import json
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import coverage
import pytest

if TYPE_CHECKING:
    from staticrelu.catalog import Catalog

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"


@dataclass
class Reach:
    """Of each test, by name, its seconds and the lines that it reaches; of each case also what the report tells of it."""

    seconds: dict[str, float]
    lines: dict[str, dict[str, list[str]]]
    told: dict[str, str]

    def tests(self, path: str, line: int) -> list[str]:
        """The tests that reach a line: cases come first, and what is quick."""
        return sorted(
            self.lines.get(path, {}).get(str(line), ()), key=lambda test: (test not in self.told, self.seconds[test])
        )


@cache
def shipped_catalog() -> Catalog:
    """It is read once, and not by each scan of a few lines."""
    from staticrelu import catalog

    return catalog.load()


def tell(case: str) -> str:
    """What the text report says of one case, a file or folder within those of the cases; the fault that ends it, otherwise."""
    import staticrelu  # not before the fault is there: this brings the interpreter
    from staticrelu import catalog
    from staticrelu.report import text

    os.chdir(CASES)
    shipped = shipped_catalog()
    try:
        with patch.object(catalog, "load", lambda _: shipped):
            return text.render(staticrelu.scan_paths([case]))
    except Exception as error:  # noqa: BLE001 - whatever the fault leads to
        return f"{type(error).__name__}: {error}"


class _Watch:
    """Notes the lines and the time of one test after the other."""

    def __init__(self, subjects: Iterable[str]) -> None:
        self._coverage = coverage.Coverage(data_file=None, config_file=False, include=[str(ROOT / s) for s in subjects])
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

    def lines(self) -> dict[str, dict[str, list[str]]]:
        """For each file and line the tests that reach it. A line that is run on import matters to all that reach its file."""
        self._coverage.stop()
        data = self._coverage.get_data()
        found: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for path in data.measured_files():
            by_line = data.contexts_by_lineno(path)
            of_file = sorted({test for tests in by_line.values() for test in tests if test})
            for line, contexts in by_line.items():
                tests = sorted(filter(None, contexts))
                found[Path(path).relative_to(ROOT).as_posix()][str(line)] = tests or of_file
        return found


def measured(subjects: Iterable[str], cases: Iterable[str], tests: Sequence[str]) -> Reach:
    """Run all there is once, with no fault."""
    watch = _Watch(subjects)
    told = {}
    for case in cases:
        watch.pytest_runtest_logstart(case)
        told[case] = tell(case)
        watch.pytest_runtest_logfinish(case)
    os.chdir(ROOT)
    if pytest.main(["-q", "-p", "no:cacheprovider", *tests], plugins=[watch]):
        raise RuntimeError("the tests fail without any fault")
    return Reach(watch.seconds, watch.lines(), told)


def kept(file: Path) -> Reach | None:
    """What an earlier run has written down."""
    return Reach(**json.loads(file.read_bytes())) if file.exists() else None


def keep(file: Path, reach: Reach) -> None:
    """Write down what was measured."""
    file.write_text(json.dumps(vars(reach)))
