"""Getting the bytes of a program: a file as it is, or what is cut out of a notebook or a page."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from staticrelu import limits
from staticrelu.problem import Problem
from staticrelu.regular import read_regular
from staticrelu.sources.source import Content, Source, decode, problem


class SourceFile(NamedTuple):
    """A file that can be fetched: ``path`` is what the report calls it, ``location`` what the system calls it.

    ``is_named`` tells one that somebody asked for from one that was met in a folder.
    """

    path: str
    location: str
    is_named: bool = False


class Kind(NamedTuple):
    """How files of one kind become programs, and how large they may be: what surrounds the program counts little."""

    cut_out: Callable[[Content], Content | Problem]
    most_bytes: int


def _of_notebook(content: Content) -> Content | Problem:
    from staticrelu.sources import notebook  # most trees hold none, and none of them should wait for what reads it

    return notebook.program(content)


def _of_page(content: Content) -> Content | Problem:
    from staticrelu.sources import markdown

    return markdown.program(content)


KINDS = {
    ".py": Kind(lambda content: content, limits.MAX_FILE_BYTES),
    ".ipynb": Kind(_of_notebook, limits.MAX_NOTEBOOK_BYTES),
    ".md": Kind(_of_page, limits.MAX_FILE_BYTES),
}
"""By the end of their names; whatever else is named is read as Python."""


def read(item: SourceFile | Content) -> Source | Problem:
    """Fetch and decode in one step."""
    content = fetch(item)
    return content if isinstance(content, Problem) else decode(content)


def fetch(item: SourceFile | Content) -> Content | Problem:
    """Get the bytes of a program; never blocks, and never holds more than the size limit.

    Gives a problem of kind ``unreadable`` where there is no regular file that may be read, and ``too-large``; of kind
    ``syntax`` or ``encoding`` for a notebook that is none.
    """
    kind = KINDS.get(os.path.splitext(item.path)[1], KINDS[".py"])
    content = item if isinstance(item, Content) else _contents(item, kind.most_bytes + 1)
    if isinstance(content, Problem):
        return content
    if len(content.data) > kind.most_bytes:
        return problem(item.path, "too-large", f"more than {kind.most_bytes:,} bytes; not read")
    made = kind.cut_out(content)
    if isinstance(made, Content) and len(made.data) > limits.MAX_FILE_BYTES:
        return problem(item.path, "too-large", f"a program of more than {limits.MAX_FILE_BYTES:,} bytes; not read")
    return made


def _contents(item: SourceFile, most: int) -> Content | Problem:
    try:
        return Content(item.path, read_regular(item.location, most))
    except OSError as error:
        return problem(item.path, "unreadable", error.strerror or str(error))
