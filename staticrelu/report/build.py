"""From the facts of all models to the report: each fact said once, for the smallest model that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from staticrelu.facts import Application, LayerFacts, ModelFacts, Relation
from staticrelu.place import Origin, Place
from staticrelu.problem import Problem
from staticrelu.report import v1
from staticrelu.version import __version__


class Reader(NamedTuple):
    """What a reader is told of a place: its source text, on one line, and where its line stands."""

    text: Callable[[Place], str]
    origin: Callable[[str, int], Origin]

    def at(self, path: str, line: int, column: int) -> dict[str, Any]:
        """A place in the words of the report: of a program that was cut out of its file, the place in that."""
        origin = self.origin(path, line)
        return {"path": path, "line": origin.line, "column": column + origin.indent, "cell": origin.cell or None}

    def here(self, place: Place) -> dict[str, Any]:
        """The beginning of a place in the words of the report."""
        return self.at(place.path, place.line, place.column)


def build(models: Sequence[ModelFacts], problems: Sequence[Problem], files: int, reader: Reader) -> v1.Report:
    """The report of a scan of ``files`` files."""
    ordered = sorted(models, key=lambda m: (m.place.path, m.place.span, m.kind, m.name))
    owners = _owners(ordered)
    names = _Names(ordered)
    listed = [_model(model, names, owners, reader) for model in ordered]
    shown = tuple(model for model in listed if model is not None)
    relations = [r.relation for model in shown for r in model.relations]
    layers = {(r.path, r.cell, r.line, r.column) for model in shown for r in model.recurrent}
    summary = v1.Summary(
        files, len(shown), len(layers), relations.count("after"), relations.count("before"), relations.count("inside")
    )
    return v1.Report(v1.Tool("staticrelu", __version__), shown, errors(problems, reader), summary)


def errors(problems: Iterable[Problem], reader: Reader) -> tuple[v1.Error, ...]:
    """What went wrong, in the words of the report."""
    found = sorted(set(problems))
    return tuple(v1.Error(**reader.at(p.path, p.line, p.column), kind=p.kind, message=p.message) for p in found)


class _Names:
    """The names of models, by what they list and by what they contain."""

    def __init__(self, models: Sequence[ModelFacts]) -> None:
        self.listing: dict[Application, set[str]] = {}
        self.containing: dict[str, set[str]] = {}
        for model in models:
            for application in model.applications if model.layers else ():
                self.listing.setdefault(application, set()).add(model.name)
            for part in model.parts:
                self.containing.setdefault(part, set()).add(model.name)


Key: TypeAlias = "tuple[object, ...]"


def _relation_key(relation: Relation) -> Key:
    a = relation.application
    return (relation.kind, a.place, a.defined, relation.layer)


def _owners(models: Sequence[ModelFacts]) -> dict[Key, ModelFacts]:
    """For each layer and each relation, the model that reports it: the smallest of those that show it.

    A model that shows a relation only as possible, or leaves it to an argument that whoever constructs it must give,
    gives way to a larger one that knows better; what only builds layers gives way to all that call them.
    """
    owners: dict[Key, ModelFacts] = {}
    ranks: dict[Key, Rank] = {}
    names = {model.name for model in models}
    for number, model in enumerate(models):
        size = len(model.parts & names)
        for key, place, is_weak in _shown(model):
            rank = (is_weak, size, place.path != model.place.path, len(model.parts), number)
            if key not in ranks or rank < ranks[key]:
                ranks[key], owners[key] = rank, model
    return owners


Rank: TypeAlias = "tuple[bool, int, bool, int, int]"


def _shown(model: ModelFacts) -> Iterator[tuple[Key, Place, bool]]:
    """The layers and relations of a model: key, the layer's place, and whether another model may well know better."""
    for layer in model.layers:
        yield ("layer", layer.place), layer.place, not (model.is_running and layer.called)
    for relation in model.relations:
        is_weak = relation.standing.certainty == "possible" or relation.standing.is_left_open
        yield _relation_key(relation), relation.layer, is_weak or not model.is_running


def _model(model: ModelFacts, names: _Names, owners: dict[Key, ModelFacts], reader: Reader) -> v1.Model | None:
    relations = [r for r in model.relations if owners[_relation_key(r)] is model]
    needed = {r.layer for r in relations}
    layers = [x for x in model.layers if owners["layer", x.place] is model or x.place in needed]
    if not layers:
        return None
    # What another model shows to be related is none of those that are related to nothing.
    elsewhere = {r.application for r in model.relations}
    own = {a for a in model.applications if a not in elsewhere and _is_own(a, model, names)}
    applied = {r.application for r in relations} | own
    activations = [a for a in model.applications if a in applied]
    activation_ids = {a: f"a{number}" for number, a in enumerate(activations, 1)}
    layer_ids = {layer.place: f"r{number}" for number, layer in enumerate(layers, 1)}
    origin = reader.origin(model.place.path, model.place.line)
    return v1.Model(
        name=model.name,
        kind=model.kind,
        path=model.place.path,
        line=origin.line,
        cell=origin.cell or None,
        contained_in=tuple(sorted(names.containing.get(model.name, ()))),
        recurrent=tuple(
            _layer(layer, layer_ids[layer.place], _told_by(layer, model, owners), reader) for layer in layers
        ),
        activations=tuple(_activation(a, activation_ids[a], reader) for a in activations),
        relations=tuple(_relation(r, activation_ids, layer_ids, reader) for r in relations),
    )


def _is_own(application: Application, model: ModelFacts, names: _Names) -> bool:
    """Whether no part of the model lists the application already."""
    return names.listing.get(application, set()).isdisjoint(model.parts)


def _told_by(layer: LayerFacts, model: ModelFacts, owners: dict[Key, ModelFacts]) -> tuple[str, ...]:
    """The other models that report what acts on the output of a layer of this one."""
    after = (r for r in model.relations if r.kind == "after" and r.layer == layer.place)
    tellers = {owners[_relation_key(relation)].name for relation in after}
    return tuple(sorted(tellers - {model.name}))


def _layer(layer: LayerFacts, id_: str, told_by: tuple[str, ...], reader: Reader) -> v1.RecurrentLayer:
    return v1.RecurrentLayer(
        id=id_,
        type=layer.type,
        attribute=layer.attribute,
        **reader.here(layer.place),
        called=layer.called,
        on_output=layer.on_output,
        output_goes_to=tuple(_step(place, reader) for place in layer.goes_to),
        told_by=told_by,
    )


def _activation(application: Application, id_: str, reader: Reader) -> v1.Activation:
    defined = application.defined
    return v1.Activation(
        id=id_,
        kind=application.kind,
        form=application.form,
        **reader.here(application.place),
        defined=v1.Defined(**reader.here(defined)) if defined is not None else None,
    )


def _relation(
    relation: Relation, activations: dict[Application, str], layers: dict[Place, str], reader: Reader
) -> v1.Relation:
    return v1.Relation(
        activation=activations[relation.application],
        recurrent=layers[relation.layer],
        relation=relation.kind,
        certainty=relation.standing.certainty,
        condition=relation.standing.condition,
        unresolved=relation.standing.unresolved,
        steps=tuple(_step(place, reader) for place in relation.steps),
    )


def _step(place: Place, reader: Reader) -> v1.Step:
    return v1.Step(**reader.here(place), text=reader.text(place))
