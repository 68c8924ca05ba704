"""What a rule is: a few words about it, and a query over the graph.

A query either finds things (``find``) or ways: the value of something (``from``) comes to something (``to``), perhaps
``through`` something, ``not through`` something, or ``only through`` some kinds of operation. Things are described by
selectors. A finding stands at the activation, if one is among the ends, or where ``at`` says. A selector speaks of

- ``layer``: recurrent layers of these types (``any``; ``LSTM``; ``torch.nn.*Cell``), and of their calls on a way;
- ``activation``: applications of these kinds (``any``; ``chosen``: what the user asks about, ReLU by default);
- ``module``: constructions of activation modules of these kinds;
- or, without one of these, operations at large: their catalogued ``trait``, their ``op``, what they ``apply``.

All that one selector says must hold; of a list of selectors, one must.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Severity: TypeAlias = Literal["error", "warning", "note"]
Certainty: TypeAlias = Literal["definite", "conditional", "possible"]
Called: TypeAlias = Literal["never", "several"]

ANY = "any"
CHOSEN = "chosen"

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
CERTAINTIES: tuple[Certainty, ...] = ("definite", "conditional", "possible")


class Selector(msgspec.Struct, frozen=True):
    """A description of things; empty fields say nothing."""

    layer: tuple[str, ...] = ()
    activation: tuple[str, ...] = ()
    module: tuple[str, ...] = ()

    trait: tuple[str, ...] = ()
    """Of an operation: one of these is among its traits in the catalog."""
    op: tuple[str, ...] = ()
    """Of an operation: its kind in the graph (``unresolved``, ``output``, ``operator``)."""
    apply: tuple[str, ...] = ()
    """Of an operation: the name of what is applied, with ``*`` for anything."""

    inside: tuple[str, ...] = ()
    """Of a layer: its own nonlinearity is one of these kinds."""
    given: tuple[str, ...] = ()
    """Of a layer: it was constructed with one of these arguments."""
    not_given: tuple[str, ...] = ()
    """Of a layer: it was constructed with none of these arguments."""
    called: Called | Literal[""] = ""
    """Of a layer that an object keeps, or a module: no code that is reached calls it; or it is called in several places."""
    into: tuple[str, ...] = ()
    """Of a layer at the end of a way: the value is given for one of these parameters."""
    same: bool = False
    """Of a layer at the end of a way: it is the one that the way started from."""

    in_place: bool = False
    """Of an activation: it writes its result into what it is given."""
    unused: bool = False
    """Of an activation: its result goes nowhere, wherever it is applied."""


Selectors: TypeAlias = "tuple[Selector, ...]"


class Query(msgspec.Struct, frozen=True):
    """Things (``find``), or ways from things to things."""

    find: Selectors = ()
    start: Selectors = ()
    through: Selectors = ()
    not_through: Selectors = ()
    only_through: Selectors = ()
    end: Selectors = ()
    at: str = ""
    """The end that the finding is shown at; empty for the first one that is an activation."""


class Help(msgspec.Struct, frozen=True):
    """Why it matters and what to do, with a program that the rule reports and one that it does not.

    In ``bad`` the lines of the findings end in ``# here``.
    """

    text: str
    bad: str
    good: str


class Rule(msgspec.Struct, frozen=True):
    """One rule. ``message`` may name the things of a finding: ``{from}``, ``{through}``, ``{to}``, ``{it}``."""

    code: str
    name: str
    summary: str
    severity: Severity
    query: Query
    message: str
    help: Help
    default: bool = False
    """Whether it is on without being selected."""
    certainty: Certainty = "conditional"
    """What is less certain than this is not reported."""
    path: str = ""
    """The file that it was read from."""
