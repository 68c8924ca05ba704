"""What is told of a program from its bare text, where making its tree would take longer than it is worth.

Strings and comments are told from the rest; a string that does not end goes on to the end of its line or of the text, so
that nothing is looked at twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from staticrelu.project.relevance import Relevance
    from staticrelu.scan.contents import Contents

_STRING = (
    rb'(?:"""(?:[^"\\]|\\.|"(?!""))*(?:""")?'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*(?:''')?"
    rb'|"(?:[^"\\\n]|\\.)*"?'
    rb"|'(?:[^'\\\n]|\\.)*'?)"
)
_TOKEN = rb"(#[^\r\n]*)|(\b(?:[fFtT][rR]?|[rR][fFtT])" + _STRING + rb")|" + _STRING
_OWN = rb"\b(?:super\([^()]*\)|self|cls)\s*\.\s*\w+"
_CALLED = rb"\.\s*([\w\x80-\xff]+)\s*\("

_TOKENS = re.compile(_TOKEN, re.DOTALL)
_CODE = re.compile(_TOKEN + rb"|" + _OWN + rb"|" + _CALLED, re.DOTALL)
_DECORATOR = re.compile(rb"@[ \t]*([\w\x80-\xff]+)(?:\.([\w\x80-\xff]+))?")
_FORMATTED = re.compile(_OWN + rb"|" + _CALLED)


def called(text: bytes) -> frozenset[str]:
    """The names that stand behind a dot and before a parenthesis: of methods that a program calls on objects.

    What an object itself calls (``self``, ``cls``, ``super()``) does not count. Strings and comments call nothing;
    formatted strings may.
    """
    found: set[bytes] = set()
    for _, formatted, name in _CODE.findall(text):
        found.update(_FORMATTED.findall(formatted) if formatted else (name,))
    return frozenset(name.decode("utf-8", "replace") for name in found if name)


def called_from_outside(relevance: Relevance, contents: Contents) -> frozenset[str]:
    """The names of methods that scanned code calls on objects; without a model it does not matter which.

    A file that names no model may be handed one and call ``model.sample()``: it is not parsed for that.
    """
    if not relevance.definitions:
        return frozenset()
    unread = (path for path in contents.paths if path not in relevance.read)
    return frozenset(relevance.outside.union(*map(contents.called, unread)))


def decorators(text: bytes) -> frozenset[str]:
    """The first two names of each decorator: it may be one itself, or a member of a module."""
    found = (match.groups() for match in _DECORATOR.finditer(text) if _begins_line(text, match.start()))
    return frozenset(name.decode("utf-8", "replace") for names in found for name in names if name)


def _begins_line(text: bytes, position: int) -> bool:
    while position and text[position - 1] in b" \t\f":
        position -= 1
    return position == 0 or text[position - 1] in b"\r\n"


def without_comments(text: bytes) -> bytes:
    """The text of a program without its comments and without what is blank at its end: all else stays where it is.

    A text in which a string may stand inside another one, between the braces of a formatted string, is left as it is; and
    one that would end where its last line goes on.
    """
    is_clear = True

    def kept(token: re.Match[bytes]) -> bytes:
        nonlocal is_clear
        found, comment, formatted = token[0], token[1], token[2]
        is_clear &= not formatted or found.count(b"{") == found.count(b"}")
        return found if comment is None else b""

    bare = _TOKENS.sub(kept, text).rstrip()
    return bare if is_clear and not bare.endswith(b"\\") else text
