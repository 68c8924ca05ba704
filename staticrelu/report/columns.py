"""Columns in other units. Ours count characters from 1; other programs count UTF-16 code units or UTF-8 bytes.

This is the one place that converts them; everything takes the text of the line, without its end.
"""

from __future__ import annotations


def to_utf16(source: str, column: int) -> int:
    """The column in UTF-16 code units, from 1: what editors and the language server protocol count."""
    return len(source[: column - 1].encode("utf-16-le")) // 2 + 1


def to_utf8(source: str, column: int) -> int:
    """The column in bytes of UTF-8, from 1."""
    return len(source[: column - 1].encode()) + 1


def from_utf16(source: str, column: int) -> int:
    """The column in characters of one in UTF-16 code units; within a character, that character's."""
    return len(source.encode("utf-16-le")[: 2 * (column - 1)].decode("utf-16-le", "ignore")) + 1


def from_utf8(source: str, column: int) -> int:
    """The column in characters of one in bytes of UTF-8; within a character, that character's."""
    return len(source.encode()[: column - 1].decode("utf-8", "ignore")) + 1
