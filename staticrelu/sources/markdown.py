"""The Python blocks of a Markdown page as one program, with the lines of the page."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from staticrelu.place import Layout, Origin
from staticrelu.problem import Problem
from staticrelu.sources.source import Content, decode

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_LANGUAGES = {"python", "py", "python3"}
_FENCE = re.compile(rb"(?:```|~~~)[ \t]*\{?\.?py", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")


def program(content: Content) -> Content | Problem:
    """The page's fenced blocks of Python, all else blank. What is no text gives a problem of kind ``encoding``."""
    if not _FENCE.search(content.data):
        return Content(content.path, b"", "utf-8")
    source = decode(content._replace(encoding="utf-8-sig"))
    if isinstance(source, Problem):
        return source
    page = _LINE_END.split(source.text)
    lines = [""] * len(page)
    indents = [0] * len(page)
    pieces = []
    for token in _parser().parse(source.text):
        # An empty block has no line, not even an empty one where the page ends with its fence.
        if token.type == "fence" and token.map and token.content and _language(token.info) in _LANGUAGES:
            inside = token.content.removesuffix("\n").split("\n")
            first = token.map[0] + 1  # the line behind the fence, from 0
            for number, line in enumerate(inside, first):
                lines[number] = line
                indents[number] = len(page[number]) - len(line) if page[number].endswith(line) else 0
            pieces.append((first + 1, first + len(inside) + 1))
    origins = tuple(Origin(number, number, indent=indent) for number, indent in enumerate(indents, 1))
    return Content(content.path, "\n".join(lines).encode(), "utf-8", Layout(origins, tuple(pieces)))


@cache
def _parser() -> MarkdownIt:
    """Blocks only: what stands in the lines of a paragraph is of no interest."""
    from markdown_it import MarkdownIt  # not before there is a page with a program

    return MarkdownIt("commonmark").disable("inline")


def _language(info: str) -> str:
    """The first word behind the fence, which tools also write as ``{python}`` or ``{.python}``."""
    words = info.replace("{", " ").replace("}", " ").replace(",", " ").split()
    return words[0].lstrip(".").lower() if words else ""
