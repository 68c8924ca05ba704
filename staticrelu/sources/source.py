"""One source: where it stands, its bytes, its text."""

from __future__ import annotations

import codecs
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from staticrelu import limits
from staticrelu.problem import Problem, ProblemKind
from staticrelu.regular import read_regular

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


class SourceFile(NamedTuple):
    """A file that can be fetched: ``path`` is what the report calls it, ``location`` what the system calls it."""

    path: str
    location: str


class Content(NamedTuple):
    """The bytes of a source, not yet decoded. Without an ``encoding`` the bytes themselves say which one they have."""

    path: str
    data: bytes
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one Python program. Line ends are those of the file; a byte order mark is gone."""

    path: str
    text: str


def read(item: SourceFile | Content) -> Source | Problem:
    """Fetch and decode in one step."""
    content = fetch(item)
    return content if isinstance(content, Problem) else decode(content)


def fetch(item: SourceFile | Content) -> Content | Problem:
    """Get the bytes of a source; never blocks, and never holds more than the size limit.

    Gives a problem of kind ``unreadable`` where there is no regular file that may be read, and ``too-large``.
    """
    if isinstance(item, Content):
        content = item
    else:
        try:
            content = Content(item.path, read_regular(item.location, limits.MAX_FILE_BYTES + 1))
        except OSError as error:
            return _problem(item.path, "unreadable", error.strerror or str(error))
    if len(content.data) > limits.MAX_FILE_BYTES:
        return _problem(item.path, "too-large", f"more than {limits.MAX_FILE_BYTES:,} bytes; not read")
    return content


def decode(content: Content) -> Source | Problem:
    """Make text of bytes, as PEP 263 says: byte order mark, then a coding comment, else UTF-8.

    Gives a problem of kind ``encoding`` for an unknown encoding, bytes that do not fit it, and binary files.
    """
    zero = content.data.find(b"\0")
    if zero >= 0:
        message = "a NUL byte; this is a binary file, or text in UTF-16 or UTF-32"
        return _problem(content.path, "encoding", message, _position(content.data, zero, "latin-1"))
    try:
        encoding = content.encoding or _declared(content.data)
        text = content.data.decode(encoding)
        text.encode()  # some codecs give lone surrogates, which no report could hold
    except UnicodeDecodeError as error:
        message = f"byte 0x{error.object[error.start]:02x} does not fit the encoding {error.encoding}"
        position = _position(error.object, error.start, error.encoding)
        return _problem(content.path, "encoding", message, position)
    except (LookupError, SyntaxError, UnicodeError):
        line, name = _cookie(content.data)
        return _problem(content.path, "encoding", f"unknown or unfit encoding: {name}", (line, 1))
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


def _problem(path: str, kind: ProblemKind, message: str, position: tuple[int, int] = (1, 1)) -> Problem:
    return Problem(path, *position, kind, message)
