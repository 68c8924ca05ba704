"""From a report and the pictures of its models to the page's text."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from staticrelu.facts import ModelFacts, Relation
from staticrelu.place import Place
from staticrelu.report import v1
from staticrelu.report.text import place as told_place
from staticrelu.report.text import printable
from staticrelu.report.way import station
from staticrelu.version import __version__
from staticrelu.view import svg
from staticrelu.view.excerpt import Excerpt, excerpts
from staticrelu.view.look import Look
from staticrelu.view.page.drawing import drawing
from staticrelu.view.picture import ALWAYS, Picture, picture
from staticrelu.view.told import Told


class Drawn(NamedTuple):
    """One model, as far as the page needs it: all of it plain values, so that its graph can be forgotten."""

    name: str
    place: Place
    picture: Picture
    facts: ModelFacts


def draw(look: Look) -> Drawn | None:
    """What the page needs of a model; None for one without a recurrent layer, which no report lists."""
    return Drawn(look.name, look.place, picture(look), look.facts) if look.facts is not None else None


@dataclass(frozen=True)
class Row:
    """A relation in the list of its model. ``way`` are ids of boxes and arrows, ``lines`` those of lines of source."""

    relation: str
    certainty: str
    activation: str
    layer: str
    terms: str
    way: str
    lines: str


@dataclass(frozen=True)
class Entry:
    """A model on the page. ``svg`` is empty where it could not be drawn, and ``trouble`` says why."""

    id: str
    model: v1.Model
    where: str
    rows: tuple[Row, ...]
    silent: tuple[str, ...]
    svg: Markup
    trouble: str
    tests: tuple[str, ...]
    holds: str
    sources: tuple[Excerpt, ...]
    marks: dict[str, str]

    def count(self, kind: str) -> int:
        """How many relations of a kind it has."""
        return sum(row.relation == kind for row in self.rows)


Key: TypeAlias = "tuple[object, ...]"


def render(report: v1.Report, drawn: Sequence[Drawn | None], told: Told, progress: Callable[[int, int], None]) -> str:
    """The page. ``progress`` is told how many models are laid out."""
    found = {(d.name, d.place.path, told.origin(d.place.path, d.place.line)): d for d in drawn if d is not None}
    entries = []
    for number, model in enumerate(report.models, 1):
        progress(number, len(report.models))
        one = next(d for (name, path, o), d in found.items() if (name, path, o.line, o.cell) == _identity(model))
        entries.append(_Maker(f"m{number}", model, one, told).entry())
    style, script = _resource("page.css"), _resource("page.js")
    template = _environment().get_template("page.html.j2")
    return template.render(
        report=report,
        entries=entries,
        style=Markup(style),  # noqa: S704 - the package's own text
        script=Markup(script),  # noqa: S704 - the package's own text
        policy=_policy(style, script),
        version=__version__,
        can_draw=svg.is_possible(),
        how_to_install=svg.HOW_TO_INSTALL,
    )


def _identity(model: v1.Model) -> Key:
    return (model.name, model.path, model.line, model.cell or 0)


def _environment() -> Environment:
    made = Environment(
        autoescape=True,
        loader=FunctionLoader(_resource),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["printable"] = printable
    made.filters["place"] = told_place
    return made


def _resource(name: str) -> str:
    return files("staticrelu.view.page").joinpath(name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is fetched, and nothing runs but these very texts."""

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; base-uri 'none'; form-action 'none'"


