"""Options of the test run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from staticrelu import catalog

_catalog = cache(catalog.load)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a test runs keeps its trees and facts away from those of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STATICRELU_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def one_catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped catalog is read once, and not by each scan of a few lines."""
    monkeypatch.setattr(catalog, "load", _catalog)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what is printed now into the pages, to be reviewed")
    parser.addoption(
        "--programs", type=int, metavar="N", help="judge so many new generated programs, not the usual ones"
    )
    parser.addoption("--kills", type=int, metavar="N", help="kill so many runs at new moments, not at the usual ones")
    parser.addoption("--tree", metavar="FOLDER", help="try the tests that know it on this folder")
    parser.addoption(
        "--inputs", type=int, metavar="N", help="try so many new inputs in each fuzz test, not the usual ones"
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real browser without a window: the system's Chromium, or the one that ``playwright install chromium`` fetches."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed: see .ci/run")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next(filter(None, map(shutil.which, names)), None)
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()
