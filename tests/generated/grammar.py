"""Whole programs: all productions together, and the strategy that Hypothesis draws from."""

from __future__ import annotations

from hypothesis import strategies as st

from generated import callables, expressions, statements  # noqa: F401 - each registers its productions
from generated.classes import model
from generated.programs import Program
from generated.writer import F_IMPORTS, NN_IMPORTS, SEQ, Drafts, Draw, File


@st.composite
def programs(draw: Draw) -> Program:
    """A program: one main model in ``main.py``, made of others there and in further files."""
    drafts = Drafts(draw)
    folder = draw(st.sampled_from(["", "pkg/"]))
    for name in ("main.py", f"{folder}parts.py", f"{folder}deep.py"):
        nn, f = (draw(st.sampled_from(list(names))) for names in (NN_IMPORTS, F_IMPORTS))
        drafts.files.append(File(name, nn, f))
    model(drafts, drafts.files[0], SEQ, is_main=True)
    return drafts.program()
