"""Which rules are on: by code, by name, by the beginning of a code, or ``ALL``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from staticrelu.checks.finding import Finding
from staticrelu.checks.rule import Rule, Severity

ALL = "ALL"


class UnknownRuleError(ValueError):
    """A word that names no rule; its text is the message for the user."""


def named(rules: Sequence[Rule], word: str) -> list[Rule]:
    """The rules that a word names. Raises UnknownRuleError where there is none."""
    if word == ALL:
        return list(rules)
    exact = [rule for rule in rules if word in (rule.code, rule.name)]
    found = exact or [rule for rule in rules if word and rule.code.startswith(word)]
    if not found:
        raise UnknownRuleError(f"no rule is called {word!r}; `staticrelu rules` lists them")
    return found


def choose(
    rules: Sequence[Rule], select: Iterable[str] | None, extend: Iterable[str], ignore: Iterable[str]
) -> list[Rule]:
    """The rules that are on: the selected ones, or without a selection the default ones; what is ignored is off."""
    chosen = {rule.code for rule in rules if rule.default} if select is None else _codes(rules, select)
    chosen |= _codes(rules, extend)
    chosen -= _codes(rules, ignore)
    return [rule for rule in rules if rule.code in chosen]


def severities(rules: Sequence[Rule], wanted: Mapping[str, Severity]) -> dict[str, Severity]:
    """The severity of each rule that is not its own; a more exact word overrides a less exact one."""
    found: dict[str, Severity] = {}
    for word in sorted(wanted, key=lambda word: (word != ALL, len(word))):
        found |= {rule.code: wanted[word] for rule in named(rules, word)}
    return found


def graded(finding: Finding, wanted: Mapping[str, Severity]) -> Finding:
    """A finding with the severity that is wanted for its rule, if another one is."""
    return msgspec.structs.replace(finding, severity=wanted.get(finding.code, finding.severity))


def _codes(rules: Sequence[Rule], words: Iterable[str]) -> set[str]:
    return {rule.code for word in words for rule in named(rules, word)}
