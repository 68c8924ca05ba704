"""Many files, several processes, and what is kept from run to run: the report is the same, whatever the way to it."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import platform
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from processes import ROOT, living
from staticrelu import cache, limits
from staticrelu.cache import Cache, CacheError, DiskCache
from staticrelu.report.json import render
from staticrelu.scan import Options, analysis, parts, scan_part, scan_sources, tracer
from staticrelu.scan.bare import called, without_comments
from staticrelu.sources import Content

BASE = """\
import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, size=4):
        super().__init__()
        self.rnn = nn.GRU(size, size)

    def forward(self, x):
        return self.rnn(x)[0]
"""
HEAD = """\
import torch
from torch import nn
from acts import squash
from base import Encoder


class Model(nn.Module):
    def __init__(self, kind="a"):
        super().__init__()
        self.encoder = Encoder()
        self.kind = kind

    def forward(self, x):
        return squash(self.encoder(x))

    def sample(self, x):
        return torch.tanh(self.encoder(x))
"""
ACTS = "import torch\n\n\ndef squash(x):\n    return torch.relu(x)\n"
USE = 'from head import Model\n\nmodel = Model("b")\nmodel.sample(3)\n'
OTHER = BASE.replace("Encoder", "Other").replace("return self.rnn(x)[0]", "return torch.relu(self.rnn(x)[0])")
REGISTERED = """\
from torch import nn

LAYERS = {}


def register(cls):
    LAYERS[cls.__name__] = cls
    return cls


class Chosen(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 3)
        self.act = LAYERS["Bend"]()

    def forward(self, x):
        return self.act(self.rnn(x)[0])
"""
BEND = """\
from registry import register
from torch import nn


@register
class Bend(nn.Module):
    def forward(self, x):
        return x.relu()
"""
TWICE = """\
from registry import LAYERS
from torch import nn


class Twice(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)
        self.act = LAYERS["Bend"]()

    def forward(self, x):
        return self.act(self.rnn(x)[0])
"""
SHARED = """\
from torch import nn
from deep import helper


class Shared(nn.Module):
    def forward(self, x):
        return helper(x)
"""
TWINS = """\
from base import Encoder
from shared import Shared


class First(Shared):
    kind = Encoder


class Second(Shared):
    kind = Encoder
"""
DEEP = "def helper(x):\n    return x\n"
LATE = """\
from late import soften
from base import Encoder
from torch import nn


