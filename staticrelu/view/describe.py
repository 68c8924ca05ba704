"""Parts and graph of models as JSON, version 1: for programs that draw or compare by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from staticrelu.place import Place
from staticrelu.view.look import Look
from staticrelu.view.outline import Part
from staticrelu.view.picture import Group, picture
from staticrelu.view.told import Told

SCHEMA_VERSION: Final = 1


class Where(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place; in a notebook the line counts within the cell."""

    path: str
    line: int
    column: int
    cell: int | None = None


class JsonPart(msgspec.Struct, frozen=True):
    """One part of the tree, and its own parts. ``built`` is null for what nothing scanned constructs."""

    name: str
    type: str
    arguments: str
    built: Where | None
    condition: str
    called: bool
    recurrent: bool
    hides: str
    registered: bool
    parts: tuple[JsonPart, ...]


class JsonBox(msgspec.Struct, frozen=True):
    """One application; ``group`` is the number of the group it stands in, 0 for none."""

    number: int
    kind: str
    name: str
    what: str
    place: Where
    group: int
    condition: str


class JsonArrow(msgspec.Struct, frozen=True):
    """A value that flows from one box to another."""

    source: int
    target: int
    condition: str


class JsonModel(msgspec.Struct, frozen=True):
    """One model; ``left_out`` counts the boxes that its picture has no room for."""

    name: str
    kind: str
    place: Where
    parts: tuple[JsonPart, ...]
    boxes: tuple[JsonBox, ...]
    arrows: tuple[JsonArrow, ...]
    groups: tuple[Group, ...]
    left_out: int


class Description(msgspec.Struct, frozen=True):
    """All models that were asked for."""

    models: tuple[JsonModel, ...]
    schema_version: int = SCHEMA_VERSION


def render(looks: Sequence[Look], told: Told) -> str:
    """One JSON object over several lines."""
    description = Description(tuple(_model(look, told) for look in looks))
    return msgspec.json.format(msgspec.json.encode(description), indent=2).decode() + "\n"


def _model(look: Look, told: Told) -> JsonModel:
    drawn = picture(look)
    return JsonModel(
        look.name,
        look.kind,
        _where(look.place, told),
        tuple(_part(part, told) for part in look.root.parts),
        tuple(
            JsonBox(b.number, b.kind, b.name, b.what, _where(b.place, told), b.group, b.condition) for b in drawn.boxes
        ),
        tuple(JsonArrow(a.source, a.target, a.condition) for a in drawn.arrows),
        drawn.groups,
        drawn.left_out,
    )


def _part(part: Part, told: Told) -> JsonPart:
    return JsonPart(
        part.name,
        part.type,
        part.arguments,
        _where(part.place, told) if part.place is not None and part.place.path else None,
        part.when,
        part.is_called,
        part.layer is not None,
        part.hides,
        part.registered,
        tuple(_part(inner, told) for inner in part.parts),
    )


def _where(place: Place, told: Told) -> Where:
    origin = told.origin(place.path, place.line)
    return Where(place.path, origin.line, place.column + origin.indent, origin.cell or None)
