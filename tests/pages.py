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
    return [block[2] for block in _block(language).finditer(page.read_text("utf-8"))]


def agrees(page: Path, language: str, texts: list[str], config: pytest.Config) -> None:
    """Check that the blocks of a language are these texts; with ``--rewrite``, make them so."""
    if config.getoption("--rewrite"):
        fresh = iter(texts)
        text = _block(language).sub(lambda block: f"{block[1]}{next(fresh)}{block[3]}", page.read_text("utf-8"))
        page.write_text(text, "utf-8")
    assert blocks(page, language) == texts


def _block(language: str) -> re.Pattern[str]:
    return re.compile(rf"(^```{language}\n)(.*?)(^```$)", re.MULTILINE | re.DOTALL)
