"""The analyser agrees with PyTorch on programs that nobody wrote."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given

from staticrelu import catalog
from staticrelu.report.v1 import Report
from staticrelu.scan import scan_sources
from staticrelu.sources import Content

if sys.version_info < (3, 11):
    pytest.skip("the judge needs Python 3.11, whose frames know their columns", allow_module_level=True)
if importlib.util.find_spec("torch") is None:
    pytest.skip("the judge needs PyTorch: install the test extra `judge`", allow_module_level=True)

from drawn import how_many
from generated.grammar import programs
from generated.programs import Program
from generated.truth import as_case, disagreements, truth

USUAL = 150
"""Programs of an ordinary run, which are always the same."""

_catalog = cache(catalog.load)


@pytest.mark.filterwarnings("ignore")
def test_pytorch_and_the_analyser_agree(request: pytest.FixtureRequest) -> None:
    how_many(request, "--programs", USUAL)(given(programs())(_agree))()


def _agree(program: Program) -> None:
    problems, text = judge(program)
    assert not problems, "\n".join(["PyTorch and the analyser disagree:", *problems, "", text])


def judge(program: Program) -> tuple[list[str], str]:
    """What is wrong, and the program as a case."""
    with tempfile.TemporaryDirectory() as folder:
        shown = truth(program, Path(folder))
    return disagreements(shown, _scan(program)), as_case(program, shown)


def _scan(program: Program) -> Report:
    """The report; the catalog, which takes longer than a program, is loaded but once."""
    with patch.object(catalog, "load", _catalog):
        return scan_sources([Content(name, text.encode(), "utf-8") for name, text in program.files.items()])
