"""Runs the drives of a case and compares what they show with what the case expects."""

from __future__ import annotations

import importlib
import importlib.util
import runpy
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import torch
from torch import nn

from expectations import WHOLE_SCRIPT, Case, Expected, Layer
from judge.recorder import Recorder, Seen

OUTSIDE = Path(__file__).parent / "outside"
"""Modules that cases may import and that are never among the scanned files."""


def disagreements(case: Case) -> list[str]:
    """What is wrong with the expectations of an executable case, one sentence each; none when PyTorch confirms them."""
    runs = [_run(case, drive) for drive in case.drives]
    problems = _unexpected(case, runs) + _layer_problems(case, runs)
    for fact in case.facts:
        shown = [any(_matches(case, fact, seen) for seen in run.relations) for run in runs]
        problems += [f"{_describe(case, fact)}: {problem}" for problem in _fact_problems(case, fact, shown)]
    return problems


def _run(case: Case, drive: str) -> Recorder:
    recorder = Recorder(case.root)
    torch.manual_seed(0)
    with importable(case.root, case.path.is_dir()), recorder.recording():
        assert case.main is not None
        if drive == WHOLE_SCRIPT:
            runpy.run_path(str(case.main), run_name="__main__")
        else:
            eval(drive, {"torch": torch, "nn": nn, **vars(_imported(case, case.main))})
    return recorder


def _imported(case: Case, main: Path) -> ModuleType:
    if case.path.is_dir():
        return importlib.import_module(".".join(main.relative_to(case.root).with_suffix("").parts))
    name = f"single_case_{main.stem}"
    spec = importlib.util.spec_from_file_location(name, main)
    assert spec is not None and spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def importable(root: Path, is_on_path: bool = True) -> Iterator[None]:
    """A program's folder on the path, and every module of it forgotten afterwards: each drive starts afresh."""
    path, bytecode, known = list(sys.path), sys.dont_write_bytecode, set(sys.modules)
    sys.path[:0] = [str(root), str(OUTSIDE)] if is_on_path else [str(OUTSIDE)]
    sys.dont_write_bytecode = True
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:], sys.dont_write_bytecode = path, bytecode
        own = (str(root), str(OUTSIDE))
        for name in sys.modules.keys() - known:
            if str(getattr(sys.modules[name], "__file__", None) or "").startswith(own):
                del sys.modules[name]


def _matches(case: Case, fact: Expected, seen: Seen) -> bool:
    spots = [layer.spot for layer in case.layers if layer.label == fact.label]
    return (
        seen.relation == fact.relation
        and seen.applied.spot == fact.spot
        and seen.layer in spots
        and fact.defined in (None, seen.applied.defined)
    )


def _unexpected(case: Case, runs: list[Recorder]) -> list[str]:
    seen = sorted(set().union(*(run.relations for run in runs)), key=str)
    true = [fact for fact in case.facts if fact.gap != "spurious"]
    return [
        f"{one.applied.spot} (defined {one.applied.defined}) is {one.relation} the layer of {one.layer}, not expected"
        for one in seen
        if not any(_matches(case, fact, one) for fact in true)
    ]


def _fact_problems(case: Case, fact: Expected, shown: list[bool]) -> Iterator[str]:
    if fact.gap == "spurious":
        twins = [other for other in case.facts if other.gap != "spurious" and _same_pair(fact, other)]
        if any(shown) and not twins:
            yield "is called spurious and was seen"
        return
    if not any(shown):
        yield "was never seen"
    elif fact.certainty == "definite" and not all(shown):
        yield "is called definite, and a drive does not show it"
    elif fact.certainty == "conditional" and all(shown):
        yield "is called conditional, and every drive shows it"


def _same_pair(one: Expected, other: Expected) -> bool:
    return (one.relation, one.spot, one.label) == (other.relation, other.spot, other.label)


def _layer_problems(case: Case, runs: list[Recorder]) -> list[str]:
    labelled = {layer.spot: layer for layer in case.layers if layer.gap != "spurious"}
    built = {spot for run in runs for spot in run.built}
    problems = [f"the recurrent layer of {spot} has no label" for spot in sorted(built - set(labelled))]
    for spot, layer in labelled.items():
        problems += [f"layer {layer.label} ({spot}): {text}" for text in _one_layer(layer, runs)]
    return problems


def _one_layer(layer: Layer, runs: list[Recorder]) -> Iterator[str]:
    called = any(layer.spot in run.called for run in runs)
    types = set().union(*(run.built.get(layer.spot, set()) for run in runs))
    if layer.called is False and called:
        yield "was called"
    if layer.called is not False and not called:
        yield "was never called"
    if layer.type is not None and not types <= set(layer.type.split("|")):
        yield f"is a {'|'.join(sorted(types))}"


def _describe(case: Case, fact: Expected) -> str:
    return f"{fact.spot} `{case.source_line(fact.spot)}`: {fact.relation} {fact.label}"
