"""How the fuzz tests run: the usual inputs, always the same, or as many new ones as ``--inputs`` asks for."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import TypeVar
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawn import how_many
from staticrelu import catalog

T = TypeVar("T")
USUAL = 40
"""Inputs of an ordinary run."""
PATIENCE = 90
"""Seconds after which what answers within one counts as hanging, also on a machine that has much else to do."""

_catalog = cache(catalog.load)


def fuzz(request: pytest.FixtureRequest, inputs: st.SearchStrategy[T], test: Callable[[T], None]) -> None:
    """Try the inputs; the first that makes the test fail, or takes too long, is shrunk and shown."""
    how = how_many(request, "--inputs", USUAL)

    def limited(value: T) -> None:
        with _limit():
            test(value)

    with patch.object(catalog, "load", _catalog):
        how(given(inputs)(limited))()


@contextmanager
def _limit() -> Iterator[None]:
    def late(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"no answer after {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
