"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what is printed now into the pages, to be reviewed")
    parser.addoption(
        "--programs", type=int, metavar="N", help="judge so many new generated programs, not the usual ones"
    )
