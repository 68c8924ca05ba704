"""Whatever is scanned, there is an answer: no traceback, no internal error, no hang, and a report that can be written."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checked import RULES
from fuzz.programs import damaged, grafted
from staticrelu import catalog
from staticrelu.checks.gather import gather
from staticrelu.checks.suppress import silence
from staticrelu.report import json as json_report
from staticrelu.report import text as text_report
from staticrelu.report.findings import Result, concise, github, gitlab, junit, markdown, rdjson, sarif, text
from staticrelu.report.findings import json as json_findings
from staticrelu.scan import Options, check_sources
from staticrelu.sources import Content

USUAL = 40
"""Inputs of an ordinary run, which are always the same."""
PATIENCE = 90
"""Seconds after which a program that is no longer than a page counts as one that hangs."""
_RENDERERS = (concise, github, gitlab, junit, markdown, rdjson, sarif, text, json_findings)

_catalog = cache(catalog.load)


def fuzz(request: pytest.FixtureRequest, inputs: st.SearchStrategy[bytes], test: Callable[[bytes], None]) -> None:
    """Try the usual inputs, or as many new ones as were asked for."""
    wanted = request.config.getoption("--inputs")
    how = settings(
        max_examples=wanted or USUAL,
        derandomize=wanted is None,
        phases=[Phase.generate, Phase.shrink],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    with patch.object(catalog, "load", _catalog):
        how(given(inputs)(test))()


@contextmanager
def limit() -> Iterator[None]:
    def late(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"no answer after {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def answered(data: bytes) -> None:
    """A program is checked by all rules, and what was found can be written in every format."""
    with limit():
        done = check_sources([Content("model.py", data)], (), None, Options(rules=RULES))
        findings = gather(done.answers, done.line, done.text)
        findings = silence(findings, RULES, RULES, ["model.py"], done.source)
        result = Result(findings, (), done.report.errors, RULES, 1)
        texts = [module.render(result) for module in _RENDERERS]
        texts += [json_report.render(done.report), text_report.render(done.report)]
        for shown in texts:
            shown.encode()
    wrong = [error for error in done.report.errors if "internal error" in error.message]
    assert not wrong, wrong


def test_damaged_programs_have_an_answer(request: pytest.FixtureRequest) -> None:
    fuzz(request, damaged(), answered)


def test_grafted_programs_have_an_answer(request: pytest.FixtureRequest) -> None:
    fuzz(request, grafted(), answered)
