"""The names of methods that a program calls on objects, told from its bare text.

A file that names no model may be handed one and call ``model.sample()``: it is not parsed for that. What the object itself
calls (``self``, ``cls``, ``super()``) does not count, and strings and comments call nothing; formatted strings may.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from staticrelu.project.relevance import Relevance
    from staticrelu.scan.contents import Contents

_STRING = (
    rb'(?:"""(?:[^"\\]|\\.|"(?!""))*"""'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    rb'|"(?:[^"\\\n]|\\.)*"'
    rb"|'(?:[^'\\\n]|\\.)*')"
)
_OWN = rb"\b(?:super\([^()]*\)|self|cls)\s*\.\s*\w+"
_CALLED = rb"\.\s*([\w\x80-\xff]+)\s*\("
_CODE = re.compile(
    rb"#[^\n]*|(\b(?:[fF][rR]?|[rR][fF])" + _STRING + rb")|" + _STRING + rb"|" + _OWN + rb"|" + _CALLED, re.DOTALL
)
_FORMATTED = re.compile(_OWN + rb"|" + _CALLED)


def called(text: bytes) -> frozenset[str]:
    """The names that stand behind a dot and before a parenthesis."""
    found: set[bytes] = set()
    for formatted, name in _CODE.findall(text):
        found.update(_FORMATTED.findall(formatted) if formatted else (name,))
    return frozenset(name.decode("utf-8", "replace") for name in found if name)


def called_from_outside(relevance: Relevance, contents: Contents) -> frozenset[str]:
    """The names of methods that scanned code calls on objects; without a model it does not matter which."""
    if not relevance.definitions:
        return frozenset()
    unread = (path for path in contents.paths if path not in relevance.read)
    return frozenset(relevance.outside.union(*map(contents.called, unread)))
