"""What the bare text shows of dangers to the parsers, seen before they see it.

libcst crashes the process where its stack ends, and takes exponential time for nested patterns. Where CPython's parser
reads a text, its tree tells the depth (``measure``); here is looked for what that tree does not show, and, in texts
that only libcst may read, for depth of any kind.
"""

from __future__ import annotations

import re

from staticrelu.limits import MAX_LEVELS, MAX_NESTING, MAX_PATTERN_NESTING
from staticrelu.syntax.refusal import RefusalError, too_deep

_STRING = "|".join(
    (
        r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""',
        r"'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''",
        r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"',
        r"'[^'\\\n]*(?:\\.[^'\\\n]*)*'",
    )
)
_LINK = r"\b(?:not|lambda|if|elif|await|and|or)\b|[-+*/%@&|^~<>.]"  # what makes a chain longer
_LINKS = re.compile(_LINK)
_TOKEN = re.compile(
    rf"(?P<string>{_STRING})|(?P<skip>\#[^\n]*|\\\r?\n)|(?P<open>[(\[{{])|(?P<close>[)\]}}])"
    rf"|(?P<comma>,)|(?P<line>[;\n])|(?P<colon>:)|(?P<link>{_LINK})",
    re.DOTALL,
)
_FORMATTED = re.compile(r"[ft]r?$", re.IGNORECASE)
# A name in an import is one node to CPython, however many dots it has.
_DOTTED = re.compile(rf"(?:\.[\s\\]*\w+[\s\\]*){{{MAX_LEVELS}}}")
# Both words are also names: what follows tells, as far as that is needed here.
_MATCH = re.compile(r"^[ \t\f]*match\b(?![ \t]*[=.,)])", re.MULTILINE)
_CASE = re.compile(r"^[ \t\f]*case\b(?![ \t]*[=.,)])", re.MULTILINE)


def check_hidden_nesting(text: str) -> None:
    """Raise ``RefusalError`` for nesting that CPython's tree does not show: in dotted names, around patterns."""
    dotted = _DOTTED.search(text)
    if dotted:
        raise _too_deep_at(text, dotted.start())
    if _MATCH.search(text):
        for case in _CASE.finditer(text):
            _check_case(text, case.end())


def _check_case(text: str, start: int) -> None:
    depth = 0
    for token in _TOKEN.finditer(text, start):
        kind = token.lastgroup
        if kind == "open":
            depth += 1
            if depth > MAX_PATTERN_NESTING:
                raise _too_deep_at(text, token.start())
        elif kind == "close":
            depth -= 1
        elif depth <= 0 and kind in ("colon", "line"):
            return


def check_nesting(text: str) -> None:
    """Raise ``RefusalError`` if ``text`` may nest too deeply, judged by its tokens alone and on the safe side."""
    if text.count("elif") > MAX_LEVELS:
        raise too_deep()
    links = [0]  # for each open bracket, what adds a level since the last comma
    most = [0]  # for each open bracket, the most links between two commas
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "open":
            links.append(0)
            most.append(0)
        elif kind == "close" and len(links) > 1:
            inside = max(links.pop(), most.pop())
            links[-1] += inside + 1
        elif kind == "comma" or (kind == "line" and len(links) == 1):
            most[-1] = max(most[-1], links[-1])
            links[-1] = 0
        elif kind == "link":
            links[-1] += 1
        elif kind == "string" and _FORMATTED.search(text, max(token.start() - 2, 0), token.start()):
            links[-1] += len(_LINKS.findall(token[0]))
        depth = _brackets(token[0]) if kind == "string" else len(links) - 1
        if depth > MAX_NESTING or links[-1] > MAX_LEVELS:
            raise _too_deep_at(text, token.start())


def _brackets(string: str) -> int:
    """The deepest nesting of brackets in a string: it may be an f-string, or, where quotes nest, no string at all."""
    depth = deepest = 0
    for character in string:
        if character in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]}" and depth:
            depth -= 1
    return deepest


def _too_deep_at(text: str, offset: int) -> RefusalError:
    return too_deep(text.count("\n", 0, offset) + 1)
