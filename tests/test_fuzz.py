"""Whatever is read, there is an answer: no traceback, no internal error, no hang, and a report that can be written."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

import pytest
from hypothesis import strategies as st

from checked import RULES
from fuzz import readers
from fuzz.files import baselines, configurations, yaml_files
from fuzz.programs import commented, damaged, grafted, seeds, seeds_of
from fuzz.running import USUAL, fuzz
from staticrelu.cache import DiskCache
from staticrelu.checks.gather import gather
from staticrelu.checks.suppress import silence
from staticrelu.report import json as json_report
from staticrelu.report import text as text_report
from staticrelu.report.findings import Result, concise, github, gitlab, junit, markdown, rdjson, sarif, text
from staticrelu.report.findings import json as json_findings
from staticrelu.report.v1 import Report
from staticrelu.scan import Options, check_sources, scan_sources
from staticrelu.sources import Content

_RENDERERS = (concise, github, gitlab, junit, markdown, rdjson, sarif, text, json_findings)


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
    """With ``--tree=FOLDER`` the programs of a folder of your own."""
    folder = request.config.getoption("--tree")
    fuzz(request, damaged(seeds_of(folder) if folder else seeds()), answered)


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


def test_a_program_that_is_cut_off_has_an_answer(request: pytest.FixtureRequest) -> None:
    """In an ordinary run at some bytes of all cases; at as many more as are asked for, up to every byte."""
    every = [(seed, size) for seed in map(str.encode, seeds()) for size in range(len(seed))]
    count = request.config.getoption("--inputs") or USUAL
    for seed, size in random.Random(count).sample(every, min(count, len(every))):
        answered(seed[:size])


def test_comments_that_may_silence_have_an_answer(request: pytest.FixtureRequest) -> None:
    fuzz(request, commented(), answered)


# --- other files ------------------------------------------------------------------------------------------------------


def test_configurations_are_used_or_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    fuzz(request, configurations, partial(readers.configuration, tmp_path))


def test_catalogs_are_used_or_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    fuzz(request, yaml_files("catalog"), partial(readers.catalog, tmp_path))


def test_rules_are_used_or_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    fuzz(request, yaml_files("checks"), partial(readers.rules, tmp_path))


def test_baselines_are_used_or_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    fuzz(request, baselines, partial(readers.accepted, tmp_path))


@pytest.mark.parametrize("reader", readers.READERS.values(), ids=readers.READERS)
def test_any_bytes_are_used_or_refused(reader: readers.Reader, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    fuzz(request, st.binary(max_size=60), partial(reader, tmp_path))


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