class Late(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()

    def forward(self, x):
        return soften(self.encoder(x))
"""
SOFTEN = "def soften(x):\n    return x.relu()\n"
TREE = {
    "twice.py": TWICE,
    "shared.py": SHARED,
    "twins.py": TWINS,
    "deep.py": DEEP,
    "uselate.py": LATE,
    "base.py": BASE,
    "head.py": HEAD,
    "acts.py": ACTS,
    "use.py": USE,
    "other.py": OTHER,
    "registry.py": REGISTERED,
    "bend.py": BEND,
    "broken.py": "def (:\n",
    "plain.py": "x = 1\n",
}
MODELS = {
    *("base.Encoder", "head.Model", "other.Other", "registry.Chosen", "twice.Twice"),
    *("twins.First", "twins.Second", "uselate.Late"),
}


def contents(tree: dict[str, str]) -> list[Content]:
    return [Content(path, text.encode()) for path, text in tree.items()]


def report_of(tree: dict[str, str], jobs: int = 1, kept: Cache | None = None) -> str:
    return render(scan_sources(contents(tree), (), None, Options(jobs=jobs, cache=kept or Cache())))


@contextlib.contextmanager
def kept_in(folder: Path) -> Iterator[DiskCache]:
    store = DiskCache(folder)
    try:
        yield store
    finally:
        store.close()


def analysed(tree: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], str]:
    """The models that a run with a cache had to analyse, and its report."""
    from staticrelu.scan import analysis

    names: set[str] = set()
    original = analysis.Analysis.of

    def of(self: analysis.Analysis, model: analysis.Model) -> analysis.Outcome:
        names.add(model.full_name)
        return original(self, model)

    with monkeypatch.context() as patch, kept_in(folder) as store:
        patch.setattr(analysis.Analysis, "of", of)
        report = report_of(tree, kept=store)
    return names, report


# --- processes --------------------------------------------


@pytest.mark.parametrize("jobs", [2, 3, 8])
def test_the_report_does_not_depend_on_the_number_of_processes_nor_on_the_order_of_files(jobs: int) -> None:
    expected = report_of(TREE)
    assert json.loads(expected)["summary"] == {
        "files": 14, "models": 5, "recurrent_layers": 4, "after": 4, "before": 0, "inside": 0
    }  # fmt: skip
    for seed in range(3):
        items = list(TREE.items())
        random.Random(seed).shuffle(items)
        assert report_of(dict(items), jobs) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_that_holds_many_trees_begins_anew_and_says_the_same(
    monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    expected = report_of(TREE)
    tracers: list[object] = []

    class Counted(tracer.Tracer):
        def __init__(self, *given: Any) -> None:
            tracers.append(self)
            super().__init__(*given)

    monkeypatch.setattr(analysis, "Tracer", Counted)
    assert report_of(TREE, jobs) == expected
    assert len(tracers) <= 1
    monkeypatch.setattr(limits, "MAX_HELD_TREES", 1)
    tracers.clear()
    assert report_of(TREE, jobs) == expected
    assert (len(tracers) > 1) == (jobs == 1)  # workers count for themselves


def test_workers_that_are_no_forks_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Windows")
    assert report_of(TREE, jobs=2) == report_of(TREE)


def test_workers_collect_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    original = analysis.Analysis.of

    def of(self: analysis.Analysis, model: analysis.Model) -> analysis.Outcome:
        assert gc.isenabled(), "whatever it works on is held for ever"
        return original(self, model)

    monkeypatch.setattr(analysis.Analysis, "of", of)  # the workers are forks
    assert report_of(TREE, jobs=2) == report_of(TREE)


def test_a_worker_that_is_killed_costs_its_model_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    original = analysis.Analysis.of

    def of(self: analysis.Analysis, model: analysis.Model) -> analysis.Outcome:
        if model.name == "Other":
            os.kill(os.getpid(), signal.SIGKILL)
        return original(self, model)

    monkeypatch.setattr(analysis.Analysis, "of", of)  # the workers are forks
    killed = json.loads(report_of(TREE, jobs=2))
    whole = json.loads(report_of({path: text for path, text in TREE.items() if path != "other.py"}))
    assert killed["models"] == whole["models"]
    (error,) = [error for error in killed["errors"] if error not in whole["errors"]]
    assert (error["path"], error["line"], error["kind"]) == ("other.py", 5, "unreadable")
    assert error["message"].startswith("other.Other: the process that analysed it ended")


def test_a_worker_that_dies_of_a_text_costs_the_file_in_that_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from staticrelu.scan import trees

    original = trees.make

    def make(text: str, whole: bool = True) -> trees.Made:
        if text == ACTS:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(text, whole)

    with monkeypatch.context() as patch, kept_in(tmp_path) as store:
        patch.setattr(trees, "make", make)
        report = json.loads(report_of(TREE, jobs=2, kept=store))
    assert [e["path"] for e in report["errors"] if "process that parsed it ended" in e["message"]] == ["acts.py"]
    assert {"base.Encoder", "other.Other", "registry.Chosen"} <= {model["name"] for model in report["models"]}
    with kept_in(tmp_path) as store:
        assert report_of(TREE, kept=store) == report_of(TREE)


def test_want_of_memory_costs_one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    from staticrelu.scan import analysis

    def derive(graph: object, name: str, *rest: object) -> object:
        if name == "other.Other":
            raise MemoryError
        return original(graph, name, *rest)  # type: ignore[arg-type]

    original = analysis.derive
    monkeypatch.setattr(analysis, "derive", derive)
    errors = [json.loads(report_of(TREE, jobs))["errors"] for jobs in (1, 2)]
    assert errors[0] == errors[1]
    assert "other.Other: internal error: MemoryError: " in {error["message"] for error in errors[0]}


SLOW = """\
import torch
from torch import nn


class Slow(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)

    def forward(self, x):
""" + "".join(f"        if x.flag{n}:\n            x = self.rnn(torch.relu(x))[0] + x\n" for n in range(3000))


@pytest.mark.skipif(sys.platform == "win32", reason="signals to groups of processes are a thing of POSIX")
def test_an_interrupt_ends_all_processes_at_once(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"slow{number}.py").write_text(SLOW)
    command = [sys.executable, "-m", "staticrelu", "scan", "--jobs", "3", "--no-cache"]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while len(living(process.pid)) < 4 and time.monotonic() < until:
        time.sleep(0.05)
    assert len(living(process.pid)) == 4
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)
    started = time.monotonic()
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"staticrelu: interrupted\n")
    assert time.monotonic() - started < 5
    assert living(process.pid) == []


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(SLOW)
    (tmp_path / "slower.py").write_text(SLOW)
    process = subprocess.Popen(
        [sys.executable, "-m", "staticrelu", "scan", "--jobs", "2", "--no-cache"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while len(living(process.pid)) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    process.kill()
    process.wait()
    until = time.monotonic() + 10
    while living(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert living(process.pid) == []


# --- machines --------------------------------------------


def parts_of(tree: dict[str, str], of: int) -> list[bytes]:
    return [scan_part(contents(tree), (), None, Options(), parts.Shard(number, of)) for number in range(1, of + 1)]


def joined(written: list[bytes]) -> str:
    return render(parts.merge([parts.read("part", data) for data in written]))


@pytest.mark.parametrize("of", [1, 2, 3, 20])
def test_the_parts_of_a_scan_join_to_its_report(of: int) -> None:
    assert joined(parts_of(TREE, of)[::-1]) == report_of(TREE)


def test_parts_that_make_no_whole_are_refused() -> None:
    first, second = parts_of(TREE, 2)
    other = parts_of(TREE | {"acts.py": ""}, 2)[1]
    with pytest.raises(parts.PartError, match=r"not each share of the scan once: missing: 2/2$"):
        joined([first])
    with pytest.raises(parts.PartError, match=r"not each share of the scan once: given twice: 1/2$"):
        joined([first, first, second])
    with pytest.raises(parts.PartError, match="of different scans"):
        joined([first, other])
    for wrong in (b"", b"{}", first.replace(b'"relu"', b"7"), first[:-9], b"[" * 100_000):
        with pytest.raises(parts.PartError, match="part: this is no part"):
            parts.read("part", wrong)
    with pytest.raises(parts.PartError, match="written by version"):
        parts.read("part", first.replace(b'"tool":"', b'"tool":"0.0.'))


def test_a_matrix_of_machines_gives_the_report_of_one(tmp_path: Path) -> None:
    for path, text in TREE.items():
        (tmp_path / path).write_text(text)

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "staticrelu", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True)

    for number in (1, 2):
        done = run("scan", "--shard", f"{number}/2", "-o", f"part{number}.json", "--no-cache")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    whole = run("scan", "--format", "json")
    merged = run("merge", "part2.json", "part1.json", "--format", "json")
    assert (merged.returncode, merged.stdout, merged.stderr) == (0, whole.stdout, whole.stderr)
    assert (
        run("merge", "part2.json").stderr
        == b"staticrelu: the parts are not each share of the scan once: missing: 1/2\n"
    )
    assert run("merge", "part3.json").stderr == b"staticrelu: part3.json: No such file or directory\n"
    assert b"--shard: expected I/N with I from 1 to N, not '3/2'" in run("scan", "--shard", "3/2").stderr


# --- the facts of earlier runs --------------------------------------------


def test_a_run_in_which_nothing_changed_analyses_and_parses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, first = analysed(TREE, tmp_path, monkeypatch)
    assert names >= MODELS
    assert first == report_of(TREE)
    monkeypatch.setattr("staticrelu.scan.trees.make", lambda *_: pytest.fail("parsed"))
    assert analysed(TREE, tmp_path, monkeypatch) == (set(), first)


@pytest.mark.parametrize(
    ("path", "text", "again"),
    [
        ("acts.py", ACTS.replace("relu", "tanh"), {"head.Model"}),
        ("plain.py", "y = 2\n", set()),
        ("bend.py", BEND.replace("relu", "tanh"), {"registry.Chosen", "twice.Twice"}),
        ("bend.py", BEND.replace("@register\n", ""), {"registry.Chosen", "twice.Twice"}),
        ("plain.py", BEND, {"registry.Chosen", "twice.Twice"}),
        ("deep.py", DEEP.replace("return x", "return torch.nn.GRU(3, 3)(x)"), {"twins.First", "twins.Second"}),
        ("late.py", SOFTEN, {"uselate.Late"}),
        ("late/__init__.py", SOFTEN, {"uselate.Late"}),
        ("new.py", SOFTEN, set()),
        ("use.py", USE.replace("sample", "other"), {"head.Model"}),
        ("use.py", USE.replace('"b"', '"c"'), {"head.Model"}),
    ],
)
def test_a_change_analyses_again_what_it_can_affect(
    path: str, text: str, again: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysed(TREE, tmp_path, monkeypatch)
    changed = TREE | {path: text}
    names, report = analysed(changed, tmp_path, monkeypatch)
    assert report == report_of(changed)
    assert names & MODELS == again


@pytest.mark.parametrize(
    ("path", "more", "tells"),
    [
        ("acts.py", "# squashes\n", False),
        ("plain.py", "y = 2\n", False),
        ("use.py", "model.draw(4)\n", True),
        ("plain.py", "# like an LSTM\n", True),
        ("plain.py", "def (:\n", True),
        ("broken.py", "# and a comment\n", False),
    ],
)
def test_where_nothing_that_a_scan_looked_at_has_changed_it_is_not_worked_out_again(
    path: str, more: str, tells: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from staticrelu.scan import survey

    analysed(TREE, tmp_path, monkeypatch)
    searches = []
    original = survey.Relevance
    monkeypatch.setattr(survey, "Relevance", lambda *given: searches.append(1) or original(*given))
    changed = TREE | {path: TREE[path] + more}
    names, report = analysed(changed, tmp_path, monkeypatch)
    assert (names & MODELS, report) == (set(), report_of(changed))
    assert len(searches) == (2 if tells else 1)  # the report without a cache takes one of its own
    assert analysed(changed, tmp_path, monkeypatch) == (set(), report_of(changed))


EDITS = (
    ("relu", "tanh"),
    ("tanh", "relu"),
    ("nn.GRU", "nn.LSTM"),
    ("nn.LSTM", "nn.Linear"),
    ("@register\n", ""),
    ("sample", "draw"),
    ("import squash", "import squash as bend"),
    ("from base import Encoder", "from other import Other as Encoder"),
    ('"b"', '"c"'),
    ("Bend", "Fold"),
    ("\n\n\n", "\n\n\n\n"),
    ("def forward", "def forwards"),
    ("    return", "    return x if x else"),
    ("class ", "class X"),
    ("(", "(("),
)


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_a_warm_run_says_what_a_cold_one_says(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    tree = dict(TREE)
    for _ in range(12):
        path = draw.choice(sorted(tree))
        move = draw.random()
        if move < 0.1 and len(tree) > 4:
            del tree[path]
        elif move < 0.2:
            tree[draw.choice(("new.py", "late.py", "late/__init__.py", "acts/__init__.py", "__init__.py"))] = tree[path]
        elif move < 0.3:
            tree[path] = draw.choice(sorted(TREE.values()))
        else:
            tree[path] = tree[path].replace(*draw.choice(EDITS))
        with kept_in(tmp_path) as store:
            assert report_of(tree, draw.choice((1, 1, 2)), store) == report_of(tree)


def test_what_did_not_come_to_its_end_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from staticrelu.scan import analysis

    def fail(*_: object) -> object:
        raise MemoryError

    with monkeypatch.context() as patch, kept_in(tmp_path) as store:
        patch.setattr(analysis, "derive", fail)
        assert "MemoryError" in report_of(TREE, kept=store)
    with kept_in(tmp_path) as store:
        assert report_of(TREE, kept=store) == report_of(TREE)


# --- the file --------------------------------------------


TEXT = msgspec.msgpack.Decoder(str)
WORD = msgspec.msgpack.encode("word")


def put(folder: Path, **values: str) -> None:
    with kept_in(folder) as store:
        for name, value in values.items():
            store.put(("test", name.encode()), msgspec.msgpack.encode(value))


def got(folder: Path, name: str) -> str | None:
    with kept_in(folder) as store:
        return store.get(("test", name.encode()), TEXT)


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    put(tmp_path, a="one")
    assert (got(tmp_path, "a"), got(tmp_path, "b")) == ("one", None)


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + bytes(100), None])
def test_a_file_that_is_no_cache_is_made_anew(damage: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / cache.FILE
    if damage is None:
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE kept (kind TEXT, key BLOB, used INTEGER, value BLOB)")
            database.commit()
    else:
        path.write_bytes(damage)
    put(tmp_path, a="one")
    assert got(tmp_path, "a") == "one"


def test_a_file_cut_in_the_middle_is_made_anew_or_answers_nothing(tmp_path: Path) -> None:
    put(tmp_path, **{f"n{number}": "x" * 3000 + str(number) for number in range(50)})
    path = tmp_path / cache.FILE
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert all(got(tmp_path, f"n{n}") in (None, "x" * 3000 + str(n)) for n in range(50))
    put(tmp_path, a="one")


@pytest.mark.parametrize("value", [b"", b"short", b"12345678" + bytes(9), None])
def test_a_value_that_was_tampered_with_is_not_there(value: bytes | None, tmp_path: Path) -> None:
    put(tmp_path, a="one")
    with contextlib.closing(sqlite3.connect(tmp_path / cache.FILE)) as database:
        database.execute("UPDATE kept SET value = ?", (value,))
        database.commit()
    assert got(tmp_path, "a") is None


def test_the_cache_is_bounded_and_forgets_what_was_not_used_for_longest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MAX_BYTES", 200_000)
    noise = random.Random(1)
    texts = {f"n{number}": noise.randbytes(2000).hex() for number in range(100)}
    for number, (name, value) in enumerate(texts.items()):
        monkeypatch.setattr(time, "time", lambda day=number: 86_400.0 * day)
        put(tmp_path, **{name: value})
    assert (tmp_path / cache.FILE).stat().st_size < 300_000
    assert (got(tmp_path, "n0"), got(tmp_path, "n99")) == (None, texts["n99"])


def test_runs_side_by_side_share_a_cache(tmp_path: Path) -> None:
    with kept_in(tmp_path) as one, kept_in(tmp_path) as other:
        one.put(("test", b"a"), WORD)
        other.put(("test", b"b"), WORD)
    assert got(tmp_path, "a") == got(tmp_path, "b") == "word"


def test_runs_that_start_at_once_make_one_cache(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom staticrelu.cache import DiskCache\n"
        "store = DiskCache(Path(sys.argv[1]))\nstore.put(('test', sys.argv[2].encode()), b'\\xa1x')\nstore.close()\n"
    )
    for attempt in range(3):
        folder = tmp_path / str(attempt)
        started = [
            subprocess.Popen([sys.executable, "-c", code, folder, str(number)], cwd=ROOT, stderr=subprocess.PIPE)
            for number in range(6)
        ]
        assert [process.communicate()[1] for process in started] == [b""] * 6
        assert [got(folder, str(number)) for number in range(6)] == ["x"] * 6


def test_whole_runs_at_once_share_a_cache_and_agree(tmp_path: Path) -> None:
    for topic in ("loops", "modules"):
        shutil.copytree(ROOT / "tests" / "cases" / topic, tmp_path / topic)
    scan = [sys.executable, "-m", "staticrelu", "scan", "--format", "json", "--jobs", "2"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def started(*options: str) -> subprocess.Popen[bytes]:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([*scan, *options, "loops", "modules"], cwd=tmp_path, env=environment, **pipes)

    expected = started("--no-cache").communicate()
    for _ in ("cold", "warm"):
        at_once = [started("--cache-dir", "kept") for _ in range(3)]
        assert [process.communicate() for process in at_once] == [expected] * 3


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CacheError, match="cannot be used"):
        DiskCache(tmp_path / "file" / "cache")


def test_rules_are_read_once_and_again_when_they_or_the_catalog_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from staticrelu import checks
    from staticrelu.scan.rules import rules

    own, entries = tmp_path / "AB123.yaml", tmp_path / "catalog.yaml"
    shipped = (ROOT / "rules" / "checks" / "SR102.yaml").read_text("utf-8")
    own.write_text(shipped.replace("SR102", "AB123").replace("name: ", "name: own-", 1), "utf-8")
    entries.write_text("entries: []\n")
    loaded = []
    original = checks.load
    monkeypatch.setattr(checks, "load", lambda *given: loaded.append(1) or original(*given))

    def read() -> list[checks.Rule]:
        with kept_in(tmp_path / "cache") as store:
            return rules([entries], [own], store)

    first = read()
    assert "AB123" in {rule.code for rule in first}
    assert (read(), len(loaded)) == (first, 1)
    entries.write_text("entries: [] # more\n")
    assert (read(), len(loaded)) == (first, 2)
    own.write_text(own.read_text("utf-8").replace("AB123", "AB124"), "utf-8")
    assert ("AB124" in {rule.code for rule in read()}, len(loaded)) == (True, 3)
    own.write_text("code: [")
    with pytest.raises(checks.loader.CatalogError):
        read()


# --- bare text --------------------------------------------


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("x = 1  # one\n# two\n", "x = 1"),
        ("# one\nx = 1\n", "\nx = 1"),
        ('x = \'# a\'  # b\ny = """#\n# c"""', 'x = \'# a\'  \ny = """#\n# c"""'),
        ("x = r'\\'  # a'\n", "x = r'\\'  # a'"),
        ("x = f'{y}# a' # b\n", "x = f'{y}# a'"),
        ("x = f'{y['# a']}' # b\n", "x = f'{y['# a']}' # b\n"),
        ("x = 1 \\\n# a\n", "x = 1 \\\n# a\n"),
        ("x = 'open # a\ny = 1 # b\n", "x = 'open # a\ny = 1"),
    ],
)
def test_comments_are_no_part_of_a_program(text: str, bare: str) -> None:
    assert without_comments(text.encode()).decode() == bare


def test_a_program_is_parsed_once_whatever_its_comments_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analysed(TREE, tmp_path, monkeypatch)
    monkeypatch.setattr("staticrelu.scan.trees.make", lambda *_: pytest.fail("parsed"))
    changed = {path: text if path == "broken.py" else f"{text}# more\n" for path, text in TREE.items()}
    names, report = analysed(changed, tmp_path, monkeypatch)
    monkeypatch.undo()
    assert (names, report) == (set(), report_of(changed))


@pytest.mark.parametrize("part", [b'\\"', b"'''x", b'"""', b"f'", b"super(", b"self.", b". ", b"#", b".a ", b"\\"])
def test_bare_text_is_looked_at_once(part: bytes) -> None:
    started = time.process_time()
    called(b'"' + part * 300_000)
    called(part * 300_000)
    without_comments(part * 300_000 + b"\n" + part * 300_000)
    assert time.process_time() - started < 10
