"""The code cells of a Jupyter notebook as one program. Only what a cell says is read, whatever else the file holds.

The library of the format would validate the whole file, its outputs included; here each cell is cut out of the JSON
text where it stands, which also tells the line in the file.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from staticrelu.place import Layout, Origin
from staticrelu.problem import Problem
from staticrelu.sources.magics import set_aside
from staticrelu.sources.source import Content, problem

_SURROGATES = re.compile(rb"\\\\|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u[dD][89a-fA-F]..", re.DOTALL)


class NotANotebookError(ValueError):
    """A JSON file that is no notebook; its text is the message for the user."""


class _Language(msgspec.Struct):
    name: str = ""
    language: str = ""


class _Metadata(msgspec.Struct):
    language_info: _Language = msgspec.field(default_factory=_Language)
    kernelspec: _Language = msgspec.field(default_factory=_Language)


class _Text(NamedTuple):
    """A piece of JSON text, and how many bytes of the file stand before it."""

    data: bytes
    start: int


def program(content: Content) -> Content | Problem:
    """The code cells in their order, one behind the other; of a notebook in another language, none.

    Gives a problem of kind ``syntax`` for what is no notebook (formats 3 and 4 are read), and ``encoding``.
    """
    try:
        return _program(content)
    except UnicodeDecodeError as error:
        return problem(content.path, "encoding", f"byte 0x{error.object[error.start]:02x} does not fit UTF-8")
    except (msgspec.DecodeError, NotANotebookError, RecursionError) as error:
        return _no_notebook(content, str(error))


def _program(content: Content) -> Content:
    notebook = _members(_Text(_SURROGATES.sub(_whole, content.data), 0))
    ends = [match.start() for match in re.finditer(b"\n", content.data)]
    lines: list[str] = []
    origins: list[Origin] = []
    pieces = []
    for number, cell in enumerate(_cells(notebook), 1):
        texts = _code(cell)
        if texts is None or not _is_python(notebook):
            continue
        first = len(lines) + 1
        fresh = set_aside(_joined(texts)).split("\n")
        at = _line_starts(texts, cell.start)
        origins += [Origin(n, bisect_right(ends, start) + 1, number) for n, start in enumerate(at, 1)]
        lines += fresh
        pieces.append((first, len(lines) + 1))
    data = "\n".join(lines).encode()
    return Content(content.path, data, "utf-8", Layout(tuple(origins), tuple(pieces)))


def _whole(match: re.Match[bytes]) -> bytes:
    """JSON can say half a surrogate pair, as cut off outputs do: that is no text, and stands as a mark of as many bytes."""
    return b"\\ufffd" if len(match[0]) == 6 else match[0]


def _cells(notebook: dict[str, _Text]) -> Iterator[_Text]:
    """The cells of format 4; those of all worksheets of the older formats."""
    if "cells" in notebook:
        yield from _elements(notebook["cells"])
    elif "worksheets" in notebook:
        for sheet in _elements(notebook["worksheets"]):
            yield from _elements(_members(sheet).get("cells", _Text(b"[]", 0)))
    else:
        raise NotANotebookError("expected a notebook: a JSON object with `cells`")


def _is_python(notebook: dict[str, _Text]) -> bool:
    """Whether the notebook is in Python; one that does not say is."""
    try:
        metadata = msgspec.json.decode(notebook["metadata"].data, type=_Metadata)
    except (KeyError, msgspec.ValidationError):
        return True
    language = metadata.language_info.name or metadata.kernelspec.language or "python"
    return language.lower().startswith(("python", "ipython"))


def _code(cell: _Text) -> list[_Text] | None:
    """What a code cell says, in the pieces in which it is written down; None for another cell."""
    members = _members(cell)
    if "cell_type" not in members or json.loads(members["cell_type"].data) != "code":
        return None
    source = members.get("source") or members.get("input") or _Text(b'""', cell.start)  # format 3 called it input
    return list(_elements(source)) if source.data.startswith(b"[") else [source]


def _joined(texts: Iterable[_Text]) -> str:
    """What the pieces say together; one that is no text says nothing."""
    said = (json.loads(text.data) for text in texts)
    return "".join(x for x in said if isinstance(x, str)).replace("\r\n", "\n").replace("\r", "\n")


def _line_starts(texts: Iterable[_Text], otherwise: int) -> list[int]:
    """For each line that the pieces make together, where the piece stands in which it begins."""
    starts: list[int] = []
    begins, last = True, otherwise
    for text in texts:
        last = text.start
        *ended, rest = _joined([text]).split("\n")
        for _ in ended:
            starts += [last] if begins else []
            begins = True
        if begins and rest:
            starts.append(last)
            begins = False
    return [*starts, last] if begins else starts


def _members(text: _Text) -> dict[str, _Text]:
    found = msgspec.json.decode(text.data, type=dict[str, msgspec.Raw])
    return dict(zip(found, _located(found.values(), text), strict=True))


def _elements(text: _Text) -> Iterator[_Text]:
    return _located(msgspec.json.decode(text.data, type=list[msgspec.Raw]), text)


def _located(parts: Iterable[msgspec.Raw], outer: _Text) -> Iterator[_Text]:
    """The parts of an object or array, in their order, with their places: nothing but white space and keys is between."""
    end = 1
    for part in parts:
        data = bytes(part)
        start = outer.data.find(data, end)
        yield _Text(data, outer.start + start)
        end = start + len(data)


def _no_notebook(content: Content, message: str) -> Problem:
    """What is wrong, in the words and with the place of Python's own reader where that finds fault with it."""
    try:
        json.loads(content.data)
    except json.JSONDecodeError as error:
        return problem(content.path, "syntax", f"no notebook: {error.msg}", (error.lineno, error.colno))
    except (ValueError, RecursionError):
        pass
    return problem(content.path, "syntax", f"no notebook: {message}")
