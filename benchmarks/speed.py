"""Times ``staticrelu`` against what bounds it, and against other tools, in one run: see the README beside it."""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import trees
from processes import Command, Cost, interleaved
from reference import RECURRENT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "cases"
PYTHON = sys.executable

RATIOS = (
    ("cold, wall", "cold", "parse", "wall", 1.2),
    ("cold, CPU", "cold", "parse", "cpu", 2.0),
    ("cold, CPU, against semgrep -j1", "cold", "semgrep", "cpu", 0.1),
    ("warm, nothing changed, wall", "warm", "read", "wall", 3.0),
    ("hook on 5 changed files, wall", "hook", "typer + read", "wall", 1.5),
    ("no recurrent class, wall, start-up aside", "nothing - start-up", "read nothing - start-up", "wall", 1.5),
    ("--help, wall", "help", "typer", "wall", 1.5),
    ("peak memory", "cold", "parse", "peak", 2.0),
    ("10 copies against one, CPU", "copies", "cold", "cpu", 10.5),
)
"""What is said: a name, a command, what it is measured against, of what, and the ratio that is wanted at most."""


def commands(folder: Path, work: Path, nothing: Path | None, with_copies: bool) -> dict[str, Command]:
    """What is run on one tree."""
    staticrelu = [PYTHON, "-m", "staticrelu"]
    scan = [*staticrelu, "scan", ".", "--isolated", "--format", "json", "--output", str(work / "report.json")]
    warm = [*scan, "--cache-dir", str(work / "warm")]
    edited = trees.copies(folder, 1, work / "edited")
    changed = [str(path.relative_to(edited)) for path in _named(edited)[:5]]
    hook = [*staticrelu, "check", *changed, "--isolated", "--cache-dir", str(work / "hook")]
    reference = [PYTHON, str(HERE / "reference.py")]
    found = {
        "read": Command([*reference, "read", "."], folder),
        "parse": Command([*reference, "parse", "."], folder),
        "typer": Command([PYTHON, "-c", "import typer"]),
        "help": Command([*staticrelu, "--help"]),
        "cold": Command([*scan, "--no-cache"], folder),
        "warm": Command(warm, folder),
        "hook": Command(hook, edited, lambda: _touch(edited, changed)),
    }
    if nothing is not None:
        found["nothing"] = Command([*scan, "--no-cache"], nothing)
        found["read nothing"] = Command([*reference, "read", "."], nothing)
        empty = work / "empty"
        empty.mkdir()
        (empty / "empty.py").touch()
        found["start-up"] = Command([*scan, "--no-cache"], empty)
        found["read start-up"] = Command([*reference, "read", "."], empty)
    if with_copies:
        found["copies"] = Command([*scan, "--no-cache"], trees.copies(folder, 10, work / "copies"))
    for name, arguments in (("ruff", ["check", "--isolated", "--no-cache", "."]), ("semgrep", _semgrep())):
        program = shutil.which(name, path=os.pathsep.join((str(Path(PYTHON).parent), os.environ.get("PATH", ""))))
        if program is not None:
            found[name] = Command([program, *arguments], folder)
    return found


def _semgrep() -> list[str]:
    return [
        "scan",
        "--no-git-ignore",
        "--metrics",
        "off",
        "--disable-version-check",
        "--jobs",
        "1",
        "--quiet",
        "--config",
        str(HERE / "taint.yaml"),
        ".",
    ]


def _named(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.py")) if RECURRENT.search(path.read_bytes())]


def _touch(folder: Path, names: list[str]) -> None:
    """Change files so that nothing but their text is new."""
    for name in names:
        with (folder / name).open("a") as file:
            file.write("# another line\n")


def ratios(costs: Mapping[str, Cost], steady: bool = False) -> list[tuple[str, float, float]]:
    """What is said of the costs: a name, the ratio, and the ratio that is wanted.

    ``steady`` takes processor time for wall time, which other programs on the machine change.
    """
    known = dict(costs)
    known["typer + read"] = Cost(*(a + b for a, b in zip(costs["typer"], costs["read"], strict=True)))
    if "nothing" in costs:
        known["nothing - start-up"] = _less(costs["nothing"], costs["start-up"])
        known["read nothing - start-up"] = _less(costs["read nothing"], costs["read start-up"])
    found = []
    for name, of, against, what, wanted in RATIOS:
        if of in known and against in known:
            field = "cpu" if steady and what == "wall" else what
            found.append((name, getattr(known[of], field) / getattr(known[against], field), wanted))
    return found


def _less(cost: Cost, start: Cost) -> Cost:
    return Cost(*(a - b for a, b in zip(cost, start, strict=True)))


def show(name: str, costs: Mapping[str, Cost]) -> None:
    """Print the medians and the ratios of one tree."""
    print(f"\n{name}\n{'':20}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}")
    for command, cost in costs.items():
        print(f"{command:20}{cost.wall:10.3f}{cost.cpu:10.3f}{cost.peak:10.1f}")
    print()
    for text, ratio, wanted in ratios(costs):
        print(f"{text:42}{ratio:8.2f}  at most {wanted:5.2f}  {'' if ratio <= wanted else 'missed'}")


def draw(measured: Mapping[str, Mapping[str, Cost]]) -> None:
    """Keep the figures, and draw them where matplotlib is installed."""
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    figures = {name: {command: cost._asdict() for command, cost in costs.items()} for name, costs in measured.items()}
    (results / "speed.json").write_text(json.dumps(figures, indent=1) + "\n")
    try:
        import matplotlib.pyplot as plt
    except ImportError:
        print("no plot: matplotlib is not installed")
        return
    figure, axes = plt.subplots(len(measured), squeeze=False, figsize=(8, 3 * len(measured)), layout="constrained")
    for axis, (name, costs) in zip(axes[:, 0], measured.items(), strict=True):
        axis.barh(list(costs), [cost.wall for cost in costs.values()])
        axis.set(title=name, xlabel="seconds (median, whole process)", xscale="log")
        axis.invert_yaxis()
    figure.savefig(results / "speed.svg")


def measure(name: str, runs: int, with_copies: bool) -> dict[str, Cost]:
    """The costs on one package, or on the cases of the tests."""
    with tempfile.TemporaryDirectory() as work:
        folder, nothing = (trees.fetch(name), trees.fetch("django")) if name != "cases" else (CASES, None)
        return interleaved(commands(folder, Path(work), nothing, with_copies), runs)


def main() -> int:
    """Measure what the command line names; 1 where a ratio is above its budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="*", choices=[*trees.PACKAGES, []], help="the packages that are measured")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default: 5)")
    parser.add_argument("--copies", action="store_true", help="measure ten copies of the tree, too")
    parser.add_argument("--quick", action="store_true", help="the cases of the tests alone, held against budgets.toml")
    options = parser.parse_args()
    compileall.compile_dir(HERE.parent / "staticrelu", quiet=1)  # as it is where a program is installed for use
    names = ["cases"] if options.quick else options.packages or ["allennlp", "speechbrain"]
    measured = {}
    for name in names:
        measured[name] = measure(name, options.runs, options.copies)
        show(name, measured[name])
    if not options.quick:
        draw(measured)
        return 0
    budgets = tomllib.loads((HERE / "budgets.toml").read_text())
    now = {text: ratio for text, ratio, _ in ratios(measured["cases"], steady=True)}
    over = [text for text in budgets if now[text] > budgets[text]]
    print("\n".join(f"{text}: {now[text]:.2f} is above its budget of {budgets[text]}" for text in over))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
