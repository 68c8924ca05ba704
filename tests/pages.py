"""Pages: Markdown that shows programs and what comes of them, kept true by tests.

A page holds fenced blocks. A test makes the text of a block anew from the program on the page; with ``--rewrite`` it is
written into the page instead of compared, and the difference is what gets reviewed.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest


def blocks(page: Path, language: str) -> list[str]:
    """The texts of the page's fenced blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def agrees(page: Path, language: str, texts: list[str], config: pytest.Config) -> None:
    """Check that the blocks of a language are these texts; with ``--rewrite``, make them so."""
    if config.getoption("--rewrite"):
        fresh = iter(texts)
        pattern = re.compile(rf"(?<=^```{language}\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
        page.write_text(pattern.sub(lambda _: next(fresh), page.read_text("utf-8")), "utf-8")
    assert blocks(page, language) == texts
