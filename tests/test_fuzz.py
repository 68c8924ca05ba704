"""Whatever is read, there is an answer: no traceback, no internal error, no hang, and a report that can be written."""

from __future__ import annotations

import contextlib
from pathlib import Path
from unittest.mock import patch

import pytest
import typer
from hypothesis import strategies as st

from checked import RULES
from fuzz.files import baselines, configurations, yaml_files
from fuzz.programs import commented, damaged, grafted, seeds
from fuzz.running import fuzz
from stages import CATALOG
from staticrelu import checks, config
from staticrelu.cache import Cache, DiskCache
from staticrelu.catalog import CatalogError, loader
from staticrelu.checks import baseline
from staticrelu.checks.gather import gather
from staticrelu.checks.suppress import silence
from staticrelu.cli import options
from staticrelu.cli.run import Run, Wanted
from staticrelu.report import json as json_report
from staticrelu.report import text as text_report
from staticrelu.report.findings import Result, concise, github, gitlab, junit, markdown, rdjson, sarif, text
from staticrelu.report.findings import json as json_findings
from staticrelu.report.v1 import Report
from staticrelu.scan import Options, check_sources, scan_sources
from staticrelu.sources import Content

_RENDERERS = (concise, github, gitlab, junit, markdown, rdjson, sarif, text, json_findings)
_NOTHING_ASKED = Wanted([], None, [], [], [], None, [], [], False, None, False, None, 1)


# --- programs ---------------------------------------------------------------------------------------------------------


def answered(data: bytes) -> None:
    """A program is checked by all rules, and what was found can be written in every format."""
    contents = [Content("model.py", data)]
    done = check_sources(contents, (), None, Options(rules=RULES))
    findings = gather(done.answers, done.line, done.text)
    findings = silence(findings, RULES, RULES, ["model.py"], done.source)
    result = Result(findings, (), done.errors, RULES, 1)
    texts = [module.render(result) for module in _RENDERERS]
    report = scan_sources(contents)
    texts += [json_report.render(report), text_report.render(report)]
    for shown in texts:
        shown.encode()
    wrong = [error for error in done.errors if "internal error" in error.message]
    assert not wrong, wrong


def test_damaged_programs_have_an_answer(request: pytest.FixtureRequest) -> None:
    fuzz(request, damaged(), answered)


def test_a_method_that_is_called_on_nothing_has_an_answer() -> None:
    lines = (
        "import torch",
        "from torch import nn",
        "def main(x):",
        "    list(nn.Module.parameters())",
        "    nn.LSTM(3, 3)(x)",
        "",
    )
    answered("\n".join(lines).encode())


def test_grafted_programs_have_an_answer(request: pytest.FixtureRequest) -> None:
    fuzz(request, grafted(), answered)


def test_comments_that_may_silence_have_an_answer(request: pytest.FixtureRequest) -> None:
    fuzz(request, commented(), answered)


# --- other files ------------------------------------------------------------------------------------------------------


def test_configurations_are_used_or_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "staticrelu.toml"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        with contextlib.suppress(typer.Exit), options.usage():
            known = options.Knowledge(config.find(tmp_path), RULES)
            options.configured_patterns(known.config, "exclude", known.config.settings.exclude)
            Run(_NOTHING_ASKED, known, Cache())

    fuzz(request, configurations, read)


def test_catalogs_are_used_or_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        with contextlib.suppress(CatalogError):
            loader.load()

    with patch.object(loader, "rules_folder", lambda part: tmp_path):  # the shipped files take longer than the odd one
        fuzz(request, yaml_files("catalog"), read)


def test_rules_are_used_or_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        with contextlib.suppress(CatalogError):
            checks.load(CATALOG, [path])

    fuzz(request, yaml_files("checks"), read)


def test_baselines_are_used_or_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        with contextlib.suppress(baseline.BaselineError):
            baseline.apply([], baseline.read(path))

    fuzz(request, baselines, read)


def test_damaged_caches_never_change_a_report(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    program = Content("model.py", seeds()[0].encode())

    def scan() -> Report:
        cache = DiskCache(tmp_path)
        try:
            return scan_sources([program], (), None, Options(cache=cache))
        finally:
            cache.close()

    expected = scan()
    file = tmp_path / "cache.sqlite3"
    good = file.read_bytes()

    def damage(wounds: list[tuple[int, bytes]]) -> None:
        data = bytearray(good)
        for at, new in wounds:
            data[at : at + len(new)] = new
        file.write_bytes(data)
        assert scan() == expected

    wounds = st.tuples(st.integers(0, len(good)), st.binary(min_size=1, max_size=40))
    fuzz(request, st.lists(wounds, min_size=1, max_size=5), damage)
