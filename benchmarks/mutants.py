"""How much the tests notice: puts small faults into the interpreter, one at a time, and runs the tests that reach the line."""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from mutations import Mutation, mutations

ROOT = Path(__file__).parent.parent
SUBJECTS = ("staticrelu/trace/*.py", "staticrelu/graph/*.py", "staticrelu/facts.py")
TESTS = tuple(f"tests/test_{n}.py" for n in ("trace", "graph", "facts", "cases", "catalog", "checks", "view"))
FEWER = ("-k", "not test_the_report_is_what_the_case_expects")
"""Of the tests of cases those that compare all words of the report: they see whatever the others would, and sooner."""
PATIENCE = 3
"""How many times longer than usual the tests of a line may take, in case that a fault makes a loop endless."""


class Reach(NamedTuple):
    """What each test takes, in seconds, and which tests reach each line."""

    seconds: dict[str, float]
    lines: dict[tuple[str, int], list[str]]

    def tests(self, path: str, line: int, most: int) -> list[str]:
        """Tests that reach a line, at most so many, the quickest first."""
        found = self.lines.get((path, line), [])
        found = random.Random(line).sample(found, min(most, len(found)))
        return sorted(found, key=lambda test: (self.seconds[test], test))


def main() -> int:
    """Draw faults, try them, and print what became of each; gives 1 if too few were noticed."""
    options = _options()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for part in ("staticrelu", "rules", "tests", "benchmarks", "fixtures"):
            shutil.copytree(ROOT / part, work / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", work)
        reach = _reach(work, options.reach)
        for path, mutation in _drawn(work, options.mutants, options.seed):
            tests = reach.tests(path, mutation.line, options.tests)
            patience = 30 + PATIENCE * sum(reach.seconds[test] for test in tests)
            fate = _fate(work, work / path, mutation, tests, patience)
            counts[mutation.kind][fate] += 1
            print(f"{fate:9} {path}:{mutation.line}: {mutation.kind}: {_shown(work / path, mutation)}", flush=True)
    return _summary(counts, options.wanted)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutants", type=int, default=200, help="how many faults are tried (200)")
    parser.add_argument("--seed", type=int, default=1, help="which ones are drawn (1)")
    parser.add_argument("--tests", type=int, default=1_000, help="how many tests of a line are run at most (1000)")
    parser.add_argument("--reach", type=Path, help="a file to keep what the tests reach, for the next run")
    parser.add_argument("--wanted", type=float, default=0.85, help="the share that must be noticed (0.85)")
    return parser.parse_args()


def _reach(work: Path, kept: Path | None) -> Reach:
    """Run all tests once, with no fault, unless it is known already what they reach."""
    result = kept.absolute() if kept else work / "reach.json"
    if not result.exists():
        _python(
            work, [str(work / "benchmarks" / "reach.py"), str(result), *SUBJECTS, "--", *TESTS, *FEWER]
        ).check_returncode()
    read = json.loads(result.read_bytes())
    names = list(read["seconds"])
    lines = {
        (path, int(line)): [names[number] for number in tests]
        for path, lines in read["lines"].items()
        for line, tests in lines.items()
    }
    print(f"{len(names)} tests, {sum(read['seconds'].values()):.0f} s", flush=True)
    return Reach(read["seconds"], lines)


def _drawn(work: Path, count: int, seed: int) -> list[tuple[str, Mutation]]:
    """Faults, as many of each kind as of any other."""
    kinds: dict[str, list[tuple[str, Mutation]]] = defaultdict(list)
    for path in sorted(chain.from_iterable(map(work.glob, SUBJECTS))):
        for mutation in mutations(path.read_bytes()):
            kinds[mutation.kind].append((path.relative_to(work).as_posix(), mutation))
    draw = random.Random(seed)
    for found in kinds.values():
        draw.shuffle(found)
    print(f"{sum(map(len, kinds.values()))} faults of {len(kinds)} kinds are possible", flush=True)
    turns = chain.from_iterable(zip_longest(*kinds.values()))
    return [fault for fault in turns if fault is not None][:count]


def _fate(work: Path, file: Path, mutation: Mutation, tests: list[str], patience: float) -> str:
    """What becomes of a fault: a test fails, one does not end, none notices it, or none so much as reaches its line."""
    if not tests:
        return "unreached"
    good = file.read_bytes()
    named = work / "tests.txt"
    named.write_text("\n".join(tests))
    file.write_bytes(mutation.applied(good))
    try:
        status = _python(work, ["-m", "pytest", "-qx", "-p", "no:cacheprovider", f"@{named}"], patience).returncode
    except subprocess.TimeoutExpired:
        return "endless"
    finally:
        file.write_bytes(good)
    if status not in (0, _FAILED, _NOT_COLLECTED):
        raise RuntimeError(f"pytest ended with {status} for {mutation}")
    return "noticed" if status else "survived"


_FAILED, _NOT_COLLECTED = 1, 2
"""How pytest ends if a test fails, and if a fault keeps it from reading the tests."""


def _python(work: Path, arguments: list[str], patience: float | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run Python on the copy. It keeps no byte code: a fault as long as what it stands for would not be seen."""
    env = os.environ | {"PYTHONPATH": str(work), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, *arguments], cwd=work, env=env, capture_output=True, timeout=patience)


def _shown(path: Path, mutation: Mutation) -> str:
    old = " ".join(path.read_bytes()[mutation.start : mutation.end].decode().split())
    return f"{old} -> {' '.join(mutation.new.split())}"


def _summary(counts: dict[str, Counter[str]], wanted: float) -> int:
    """Print the shares; gives the exit code."""
    for kind, fates in sorted(counts.items()):
        print(f"{_share(fates):5.0%} of {fates.total():3}  {kind}")
    total = sum(counts.values(), Counter())
    print(f"{_share(total):5.0%} of {total.total():3}  noticed")
    return 0 if _share(total) >= wanted else 1


def _share(fates: Counter[str]) -> float:
    return (fates["noticed"] + fates["endless"]) / max(1, fates.total())


if __name__ == "__main__":
    sys.exit(main())
