"""The report as text for people.

Every text that comes from scanned code goes through ``printable``, and every line through ``inert``: no file can move the
cursor, change colours, turn the direction of writing, or command the service in whose log it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from staticrelu.report.v1 import Activation, Model, RecurrentLayer, Relation, Report, Step, Summary
from staticrelu.report.way import station, way

MAX_ENDS = 6
"""Ends of an output's ways that one line shows."""

_STYLES = {"plain": "", "name": "1", "dim": "2", "definite": "32", "conditional": "33", "possible": "35", "word": "36"}
_COMMAND = re.compile(r"(?m)^([^\S\n]*):(?=:)")
_ORDER = ("after", "before", "inside")


def render(report: Report, *, coloured: bool = False, what: str = "ReLU") -> str:
    """The whole report, with ANSI colours on request. Lines are as long as they need to be. ``what`` is looked for."""
    paint = _Paint(coloured, what)
    blocks = ["\n".join(_model(model, paint)) for model in report.models]
    return inert("\n\n".join([*blocks, paint(_summary(report.summary, len(report.errors), what), "name")]) + "\n")


def printable(text: str) -> str:
    """The text with every character that does not simply show itself (controls, escapes, bidi marks) written out."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def inert(text: str) -> str:
    """Lines that the runner of a CI service takes for no command: it finds ``::`` at their beginning, ``##[`` anywhere."""
    return _COMMAND.sub(r"\1\\x3a", text).replace("##[", "#\\x23[")


class Located(Protocol):
    """Whatever stands on a line; in a notebook, of a cell."""

    @property
    def path(self) -> str:
        """The file, as the report calls it."""

    @property
    def line(self) -> int:
        """From 1; within the cell, if there is one."""

    @property
    def cell(self) -> int | None:
        """The cell of a notebook, from 1."""


def place(thing: Located) -> str:
    """``path:line``; in a notebook ``path:cell 3:line``."""
    return f"{thing.path}:cell {thing.cell}:{thing.line}" if thing.cell else f"{thing.path}:{thing.line}"


class _Paint:
    """Makes text safe to print, and colours it if colours are wanted."""

    def __init__(self, coloured: bool, what: str) -> None:
        self._coloured = coloured
        self.what = what

    def __call__(self, text: str, style: str = "plain", width: int = 0) -> str:
        shown = printable(text).ljust(width)
        code = _STYLES[style]
        return f"\x1b[{code}m{shown}\x1b[0m" if self._coloured and code else shown


def _model(model: Model, paint: _Paint) -> Iterator[str]:
    kind = "" if model.kind == "class" else f"{model.kind}, "
    yield f"{paint(model.name, 'name')}  {paint(f'{kind}{place(model)}', 'dim')}"
    if model.contained_in:
        yield f"  part of {paint(', '.join(model.contained_in))}"
    for layer in model.recurrent:
        yield from _layer(layer, model, paint)
    related = {relation.activation for relation in model.relations}
    others = [activation for activation in model.activations if activation.id not in related]
    if others:
        listed = ", ".join(f"{other.form} ({_where(other, model)})" for other in others)
        yield f"  {paint('not related to a recurrent layer:', 'dim')} {paint(listed)}"


def _layer(layer: RecurrentLayer, model: Model, paint: _Paint) -> Iterator[str]:
    name = f"{layer.attribute}  " if layer.attribute else ""
    where = _where(layer, model)
    yield f"  {paint(name, 'name')}{paint(layer.type)}  {paint(where, 'dim')}"
    yield from _relations(layer, model, paint)
    if not layer.called:
        yield f"    {paint('never called', 'dim')}"
    elif layer.on_output in ("no", "unknown"):
        one = f"{'an' if paint.what[0] in 'aeiou' else 'a'} {paint.what}"
        said = (
            f"no {paint.what} on its output" if layer.on_output == "no" else f"unknown whether {one} is on its output"
        )
        ends = _ends(layer.output_goes_to, model)
        yield f"    {said}{f', which goes to {paint(ends)}' if ends else ''}"
    elif layer.told_by and not _has_after(layer, model):
        yield f"    {paint.what} on its output: reported with {paint(', '.join(layer.told_by))}"


def _has_after(layer: RecurrentLayer, model: Model) -> bool:
    return any(relation.recurrent == layer.id and relation.relation == "after" for relation in model.relations)


def _relations(layer: RecurrentLayer, model: Model, paint: _Paint) -> Iterator[str]:
    """Two lines a relation: what and how certain, then the way; the columns are as wide as the layer needs."""
    by_id = {activation.id: activation for activation in model.activations}
    rows = [(relation, by_id[relation.activation]) for relation in model.relations if relation.recurrent == layer.id]
    rows.sort(key=lambda row: (_ORDER.index(row[0].relation), row[1].path, row[1].line, row[1].column))
    forms = [activation.form for _, activation in rows]
    places = [_built(activation, model) for _, activation in rows]
    for (relation, _), form, place in zip(rows, forms, places, strict=True):
        word = paint(relation.relation, "word", width=6)
        what = f"{paint(form, width=_width(forms))}  {paint(place, 'dim', width=_width(places))}"
        yield f"    {word}  {what}  {paint(relation.certainty, relation.certainty)}{paint(_terms(relation))}"
        line = way(relation.steps)
        if line:
            yield f"            {paint(line)}"


def _terms(relation: Relation) -> str:
    """What a relation that is not definite depends on."""
    terms = []
    if relation.condition:
        terms.append(f"when {relation.condition}")
    if relation.unresolved:
        terms.append(f"unresolved: {', '.join(relation.unresolved)}")
    return f", {'; '.join(terms)}" if terms else ""


def _built(activation: Activation, model: Model) -> str:
    applied = _where(activation, model)
    if activation.defined is None:
        return applied
    return f"{applied}, built {_where(activation.defined, model)}"


def _ends(steps: tuple[Step, ...], model: Model) -> str:
    shown = [f"{station(step.text)} ({_where(step, model)})" for step in steps[:MAX_ENDS]]
    if len(steps) > MAX_ENDS:
        shown.append(f"{len(steps) - MAX_ENDS} more")
    return ", ".join(shown)


def _where(thing: Located, model: Model) -> str:
    """A place as seen from the model: its own file need not be named again."""
    if thing.path != model.path:
        return place(thing)
    return f"cell {thing.cell}, line {thing.line}" if thing.cell else f"line {thing.line}"


def _width(texts: Iterable[str]) -> int:
    return max(len(printable(text)) for text in texts)


def _summary(summary: Summary, errors: int, what: str) -> str:
    files = _count(summary.files, "file")
    failed = f"; {_count(errors, 'error')}" if errors else ""
    if not summary.recurrent_layers:
        return f"No recurrent layer in {files}{failed}"
    layers = f"{_count(summary.recurrent_layers, 'recurrent layer')} in {_count(summary.models, 'model')} ({files})"
    return f"{layers}: {summary.after} {what} after, {summary.before} before, {summary.inside} inside{failed}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
