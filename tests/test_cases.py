"""The product, run on every case, says exactly what the case expects: nothing less and nothing more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import staticrelu
from expectations import CASES, Case, Expected, Layer, Spot, all_cases
from staticrelu.report import text
from staticrelu.report.v1 import Activation, Model, RecurrentLayer, Report

pytestmark = pytest.mark.usefixtures("one_catalog")

TOLD = CASES.parent / "told"
"""For each topic what the text report says of its cases."""

STRENGTH = ("no", "unknown", "sometimes", "yes")
"""What ``on_output`` can say, weakest first: over several models that hold a layer the strongest counts."""

ON_OUTPUT = {"definite": "yes", "conditional": "sometimes", "possible": "unknown"}


class Got(NamedTuple):
    """One reported relation, in the words of the expectations."""

    relation: str
    spot: Spot
    layer: Spot
    certainty: str
    defined: Spot | None
    words: tuple[str, ...]


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_the_report_is_what_the_case_expects(case: Case) -> None:
    report = staticrelu.scan_paths([case.path])
    problems = [*_errors(report), *_twice(report), *_layers(case, report), *_relations(case, report)]
    assert not problems, "\n".join([f"{case.path} is not reported as it is:", *problems])


@pytest.mark.parametrize("topic", sorted(p.name for p in CASES.iterdir() if p.is_dir()))
def test_what_is_told_of_the_cases(topic: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In all its words: names, conditions, ways, and where outputs go. ``--rewrite`` writes it down anew."""
    monkeypatch.chdir(CASES)
    told, page = text.render(staticrelu.scan_paths([topic])), TOLD / f"{topic}.txt"
    if request.config.getoption("--rewrite"):
        page.write_text(told, "utf-8")
    assert page.read_text("utf-8") == told


def _errors(report: Report) -> Iterator[str]:
    for error in report.errors:
        yield f"error: {error.path}:{error.line}: {error.kind}: {error.message}"


def _twice(report: Report) -> Iterator[str]:
    pairs = Counter(
        (relation.relation, _site(model, relation.activation), _site(model, relation.recurrent))
        for model in report.models
        for relation in model.relations
    )
    for (kind, activation, recurrent), count in pairs.items():
        if count > 1:
            yield f"reported {count} times: {activation} is {kind} {recurrent}"


def _site(model: Model, identity: str) -> str:
    """The places that make an activation or a recurrent layer what it is."""
    found = _by_id(model)[identity]
    text = f"{found.path}:{found.line}:{found.column}"
    defined = found.defined if isinstance(found, Activation) else None
    return f"{text} built at {defined.path}:{defined.line}:{defined.column}" if defined else text


def _by_id(model: Model) -> dict[str, Activation | RecurrentLayer]:
    things: list[Activation | RecurrentLayer] = [*model.activations, *model.recurrent]
    return {one.id: one for one in things}


def _spot(case: Case, path: str, line: int) -> Spot:
    absolute = Path(path).resolve()
    inside = absolute.is_relative_to(case.root.resolve())
    return Spot(absolute.relative_to(case.root.resolve()).as_posix() if inside else path, line)


def _layers(case: Case, report: Report) -> Iterator[str]:
    got: dict[Spot, list[RecurrentLayer]] = {}
    for model in report.models:
        for layer in model.recurrent:
            got.setdefault(_spot(case, layer.path, layer.line), []).append(layer)
    for expected in case.layers:
        found = got.pop(expected.spot, [])
        yield from _layer_problems(case, expected, found)
    for spot in got:
        yield f"unexpected: a recurrent layer at {spot} `{case.source_line(spot)}`"


def _layer_problems(case: Case, expected: Layer, found: list[RecurrentLayer]) -> Iterator[str]:
    name = f"layer {expected.label} at {expected.spot} `{case.source_line(expected.spot)}`"
    if expected.gap is not None:
        if bool(found) == (expected.gap == "missing"):
            yield f"a gap has closed, take the mark off: {expected.gap} {name}"
        return
    if not found:
        yield f"not reported: {name}"
        return
    on_output = max((layer.on_output for layer in found), key=STRENGTH.index)
    wanted = expected.on_output or _derived_on_output(case, expected)
    if wanted is not None and on_output != wanted:
        yield f"{name}: expected on_output={wanted}, got {on_output}"
    called = any(layer.called for layer in found)
    if expected.called is not None and called != expected.called:
        yield f"{name}: expected called={expected.called}, got {called}"
    types = {layer.type for layer in found}
    if expected.type is not None and types != {expected.type}:
        yield f"{name}: expected type={expected.type}, got {sorted(types)}"


def _derived_on_output(case: Case, layer: Layer) -> str | None:
    """What the expected ``after`` facts say of the layer's output; None where a known gap leaves it open."""
    facts = [fact for fact in case.facts if fact.relation == "after" and fact.label == layer.label]
    if any(fact.gap for fact in facts):
        return None
    return max((ON_OUTPUT[fact.certainty] for fact in facts), key=STRENGTH.index, default="no")


def _relations(case: Case, report: Report) -> Iterator[str]:
    got = list(_reported(case, report))
    labels = {layer.label: layer.spot for layer in case.layers}
    names = {spot: label for label, spot in labels.items()}
    matched: set[Got] = set()
    for fact in case.facts:
        matches = [one for one in got if _matches(fact, labels[fact.label], one)]
        if fact.gap != "missing":
            matched.update(matches)
        yield from _fact_problems(case, fact, bool(matches))
    for one in got:
        if one not in matched:
            label = names.get(one.layer, str(one.layer))
            words = f" {' | '.join(one.words)}" if one.words else ""
            yield (
                f"unexpected: {one.relation} {label} {one.certainty}{words} (defined {one.defined})"
                f" at {one.spot} `{case.source_line(one.spot)}`"
            )


def _reported(case: Case, report: Report) -> Iterator[Got]:
    for model in report.models:
        by_id = _by_id(model)
        for relation in model.relations:
            activation, layer = by_id[relation.activation], by_id[relation.recurrent]
            assert isinstance(activation, Activation)
            defined = activation.defined
            yield Got(
                relation.relation,
                _spot(case, activation.path, activation.line),
                _spot(case, layer.path, layer.line),
                relation.certainty,
                None if defined is None else _spot(case, defined.path, defined.line),
                (relation.condition,) if relation.certainty == "conditional" else relation.unresolved,
            )


def _matches(fact: Expected, layer: Spot, got: Got) -> bool:
    return (
        (fact.relation, fact.spot, layer, fact.certainty) == (got.relation, got.spot, got.layer, got.certainty)
        and (fact.defined is None or fact.defined == got.defined)
        and (fact.text is None or any(fact.text in word for word in got.words))
        and (fact.certainty != "conditional" or got.words != ("",))
    )


def _fact_problems(case: Case, fact: Expected, reported: bool) -> Iterator[str]:
    text = f' "{fact.text}"' if fact.text else ""
    name = f"{fact.relation} {fact.label} {fact.certainty}{text} at {fact.spot} `{case.source_line(fact.spot)}`"
    if fact.gap is None and not reported:
        yield f"expected: {name}"
    elif fact.gap is not None and reported == (fact.gap == "missing"):
        yield f"a gap has closed, take the mark off: {fact.gap} {name}"
