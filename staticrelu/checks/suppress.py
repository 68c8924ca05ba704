"""Comments that silence findings: ``# staticrelu: ignore[SR101] reason``.

At the end of a line the comment speaks of what stands on that line (of a call over several lines: on any of them); on a line of
its own, of the next line of code. ``# staticrelu: file-ignore[SR101]`` speaks of its whole file. The rules are always named:
what silences all of them would silence those that do not exist yet.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from staticrelu.checks.choose import UnknownRuleError, named
from staticrelu.checks.finding import Finding, Spot
from staticrelu.checks.gather import number
from staticrelu.checks.rule import Help, Query, Rule

_COMMENT = re.compile(r"#\s*staticrelu:\s*(?P<what>[\w-]+)\s*(?:\[(?P<words>[^\]]*)\])?")
_MARK = "staticrelu:"

UNUSED = Rule(
    code="SR901",
    name="unused-ignore",
    summary="A comment that silences findings silences none, or names no rule.",
    severity="warning",
    query=Query(),
    message="{it}",
    help=Help(
        "A comment that silences nothing hides the next finding on its line. Remove it, or correct the code in it.\n",
        "x = 1  # staticrelu: ignore[SR102]  # here\n",
        "x = 1\n",
    ),
    default=True,
)
"""The one rule that is no query: it speaks of comments, which no graph knows."""


class Comment(NamedTuple):
    """One word of one comment. ``line`` is the line that it speaks of; 0 for the whole file."""

    spot: Spot
    line: int
    word: str
    wrong: str = ""


def comments(path: str, text: str) -> list[Comment]:
    """The comments of a file that silence findings."""
    if _MARK not in text:
        return []
    lines = re.split(r"\r\n|\r|\n", text)
    found = []
    for token in _comment_tokens("\n".join(lines)):
        match = _COMMENT.match(token.string)
        if match is None:
            continue
        line, start = token.start
        end = start + len(match.group().rstrip())
        spot = Spot(path, line, start + 1, end + 1, lines[line - 1] if line <= len(lines) else "")
        found += list(_words(match, spot, lines, is_alone=not token.line[:start].strip()))
    return found


def _comment_tokens(text: str) -> Iterator[tokenize.TokenInfo]:
    """As far as the text can be cut into tokens: what cannot gives no findings either."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield token
    except (tokenize.TokenError, SyntaxError):
        return


def _words(match: re.Match[str], spot: Spot, lines: Sequence[str], is_alone: bool) -> Iterator[Comment]:
    what = match["what"]
    words = [word.strip() for word in (match["words"] or "").split(",") if word.strip()]
    if what not in ("ignore", "file-ignore"):
        yield Comment(spot, 0, "", f"expected `ignore[...]` or `file-ignore[...]`, not `{what}`")
        return
    if not words:
        yield Comment(spot, 0, "", f"expected the codes of rules: `{what}[SR102]`")
    line = 0 if what == "file-ignore" else _next_code(lines, spot.line) if is_alone else spot.line
    for word in words:
        yield Comment(spot, line, word)


def _next_code(lines: Sequence[str], line: int) -> int:
    """The next line, counted from 1, that is neither empty nor only a comment."""
    following = (n for n in range(line, len(lines)) if lines[n].strip() and not lines[n].strip().startswith("#"))
    return next(following, len(lines)) + 1


def silence(
    findings: Sequence[Finding],
    rules: Sequence[Rule],
    active: Sequence[Rule],
    paths: Iterable[str],
    text: Callable[[str], str],
    home: str = ".",
) -> list[Finding]:
    """The findings, those that a comment speaks of marked as silenced, and one for each comment that speaks of none.

    ``rules`` are all that there are, ``active`` those that are on: what a comment says of another one is not asked.
    """
    told = {path: comments(path, text(path)) for path in {*paths, *(f.spot.path for f in findings)}}
    used: set[Comment] = set()
    result = []
    for finding in findings:
        hits = [c for c in told[finding.spot.path] if _speaks_of(c, finding)]
        used.update(hits)
        result.append(msgspec.structs.replace(finding, silenced="comment") if hits else finding)
    if UNUSED in active:
        asked = ((c, _complaint(c, used, rules, active)) for path in sorted(paths) for c in told[path])
        result += number((_unused(comment, message) for comment, message in asked if message), home)
    return result


def _speaks_of(comment: Comment, finding: Finding) -> bool:
    if comment.wrong or comment.word not in (finding.code, finding.name):
        return False
    return comment.line == 0 or finding.spot.line <= comment.line <= max(finding.last_line, finding.spot.line)


def _complaint(comment: Comment, used: set[Comment], rules: Sequence[Rule], active: Sequence[Rule]) -> str:
    if comment.wrong or comment in used:
        return comment.wrong
    try:
        (rule,) = (r for r in named(rules, comment.word) if comment.word in (r.code, r.name))
    except (UnknownRuleError, ValueError):
        return f"no rule is called `{comment.word}`"
    return f"nothing here is reported as {rule.code}: the comment silences nothing" if rule in active else ""


def _unused(comment: Comment, message: str) -> Finding:
    return Finding(
        code=UNUSED.code,
        name=UNUSED.name,
        severity=UNUSED.severity,
        message=message,
        spot=comment.spot,
        related=(),
        steps=(),
        model="",
        certainty="definite",
        condition="",
        unresolved=(),
        fingerprint="",
        last_line=comment.spot.line,
    )
