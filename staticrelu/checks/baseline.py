"""The baseline: the findings of a day, by fingerprint, that no longer count. Lines are not in it, so they may move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from staticrelu.checks.finding import Finding, rooted
from staticrelu.regular import read_regular

VERSION: Final = 1
MAX_BASELINE_BYTES = 50_000_000
"""Some hundred thousand findings; a larger file is no baseline."""


class BaselineError(ValueError):
    """A baseline that cannot be used; its text is the message for the user."""


class Entry(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """One finding of the day; only the fingerprint counts, the rest is for readers and diffs.

    The path is the one from the root of the repository.
    """

    path: str
    code: str
    fingerprint: str
    message: str


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file."""

    version: int
    findings: tuple[Entry, ...]


Asked: TypeAlias = Callable[[Entry], bool]
"""Whether a run could have found what an entry says: its file was looked at, its rule was on."""


class _Head(msgspec.Struct):
    version: int | None = None


def read(path: Path) -> Baseline:
    """Read a baseline. Raises BaselineError for one that is none, or is of another version."""
    try:
        data = read_regular(path, MAX_BASELINE_BYTES + 1)
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BASELINE_BYTES:
        raise BaselineError(f"{path}: more than {MAX_BASELINE_BYTES:,} bytes")
    try:
        version = msgspec.json.decode(data, type=_Head).version
        if version != VERSION:
            raise BaselineError(f"{path}: expected a baseline of version {VERSION}, but it says {version}")
        return msgspec.json.decode(data, type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BaselineError(f"{path}: expected a baseline as --write-baseline writes it: {error}") from error


def apply(findings: Sequence[Finding], baseline: Baseline) -> list[Finding]:
    """The findings, those of the baseline marked as silenced."""
    known = {entry.fingerprint for entry in baseline.findings}
    replace = msgspec.structs.replace
    return [replace(f, silenced="baseline") if f.fingerprint in known and not f.silenced else f for f in findings]


def gone(findings: Sequence[Finding], baseline: Baseline, asked: Asked) -> int:
    """How many findings of the baseline, of those that were asked for, are there no more."""
    present = {finding.fingerprint for finding in findings}
    return sum(asked(entry) and entry.fingerprint not in present for entry in baseline.findings)


def write(findings: Sequence[Finding], old: Baseline | None, asked: Asked, home: str) -> str:
    """A new baseline, as text; what the old one says that was not asked for is kept."""
    new = (finding for finding in findings if finding.silenced != "comment")
    entries = {Entry(rooted(home, f.spot.path), f.code, f.fingerprint, f.message) for f in new}
    entries |= {entry for entry in (old.findings if old else ()) if not asked(entry)}
    baseline = Baseline(VERSION, tuple(sorted(entries)))
    return msgspec.json.format(msgspec.json.encode(baseline), indent=2).decode() + "\n"
