"""What a model answered to the rules, as a plain value and back: between processes a rule is named by its code."""

from __future__ import annotations

from collections.abc import Sequence

from staticrelu.checks.query import Match
from staticrelu.checks.rule import Rule
from staticrelu.checks.subjects import Subject
from staticrelu.scan.messages import Outcome, PlainMatch, PlainSubject


def plain_match(match: Match) -> PlainMatch:
    """A match without the rule's text and the graph's nodes."""
    others = tuple((role, _plain(other)) for role, other in match.others)
    return PlainMatch(match.rule.code, _plain(match.subject), others, match.standing, match.steps, match.refuted)


def matches_of(outcome: Outcome, rules: Sequence[Rule]) -> list[Match]:
    """What a model answered to the rules."""
    by_code = {rule.code: rule for rule in rules}
    return [
        Match(
            by_code[plain.rule],
            Subject(*plain.subject),
            tuple((role, Subject(*other)) for role, other in plain.others),
            plain.standing,
            plain.steps,
            plain.refuted,
        )
        for plain in outcome.matches
    ]


def _plain(subject: Subject) -> PlainSubject:
    return PlainSubject(subject.kind, subject.place, subject.text, subject.defined)
