"""From what all models answer to findings: each said once, in the words of the model that knows best."""

from __future__ import annotations

import hashlib
import string
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

import msgspec

from staticrelu.checks.finding import Finding, Spot, rooted
from staticrelu.checks.query import Match
from staticrelu.checks.rule import CERTAINTIES
from staticrelu.checks.subjects import Subject
from staticrelu.place import Place

Line: TypeAlias = Callable[[str, int], str]
"""The text of a line of a file, without its end."""

Text: TypeAlias = Callable[[Place], str]
"""The source text at a place, on one line."""

MAX_OTHERS = 20
"""Other ends that one finding lists; the message says how many more there are."""

MAX_STEPS = 100
"""Steps that one finding shows, far below what the platforms that take reports allow; the middle of a longer way is left out."""


class Answer(NamedTuple):
    """What one model answered. ``size`` is the number of other models that it contains."""

    model: str
    size: int
    matches: Sequence[Match]


def gather(answers: Iterable[Answer], line: Line, text: Text, home: str = ".") -> list[Finding]:
    """The findings of a scan, by place. What one model refutes is none, whatever another one says.

    ``home`` is the working directory, as seen from the root of the repository.
    """
    groups: dict[tuple[object, ...], list[tuple[Answer, Match]]] = {}
    refuted: set[tuple[object, ...]] = set()
    for answer in answers:
        for match in answer.matches:
            key = (match.rule.code, *match.subject.key)
            if match.refuted:
                refuted.add(key)
            else:
                groups.setdefault(key, []).append((answer, match))
    found = [_finding(group, line, text) for key, group in groups.items() if key not in refuted]
    found.sort(key=lambda f: (f.spot.path, f.spot.line, f.spot.column, f.code, f.spot.end_column, f.message))
    return number(found, home)


def number(findings: Iterable[Finding], home: str) -> list[Finding]:
    """Give each finding its fingerprint: rule, file and source text, and which of several equal ones it is.

    Neither the line nor what stands on other lines is in it, nor the folder that the program is run in.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    numbered = []
    for finding in findings:
        spot = finding.spot
        identity = (finding.code, rooted(home, spot.path), " ".join(spot.source.split()))
        seen[identity] += 1
        digest = hashlib.blake2b("\0".join((*identity, str(seen[identity]))).encode(), digest_size=16).hexdigest()
        numbered.append(msgspec.structs.replace(finding, fingerprint=digest))
    return numbered


def _finding(group: list[tuple[Answer, Match]], line: Line, text: Text) -> Finding:
    def rank(item: tuple[Answer, Match]) -> tuple[object, ...]:
        answer, match = item
        how = match.standing
        return (CERTAINTIES.index(how.certainty), how.is_left_open, answer.size, answer.model)

    ordered = sorted(group, key=rank)
    answer, match = ordered[0]
    how = match.standing
    others = _others(each for _, each in ordered)
    meant = _others(each for _, each in ordered if each.standing == how)
    return Finding(
        code=match.rule.code,
        name=match.rule.name,
        severity=match.rule.severity,
        message=_message(match, meant),
        spot=spot(match.subject.place, line, match.subject.text),
        related=tuple(_related(match.subject, others, line)),
        steps=tuple(spot(place, line, text(place)) for place in _shortened(match.steps)),
        model=answer.model,
        certainty=how.certainty,
        condition=how.condition,
        unresolved=how.unresolved,
        fingerprint="",
        last_line=match.subject.place.span.end_line,
    )


def _others(matches: Iterable[Match]) -> list[tuple[str, Subject]]:
    """The other ends of several matches of one thing, each once, in the words of the first."""
    found: dict[tuple[object, ...], tuple[str, Subject]] = {}
    for match in matches:
        for role, other in match.others:
            found.setdefault((role, *other.key), (role, other))
    return list(found.values())


def spot(place: Place, line: Line, label: str = "") -> Spot:
    """A place as one line: of what reaches over several, the first."""
    span, source = place.span, line(place.path, place.line)
    end = span.end_column if span.end_line == span.line else len(source) + 1
    column = min(span.column, len(source) + 1)
    return Spot(place.path, span.line, column, min(max(end, column), len(source) + 1), source, label)


def _message(match: Match, others: list[tuple[str, Subject]]) -> str:
    """What a match says, of the other ends for which its condition stands."""
    named = dict.fromkeys(("it", "from", "through", "to"), match.subject.text)
    for role in {role for role, _ in others}:
        texts = list(dict.fromkeys(other.text for r, other in others if r == role))
        named[role] = texts[0] if len(texts) == 1 else f"{texts[0]} and {len(texts) - 1} more"
    text = string.Formatter().vformat(match.rule.message, (), named)
    how = match.standing
    if how.condition:
        text += f" (when {how.condition})"
    if how.unresolved:
        text += f" (unresolved: {', '.join(how.unresolved)})"
    return text


def _related(subject: Subject, others: Sequence[tuple[str, Subject]], line: Line) -> Iterable[Spot]:
    """The other ends, and where the module of an activation was constructed."""
    shown: dict[tuple[str, int, int], Spot] = {}
    if subject.defined is not None:
        shown.setdefault(_key(subject.defined), spot(subject.defined, line, f"{subject.text} is built here"))
    for _, other in others[:MAX_OTHERS]:
        shown.setdefault(_key(other.place), spot(other.place, line, other.text))
    return shown.values()


def _key(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


def _shortened(steps: tuple[Place, ...]) -> tuple[Place, ...]:
    half = MAX_STEPS // 2
    return steps if len(steps) <= MAX_STEPS else (*steps[:half], *steps[-half:])
