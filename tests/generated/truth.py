"""What a generated program shows under PyTorch, and where the report of the analyser says something else."""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch

from expectations import Spot
from generated.programs import Model, Program
from judge.marks import Applied
from judge.recorder import Recorder, Seen
from judge.verdict import importable
from staticrelu.report.v1 import Activation, RecurrentLayer, Report
from staticrelu.report.v1 import Model as ModelReport

CERTAINTIES = {True: "definite", False: "conditional"}
ON_OUTPUT = {"definite": "yes", "conditional": "sometimes"}


class InvalidProgramError(Exception):
    """A program that does not run: a mistake in the grammar."""


@dataclass(frozen=True)
class Truth:
    """What the drives of each model have shown, in their order; a model that cannot be driven by itself has none."""

    runs: dict[str, list[Recorder]]

    def relations(self) -> set[Seen]:
        """Every relation that any drive has shown."""
        return set().union(*(run.relations for runs in self.runs.values() for run in runs))

    def certainty(self, model: str, fact: Seen) -> str | None:
        """How a relation holds in one model: definite if every drive shows it; None if no drive does."""
        shown = [fact in run.relations for run in self.runs[model]]
        return CERTAINTIES[all(shown)] if any(shown) else None

    def on_output(self, model: str, layer: Spot) -> str:
        """What becomes of the output of a layer in one model."""
        facts = {
            seen
            for run in self.runs[model]
            for seen in run.relations
            if (seen.relation, seen.layer) == ("after", layer)
        }
        said = {ON_OUTPUT[self.certainty(model, fact) or ""] for fact in facts}
        return "yes" if "yes" in said else "sometimes" if said else "no"


def truth(program: Program, folder: Path) -> Truth:
    """Drive every model of a program, whose files are written into a folder of its own."""
    for name, text in program.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Truth({model.name: [_run(folder, model, drive) for drive in model.drives()] for model in program.models})


def _run(folder: Path, model: Model, drive: str) -> Recorder:
    recorder = Recorder(folder)
    with importable(folder), torch.no_grad(), recorder.recording():
        try:
            module = importlib.import_module(model.file.removesuffix(".py").replace("/", "."))
            eval(drive, vars(module))
        except Exception as error:  # noqa: BLE001 - the mistake is the grammar's
            text = "\n\n".join(f"# {path}\n{path.read_text(encoding='utf-8')}" for path in folder.rglob("*.py"))
            raise InvalidProgramError(f"{drive}: {type(error).__name__}: {error}\n\n{text}") from None
    return recorder


class Said(NamedTuple):
    """A relation as the report says it: in which model, and how certainly."""

    model: str
    fact: Seen
    certainty: str


def disagreements(truth: Truth, report: Report) -> list[str]:
    """Where a report is not what the drives have shown, one sentence each."""
    said = [one for model in report.models for one in _said(model)]
    missing = sorted(truth.relations() - {one.fact for one in said}, key=str)
    return [
        *(f"error: {error.path}:{error.line}: {error.message}" for error in report.errors),
        *(f"not reported: {text(fact)}" for fact in missing),
        *(problem for one in dict.fromkeys(said) for problem in _wrong(truth, one, said)),
        *(problem for model in report.models for problem in _wrong_layers(truth, model)),
        *(f"not reported: the layer of {spot}" for spot in sorted(_built(truth) - _listed(report))),
    ]


def text(fact: Seen) -> str:
    """A relation in words."""
    built = f" (built {fact.applied.defined})" if fact.applied.defined else ""
    return f"{fact.applied.spot}{built} {fact.relation} the layer of {fact.layer}"


def _said(model: ModelReport) -> Iterator[Said]:
    things: dict[str, Activation | RecurrentLayer] = {one.id: one for one in (*model.activations, *model.recurrent)}
    for relation in model.relations:
        activation, layer = things[relation.activation], things[relation.recurrent]
        assert isinstance(activation, Activation)
        where = activation.defined
        defined = Spot(where.path, where.line) if where else None
        applied = Applied(Spot(activation.path, activation.line), defined)
        fact = Seen(relation.relation, applied, Spot(layer.path, layer.line))
        yield Said(_name(model), fact, relation.certainty)


def _name(model: ModelReport) -> str:
    return model.name.rpartition(".")[2]


def _wrong(truth: Truth, one: Said, said: list[Said]) -> Iterator[str]:
    """What is wrong with a reported relation: its model's own drives are its judges."""
    if not truth.runs.get(one.model):
        return  # It cannot be driven: others that build it have shown what must be reported.
    certainty = truth.certainty(one.model, one.fact)
    # Several places on one line, of which each may be conditional though one of them surely applies.
    several = sum(other.fact == one.fact for other in said) > 1
    if certainty != one.certainty and not (several and certainty is not None):
        yield f"reported as {one.certainty} in {one.model}, seen as {certainty}: {text(one.fact)}"


def _wrong_layers(truth: Truth, model: ModelReport) -> Iterator[str]:
    runs = truth.runs.get(_name(model))
    facts = [one.fact for one in _said(model)]
    several = {fact.layer for fact in facts if facts.count(fact) > 1}
    by_spot: dict[Spot, list[RecurrentLayer]] = defaultdict(list)
    for layer in model.recurrent:
        by_spot[Spot(layer.path, layer.line)].append(layer)
    for spot, layers in by_spot.items() if runs else ():
        called = any(spot in run.called for run in runs or ())
        on_output = truth.on_output(_name(model), spot)
        if called != any(layer.called for layer in layers):
            yield f"the layer of {spot} in {_name(model)} is {'' if called else 'never '}called"
        if len(layers) == 1 and spot not in several and on_output != layers[0].on_output:
            yield f"the layer of {spot} in {_name(model)}: on_output is {on_output}, reported {layers[0].on_output}"


def _built(truth: Truth) -> set[Spot]:
    return {spot for runs in truth.runs.values() for run in runs for spot in run.built}


def _listed(report: Report) -> set[Spot]:
    return {Spot(layer.path, layer.line) for model in report.models for layer in model.recurrent}


def as_case(program: Program, truth: Truth) -> str:
    """The program with its drives and what they have shown, written as a case is."""
    notes: dict[Spot, list[str]] = defaultdict(list)
    label = {spot: f"r{number}" for number, spot in enumerate(sorted(_built(truth)), 1)}
    for spot, name in label.items():
        notes[spot].append(f"layer {name}")
    for fact in sorted(truth.relations(), key=str):
        certain = any(truth.certainty(model, fact) == "definite" for model in truth.runs if truth.runs[model])
        defined = fact.applied.defined
        built = f" defined={defined.file}:{defined.line}" if defined else ""
        notes[fact.applied.spot].append(f"{fact.relation} {label[fact.layer]}{'' if certain else ' if'}{built}")
    files = [_annotated(program, name, notes) for name in program.files if program.files[name]]
    return "\n\n".join(files)


def _annotated(program: Program, name: str, notes: dict[Spot, list[str]]) -> str:
    lines = [
        f"{line}  #: {'; '.join(found)}" if (found := notes.get(Spot(name, number))) else line
        for number, line in enumerate(program.files[name].splitlines(), 1)
    ]
    drives = [f"# drive: {drive}" for model in program.models if model.file == name for drive in model.drives()]
    return "\n".join([f"# {name}", *lines, "", "", *drives])