class _Maker:
    """Makes the entry of one model."""

    def __init__(self, id_: str, model: v1.Model, drawn: Drawn, told: Told) -> None:
        self._id = id_
        self._model = model
        self._drawn = drawn
        self._told = told
        facts = drawn.facts
        places = [box.place for box in drawn.picture.boxes]
        places += [place for r in facts.relations for place in (*r.steps, r.layer, r.application.place)]
        places += [a.defined for a in facts.applications if a.defined is not None]
        places += [layer.place for layer in facts.layers]
        self._sources = excerpts(drawn.place, places, told)
        self._line_ids = {
            (excerpt.path, line.number): f"{id_}-f{number}-{line.number}"
            for number, excerpt in enumerate(self._sources)
            for line in excerpt.lines
        }

    def entry(self) -> Entry:
        drawn, picture = self._drawn, self._drawn.picture
        image, trouble = "", ""
        lines = {box.number: self._line(box.place) for box in picture.boxes}
        try:
            image = drawing(picture, f"{self._id}-", lines)
        except svg.CannotDrawError as error:
            trouble = str(error)
        holds = {f"b{box.number}": box.holds for box in picture.boxes if box.holds != ALWAYS}
        holds |= {f"e{a.source}_{a.target}": a.holds for a in picture.arrows if a.holds != ALWAYS}
        return Entry(
            self._id,
            self._model,
            told_place(self._model),
            tuple(self._rows()),
            tuple(self._silent()),
            Markup(image),  # noqa: S704 - shapes and escaped text, see drawing.py
            trouble,
            picture.tests,
            json.dumps(holds),
            tuple(self._sources),
            self._marks(drawn.facts),
        )

    def _line(self, place: Place) -> str:
        return self._line_ids.get((place.path, place.line), "")

    def _rows(self) -> list[Row]:
        known = {self._key(relation): relation for relation in self._drawn.facts.relations}
        layers = {layer.id: layer for layer in self._model.recurrent}
        activations = {a.id: a for a in self._model.activations}
        rows = []
        for said in self._model.relations:
            activation, layer = activations[said.activation], layers[said.recurrent]
            relation = known[said.relation, _at(activation), _at(activation.defined), activation.form, _at(layer)]
            terms = [f"when {said.condition}"] if said.condition else []
            terms += [f"unresolved: {', '.join(said.unresolved)}"] if said.unresolved else []
            rows.append(
                Row(
                    said.relation,
                    said.certainty,
                    f"{activation.form}, {told_place(activation)}",
                    layer.attribute or layer.type,
                    "; ".join(terms),
                    self._way(relation),
                    " ".join(dict.fromkeys(filter(None, map(self._line, (*relation.steps, relation.layer))))),
                )
            )
        return rows

    def _key(self, relation: Relation) -> Key:
        application = relation.application
        places = [self._here(p) for p in (application.place, application.defined, relation.layer)]
        return (relation.kind, places[0], places[1], application.form, places[2])

    def _here(self, place: Place | None) -> Key | None:
        if place is None:
            return None
        origin = self._told.origin(place.path, place.line)
        return (place.path, origin.cell or None, origin.line, place.column + origin.indent)

    def _way(self, relation: Relation) -> str:
        """The boxes that stand for the nodes of a way, and the arrows between them; of an inside one, the layer's calls."""
        drawn = self._drawn.picture
        boxes = [drawn.stands_for[n] for n in relation.way if n in drawn.stands_for]
        if relation.kind == "inside":
            attribute = next((x.attribute for x in self._drawn.facts.layers if x.place == relation.layer), "")
            boxes = [box.number for box in drawn.boxes if box.kind == "recurrent" and box.name == attribute]
            return " ".join(f"b{number}" for number in boxes)
        arrows = [f"e{a}_{b}" for a, b in pairwise(boxes)]
        return " ".join(dict.fromkeys([*(f"b{number}" for number in boxes), *arrows]))

    def _silent(self) -> list[str]:
        """What is said of layers on whose output no ReLU acts, or one that another model reports."""
        said = []
        for layer in self._model.recurrent:
            name = layer.attribute or layer.type
            ends = ", ".join(f"{station(step.text)} ({told_place(step)})" for step in layer.output_goes_to[:6])
            if not layer.called:
                said.append(f"{name} is never called")
            elif layer.on_output == "no":
                said.append(f"no ReLU on the output of {name}{f', which goes to {ends}' if ends else ''}")
            elif layer.on_output == "unknown":
                said.append(f"unknown whether a ReLU is on the output of {name}")
            if layer.told_by:
                said.append(f"what is on the output of {name} is reported with {', '.join(layer.told_by)}")
        return said

    def _marks(self, facts: ModelFacts) -> dict[str, str]:
        """The lines where recurrent layers are constructed and activations applied."""
        marks = {self._line(a.place): "relu" for a in facts.applications}
        marks |= {self._line(a.defined): "relu" for a in facts.applications if a.defined is not None}
        marks |= {self._line(layer.place): "recurrent" for layer in facts.layers}
        return {id_: mark for id_, mark in marks.items() if id_}


def _at(thing: v1.Activation | v1.RecurrentLayer | v1.Defined | None) -> Key | None:
    return (thing.path, thing.cell, thing.line, thing.column) if thing is not None else None
