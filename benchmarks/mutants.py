"""How much the tests notice: puts small faults into the interpreter, one at a time, and runs the tests that reach the line.

Whatever the interpreter is made of (trees, the catalog) is read once; each fault then gets a child of this process, which loads
the interpreter with the fault in it, and ends when its time is up. First the child has the text report of each case that reaches
the line, the quick ones first, compared with the report without the fault. A difference is not yet a failed test: the test of the
case's facts is run, and the page of its topic in ``tests/told`` compared; if either fails the fault is **noticed**. At last the
other tests that reach the line are run, by pytest. A fault that none of them sees has **survived**; one that nothing reaches is
**unreached**, and counts as one that survived; one that makes the interpreter run on, or die, is **endless**, and counts as
noticed.

For each fault one line is printed: what became of it, its place, its kind, what stands there and what stood there, and the test
that noticed it; at the end the share of each kind.
"""

from __future__ import annotations

import argparse
import functools
import importlib.machinery
import multiprocessing
import os
import random
import resource
import signal
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import chain, zip_longest
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, TypeVar

import pytest

import reach
from mutations import Mutation, mutations

if TYPE_CHECKING:
    from expectations import Case

ROOT = Path(__file__).parent.parent
SUBJECTS = ("staticrelu/trace/*.py", "staticrelu/graph/*.py", "staticrelu/facts.py")
TESTS = tuple(f"tests/test_{name}.py" for name in ("trace", "graph", "facts", "catalog", "checks", "view"))
PATIENCE = 3
"""How many times longer than usual a test may take, in case that a fault makes a loop endless."""
MEMORY = 8 * 2**30
"""Bytes that a child may ask for, in case that the loop fills a list."""
T = TypeVar("T")


def main() -> int:
    """Draw faults, try them, and print what became of each; gives 1 if too few were noticed."""
    options = _options()
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STATICRELU_CACHE_DIR"] = folder
        cases = _prepared()
        found = reach.kept(options.reach) if options.reach else None
        if found is None:
            found = _in_child(lambda: reach.measured(SUBJECTS, cases, TESTS))
            assert found is not None
            if options.reach:
                reach.keep(options.reach, found)
        print(f"{len(found.seconds)} tests, {sum(found.seconds.values()):.0f} s", flush=True)
        counts = _tried(_drawn(options.mutants, options.seed), found, cases)
    return _summary(counts, options.wanted)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=200, help="how many faults are tried (200)")
    parser.add_argument("--seed", type=int, default=1, help="which ones are drawn (1)")
    parser.add_argument("--reach", type=Path, help="a file to keep what the tests reach, until something changes")
    parser.add_argument("--wanted", type=float, default=0.85, help="the share that must be noticed (0.85)")
    return parser.parse_args()


def _prepared() -> dict[str, Case]:
    """The cases, by their paths. What stands before the interpreter is loaded, and the trees of all cases are made."""
    from expectations import all_cases
    from staticrelu import syntax

    syntax.parse = functools.cache(syntax.parse)
    reach.shipped_catalog()
    cases = {case.path.relative_to(reach.CASES).as_posix(): case for case in all_cases()}
    for file in chain.from_iterable(case.files for case in cases.values()):
        syntax.parse("", file.read_text("utf-8"))
    loaded = [
        name for name in sys.modules if name.startswith(("staticrelu.trace", "staticrelu.graph", "staticrelu.facts"))
    ]
    assert not loaded, f"these are here before their faults: {loaded}"
    return cases


def _drawn(count: int, seed: int) -> list[tuple[Path, Mutation]]:
    """Faults, as many of each kind as of any other."""
    kinds: dict[str, list[tuple[Path, Mutation]]] = defaultdict(list)
    for path in sorted(chain.from_iterable(map(ROOT.glob, SUBJECTS))):
        for mutation in mutations(path.read_bytes()):
            kinds[mutation.kind].append((path, mutation))
    draw = random.Random(seed)
    for found in kinds.values():
        draw.shuffle(found)
    print(f"{sum(map(len, kinds.values()))} faults of {len(kinds)} kinds are possible", flush=True)
    turns = chain.from_iterable(zip_longest(*kinds.values()))
    return [fault for fault in turns if fault is not None][:count]


def _tried(
    faults: list[tuple[Path, Mutation]], found: reach.Reach, cases: Mapping[str, Case]
) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path, mutation in faults:
        name = path.relative_to(ROOT).as_posix()
        tests = found.tests(name, mutation.line)
        by = _in_child(functools.partial(_noticed, path, mutation, tests, found, cases)) if tests else ""
        fate = "unreached" if not tests else "endless" if by is None else "noticed" if by else "survived"
        counts[mutation.kind][fate] += 1
        end = f" ({by})" if by else ""
        print(
            f"{fate:9} {name}:{mutation.line}:{mutation.column}: {mutation.kind}: {_shown(path, mutation)}{end}",
            flush=True,
        )
    return counts


def _in_child(action: Callable[[], T]) -> T | None:
    """What an action gives that runs in a child of this process, which is silent; None if a signal ends it, or an alarm."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)

    def run() -> None:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        theirs.send(action())

    child = context.Process(target=run)
    child.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        child.join()
        if child.exitcode is None or child.exitcode >= 0:  # no signal has ended it: it is this program that is wrong
            raise RuntimeError("a child ended without an answer") from None
        return None
    finally:
        child.kill()
        child.join()


def _noticed(path: Path, mutation: Mutation, tests: list[str], found: reach.Reach, cases: Mapping[str, Case]) -> str:
    """The test that notices a fault; an empty text if there is none. What is here of the interpreter stays as it is."""
    _put(path, mutation)
    for test in tests:
        _wait_for(found.seconds[test])
        if test in cases and reach.tell(test) != found.told[test]:
            by = _failing(cases[test])
            if by:
                return by
    others = [test for test in tests if test not in cases]
    _wait_for(sum(found.seconds[test] for test in others))
    os.chdir(ROOT)
    status = pytest.main(["-qx", "-p", "no:cacheprovider", *others]) if others else pytest.ExitCode.OK
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED):
        raise RuntimeError(f"pytest ended with {status} for {mutation}")
    return "" if status == pytest.ExitCode.OK else "another test"


def _wait_for(usual: float) -> None:
    """Let an alarm end this process if what comes now takes much longer than usual."""
    signal.alarm(30 + int(PATIENCE * usual))


def _put(path: Path, mutation: Mutation) -> None:
    """Have a file read with a fault in it from now on; what lies on the disk stays as it is."""
    loader = importlib.machinery.SourceFileLoader
    whole = loader.get_code

    def get_code(self: importlib.machinery.SourceFileLoader, fullname: str) -> CodeType | None:
        if Path(self.path) != path:
            return whole(self, fullname)
        return compile(mutation.applied(path.read_bytes()), self.path, "exec", dont_inherit=True)

    loader.get_code = get_code  # type: ignore[method-assign]


def _failing(case: Case) -> str:
    """The test of a case that fails: of its facts, or of what is told of its topic."""
    import test_cases

    try:
        test_cases.test_the_report_is_what_the_case_expects(case)
    except Exception:  # noqa: BLE001 - whatever the fault leads to
        return f"facts of {case.name}"
    topic = case.path.parent.name
    return f"told of {case.name}" if reach.tell(topic) != (test_cases.TOLD / f"{topic}.txt").read_text("utf-8") else ""


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
