"""Findings: what a rule has to say at a place, as a plain value that every format can print."""

from __future__ import annotations

import posixpath
from typing import Literal, TypeAlias

import msgspec

from staticrelu.checks.rule import Certainty, Severity

Silence: TypeAlias = Literal["", "comment", "baseline"]


class Spot(msgspec.Struct, frozen=True):
    """A stretch of one line. Lines and columns count from 1, columns count characters, the end is exclusive.

    ``source`` is the whole line, without its end; ``label`` says what is there.
    """

    path: str
    line: int
    column: int
    end_column: int
    source: str
    label: str = ""


class Finding(msgspec.Struct, frozen=True):
    """One verdict of one rule. ``spot`` is the place to look at, ``related`` are the other ends, ``steps`` the value's way.

    ``fingerprint`` stays the same when other lines change. ``silenced`` says what keeps it from counting, if anything
    does.
    """

    code: str
    name: str
    severity: Severity
    message: str
    spot: Spot
    related: tuple[Spot, ...]
    steps: tuple[Spot, ...]
    model: str
    certainty: Certainty
    condition: str
    unresolved: tuple[str, ...]
    fingerprint: str
    silenced: Silence = ""
    last_line: int = 0
    """The line that the thing ends in, for comments that stand there."""


def rooted(home: str, path: str) -> str:
    """A path as seen from the root of the repository; ``home`` is the working directory as seen from there."""
    return posixpath.normpath(posixpath.join(home, path))
