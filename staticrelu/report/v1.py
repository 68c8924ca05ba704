"""The JSON report, version 1: its own types, apart from the inner ones, so that the inside can change but not this.

Whatever has a line has a ``cell``, too, in a notebook: the line then counts within it.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

import msgspec

SCHEMA_VERSION: Final = 1

Certainty: TypeAlias = Literal["definite", "conditional", "possible"]
RelationKind: TypeAlias = Literal["after", "before", "inside"]
OnOutput: TypeAlias = Literal["yes", "sometimes", "unknown", "no"]
ModelKind: TypeAlias = Literal["class", "function", "module"]
ErrorKind: TypeAlias = Literal["syntax", "encoding", "too-large", "too-deep", "timeout", "unreadable"]


class Tool(msgspec.Struct, frozen=True):
    """The program that made the report."""

    name: str
    version: str


class Defined(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where an activation module was constructed. Lines and columns count from 1, columns count characters."""

    path: str
    line: int
    column: int
    cell: int | None = None


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """One station of a value's way: a call or a return, with its source text on one line."""

    path: str
    line: int
    column: int
    text: str
    cell: int | None = None


class RecurrentLayer(msgspec.Struct, frozen=True, omit_defaults=True):
    """One construction of a recurrent layer; its place is that of the constructor call.

    ``attribute`` is the dotted way to it from the model (``encoder.rnn``), empty where it has none. ``told_by`` names the
    models that report what acts on its output, as far as this one leaves it to them: a relation is reported once.
    """

    id: str
    type: str
    attribute: str
    path: str
    line: int
    column: int
    called: bool
    on_output: OnOutput
    output_goes_to: tuple[Step, ...]
    cell: int | None = None
    told_by: tuple[str, ...] = ()


class Activation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One place where an activation is applied, with the place where its module was constructed, if it is one."""

    id: str
    kind: str
    form: str
    path: str
    line: int
    column: int
    defined: Defined | None
    cell: int | None = None


class Relation(msgspec.Struct, frozen=True):
    """How one activation acts on one recurrent layer; ids are those of the same model.

    ``condition`` is empty where there is none; ``unresolved`` names what a possible relation rests on.
    """

    activation: str
    recurrent: str
    relation: RelationKind
    certainty: Certainty
    condition: str
    unresolved: tuple[str, ...]
    steps: tuple[Step, ...]


class Model(msgspec.Struct, frozen=True, omit_defaults=True):
    """A class, a function or the top level of a module that holds a recurrent layer."""

    name: str
    kind: ModelKind
    path: str
    line: int
    contained_in: tuple[str, ...]
    recurrent: tuple[RecurrentLayer, ...]
    activations: tuple[Activation, ...]
    relations: tuple[Relation, ...]
    cell: int | None = None


class Error(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file, or a part of one, that could not be read, parsed or analysed."""

    path: str
    line: int
    column: int
    kind: ErrorKind
    message: str
    cell: int | None = None


class Summary(msgspec.Struct, frozen=True):
    """Counts over the whole report; the relation counts count pairs."""

    files: int
    models: int
    recurrent_layers: int
    after: int
    before: int
    inside: int


class Report(msgspec.Struct, frozen=True):
    """What a scan found."""

    tool: Tool
    models: tuple[Model, ...]
    errors: tuple[Error, ...]
    summary: Summary
    schema_version: Literal[1] = SCHEMA_VERSION
