"""One source: its bytes, its text."""

from __future__ import annotations

import codecs
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from staticrelu.place import WHOLE_FILE, Layout
from staticrelu.problem import Problem, ProblemKind

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


class Content(NamedTuple):
    """The bytes of a program, not yet decoded. Without an ``encoding`` the bytes themselves say which one they have.

    ``layout`` tells how it was cut out of its file.
    """

    path: str
    data: bytes
    encoding: str | None = None
    layout: Layout = WHOLE_FILE


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one Python program. Line ends are those of the file; a byte order mark is gone."""

    path: str
    text: str


def decode(content: Content) -> Source | Problem:
    """Make text of bytes, as PEP 263 says: byte order mark, then a coding comment, else UTF-8.

    Gives a problem of kind ``encoding`` for an unknown encoding, bytes that do not fit it, and binary files.
    """
    zero = content.data.find(b"\0")
    if zero >= 0:
        message = "a NUL byte; this is a binary file, or text in UTF-16 or UTF-32"
        return problem(content.path, "encoding", message, _position(content.data, zero, "latin-1"))
    try:
        encoding = content.encoding or _declared(content.data)
        text = content.data.decode(encoding)
        text.encode()  # some codecs give lone surrogates, which no report could hold
    except UnicodeDecodeError as error:
        message = f"byte 0x{error.object[error.start]:02x} does not fit the encoding {error.encoding}"
        position = _position(error.object, error.start, error.encoding)
        return problem(content.path, "encoding", message, position)
    except (LookupError, SyntaxError, UnicodeError):
        line, name = _cookie(content.data)
        return problem(content.path, "encoding", f"unknown or unfit encoding: {name}", (line, 1))
    return Source(content.path, text)


def _declared(data: bytes) -> str:
    """The encoding that the bytes declare. Raises SyntaxError (unknown) and UnicodeDecodeError (not UTF-8)."""
    lines = _lines(data)
    try:
        return tokenize.detect_encoding(lambda: next(lines, b""))[0]
    except SyntaxError:
        if _cookie(data)[1].lower() in ("", "utf-8", "utf8", "utf_8"):
            data.decode("utf-8")  # says which byte it was
        raise


def _cookie(data: bytes) -> tuple[int, str]:
    """The line of the coding comment and the encoding it names; line 1 and an empty name where there is none."""
    lines = _lines(data.removeprefix(codecs.BOM_UTF8))
    for number in (1, 2):
        match = _COOKIE.match(next(lines, b""))
        if match:
            return number, match.group(1).decode("ascii", "backslashreplace")
    return 1, ""


def _lines(data: bytes) -> Iterator[bytes]:
    """The lines of a file, with their ends; a lone carriage return ends a line too."""
    return (match.group() for match in _LINE.finditer(data) if match.group())


def _position(data: bytes, offset: int, encoding: str) -> tuple[int, int]:
    """Line and column (from 1, in characters) of a byte offset."""
    lines = _LINE_END.split(data[:offset])
    return len(lines), len(lines[-1].decode(encoding, "replace")) + 1


def problem(path: str, kind: ProblemKind, message: str, position: tuple[int, int] = (1, 1)) -> Problem:
    """What is wrong with a source as a whole, or at a line and column."""
    return Problem(path, *position, kind, message)
