"""The command line as a user meets it: exit status, streams, files, and what bad input leads to."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from staticrelu.cli import progress, terminal
from staticrelu.report import v1
from staticrelu.report.json import render as render_json
from staticrelu.report.schema import report_schema
from staticrelu.report.text import printable
from staticrelu.report.text import render as render_text
from staticrelu.report.way import MAX_STATIONS, station, way
from staticrelu.version import __version__

ROOT = Path(__file__).parent.parent
QUIET = ("NO_COLOR", "FORCE_COLOR")
MODEL = """\
import torch
from torch import nn


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 4)

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in QUIET}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), environment.get("PYTHONPATH")]))
    environment |= options.pop("env", {})
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen([sys.executable, "-m", "staticrelu", *arguments], env=environment, **pipes)


def run(*arguments: str, stdin: bytes = b"", **options: Any) -> tuple[int, str, str]:
    """Run the program; gives its exit status, standard output and standard error."""
    with start(*arguments, **options) as process:
        out, err = process.communicate(stdin, timeout=120)
    return process.returncode, (out or b"").decode(), (err or b"").decode()


def scan_json(*arguments: str, **options: Any) -> tuple[dict[str, Any], str]:
    """The JSON report of a scan that must succeed, and what it wrote to standard error."""
    status, out, err = run("scan", "--format", "json", *arguments, **options)
    assert status == 0, err
    report: dict[str, Any] = json.loads(out)
    jsonschema.validate(report, report_schema())
    return report, err


# --- the ordinary way ------------------------------------------------------------------------------------------------


def test_the_working_directory_is_scanned_and_the_answer_is_text() -> None:
    Path("model.py").write_text(MODEL)
    status, out, err = run("scan")
    assert (status, err) == (0, "")
    assert "after" in out
    assert "self.rnn" in out
    assert out.endswith("1 recurrent layer in 1 model (1 file): 1 ReLU after, 0 before, 0 inside\n")


def test_json_satisfies_the_schema_and_says_the_same() -> None:
    Path("model.py").write_text(MODEL)
    report, err = scan_json(".")
    assert err == ""
    assert report["tool"] == {"name": "staticrelu", "version": __version__}
    assert report["summary"] == {"files": 1, "models": 1, "recurrent_layers": 1, "after": 1, "before": 0, "inside": 0}
    (model,) = report["models"]
    assert [(layer["line"], layer["on_output"]) for layer in model["recurrent"]] == [(8, "yes")]


def test_a_program_is_read_from_standard_input() -> None:
    report, _ = scan_json("-", stdin=MODEL.encode())
    assert [model["path"] for model in report["models"]] == ["<stdin>"]


def test_version_and_help() -> None:
    assert run("--version") == (0, f"staticrelu {__version__}\n", "")
    status, out, _ = run("scan", "--help")
    assert status == 0
    for option in ("--format", "--output", "--exclude"):
        assert option in out


def test_help_and_wrong_usage_answer_without_the_parser() -> None:
    code = "import sys, staticrelu.cli; sys.exit('libcst' in sys.modules or 'staticrelu.scan' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_scanning_runs_nothing_of_what_it_scans() -> None:
    mark = "from pathlib import Path\nPath('mark').touch()\n"
    for name in ("setup.py", "conftest.py", "sitecustomize.py", "torch.py", "pkg/__init__.py", "pkg/typing.py"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(mark + MODEL)
    Path("codec.py").write_text("# coding: torch\n" + mark)
    scan_json(".")
    assert not Path("mark").exists()


PART_AND_WHOLE = """\
from torch import nn


class Encoder(nn.Module):
    def __init__(self, act):
        super().__init__()
        self.rnn = nn.GRU(4, 4)
        self.act = nn.ReLU() if act == "relu" else nn.Tanh()

    def forward(self, x):
        return self.act(self.rnn(x)[0])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder("relu")

    def forward(self, x):
        return self.encoder(x)
"""


def test_a_layer_whose_relations_another_model_reports_says_which() -> None:
    Path("net.py").write_text(PART_AND_WHOLE)
    encoder, net = scan_json("net.py")[0]["models"]
    assert (encoder["name"], encoder["recurrent"][0]["on_output"], encoder["relations"]) == (
        "net.Encoder",
        "sometimes",
        [],
    )
    assert encoder["recurrent"][0]["told_by"] == ["net.Net"]
    assert [relation["certainty"] for relation in net["relations"]] == ["definite"]
    assert "told_by" not in net["recurrent"][0]
    assert "    ReLU on its output: reported with net.Net\n" in run("scan", "net.py")[1]


# --- bad input, one by one -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing"], "missing: No such file or directory"),
        (["good.py", "missing.py"], "missing.py: No such file or directory"),
        (["empty"], "nothing to read: no Python file, notebook or Markdown page in empty that is not excluded"),
        (["good.py", "--exclude", "!"], "--exclude: no gitignore pattern"),
        (["good.py", "--format", "yaml"], "yaml"),
        (["good.py", "--unknown"], "--unknown"),
        (
            ["good.py", "--shard", "1/2", "--format", "text"],
            "--shard writes a part, for `staticrelu merge`, and not text",
        ),
        (
            ["good.py", "--shard", "1/2", "--format", "html"],
            "--shard writes a part, for `staticrelu merge`, and not html",
        ),
        (["good.py", "--output", "empty"], "cannot write the report to empty: it is a folder"),
        (["good.py", "--output", "gone/report"], "cannot write the report to gone/report: No such file or directory"),
        (["good.py", "--output", "good.py/report"], "cannot write the report to good.py/report"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str) -> None:
    Path("empty").mkdir()
    Path("good.py").write_text("x = 1\n")
    status, out, err = run("scan", *arguments)
    assert (status, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "data", "kind", "line"),
    [
        ("syntax.py", b"x = 1\ndef f(:\n", "syntax", 2),
        ("python2.py", b"import os\nprint 'two'\n", "syntax", 2),
        ("klingon.py", b"# coding: klingon\n", "encoding", 1),
        ("latin.py", b"x = 1\n# \xe9\n", "encoding", 2),
        ("binary.py", b"\x7fELF\x00\x00" + bytes(range(256)), "encoding", 1),
        ("huge.py", b"x = 1\n" * 9_000_000, "too-large", 1),
        ("deep.py", b"x = " + b"(" * 3_000 + b")" * 3_000 + b"\n", "too-deep", 1),
        ("blocks.py", b"".join(b" " * n + b"if x:\n" for n in range(3_000)) + b" " * 3_000 + b"x\n", "too-deep", None),
    ],
)
def test_a_bad_file_is_an_error_in_the_report_and_the_others_are_scanned(
    name: str, data: bytes, kind: str, line: int | None
) -> None:
    Path(name).write_bytes(data)
    Path("model.py").write_text(MODEL)
    report, err = scan_json(".")
    (error,) = report["errors"]
    assert (error["path"], error["kind"]) == (name, kind)
    assert line is None or error["line"] == line
    assert err == f"{name}:{error['line']}:{error['column']}: {kind}: {error['message']}\n"
    assert [model["path"] for model in report["models"]] == ["model.py"]


def test_where_nothing_is_recurrent_only_named_files_are_checked_for_their_syntax() -> None:
    Path("broken.py").write_text("def f(:\n")
    Path("latin.py").write_bytes(b"x = 1\n# \xe9\n")
    Path("good.py").write_text("x = 1\n")

    def found(*paths: str) -> list[tuple[str, str]]:
        first, again = scan_json(*paths), scan_json(*paths)  # the second from the cache
        assert first == again
        return [(error["path"], error["kind"]) for error in first[0]["errors"]]

    unread, both = ("latin.py", "encoding"), [("broken.py", "syntax"), ("latin.py", "encoding")]
    assert found(".") == [unread]
    assert found("broken.py", ".") == found(".", "broken.py") == both
    assert found(".") == [unread]
    Path("good.py").write_text("def g(:\n")
    assert found(".") == [unread]
    Path("latin.py").write_bytes(b"x = 1\n")
    assert found(".") == []
    Path("latin.py").write_bytes(b"\0")
    assert found(".") == [unread]
    Path("good.py").write_text(MODEL)
    assert found(".") == both


def test_links_in_circles_pipes_and_closed_files_are_survived() -> None:
    Path("model.py").write_text(MODEL)
    Path("sub").mkdir()
    Path("sub/up").symlink_to("..")
    Path("self.py").symlink_to("self.py")
    os.mkfifo("pipe.py")
    report, _ = scan_json(".")
    assert [(error["path"], error["kind"]) for error in report["errors"]] == [
        ("pipe.py", "unreadable"),
        ("self.py", "unreadable"),
    ]
    assert [model["path"] for model in report["models"]] == ["model.py"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_folders_without_permission() -> None:
    Path("model.py").write_text(MODEL)
    Path("closed").mkdir(mode=0)
    report, err = scan_json(".")
    assert [(error["path"], error["kind"]) for error in report["errors"]] == [("closed", "unreadable")]
    assert err.startswith("closed:1:1: unreadable: ")
    status, _, err = run("scan", "closed")
    assert status == 2
    assert "closed:1:1: unreadable: " in err
    assert "nothing to read" in err


def test_too_much_standard_input_is_an_error_in_the_report() -> None:
    report, _ = scan_json("-", stdin=b"x = 1\n" * 1_000_000)
    assert [(error["path"], error["kind"]) for error in report["errors"]] == [("<stdin>", "too-large")]


# --- output ----------------------------------------------------------------------------------------------------------


def test_the_output_file_is_replaced_and_keeps_its_mode() -> None:
    Path("a.py").write_text("x = 1\n")
    Path("real").write_text("old")
    Path("real").chmod(0o640)
    Path("link").symlink_to("real")
    assert run("scan", "a.py", "--output", "link") == (0, "", "")
    assert Path("real").read_text() == "No recurrent layer in 1 file\n"
    assert Path("link").is_symlink()
    assert Path("real").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir()) == ["a.py", "link", "real"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    Path("a.py").write_text("x = 1\n")
    assert run("scan", "a.py", "-o", "/dev/stdout") == (0, "No recurrent layer in 1 file\n", "")
    assert run("scan", "a.py", "-o", os.devnull) == (0, "", "")
    assert Path(os.devnull).is_char_device()


def test_an_old_report_stays_whole_when_the_new_one_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    Path("report").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(terminal.OutputError, match="cannot write the report to report: No space left"):
        terminal.deliver("new", Path("report"))
    assert Path("report").read_text() == "old"
    assert os.listdir() == ["report"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_protected_report_stays() -> None:
    Path("a.py").write_text("x = 1\n")
    Path("report").write_text("old")
    Path("report").chmod(0o444)
    status, _, err = run("scan", "a.py", "--output", "report")
    assert status == 2
    assert "cannot write the report to report: Permission denied" in err
    assert Path("report").read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_standard_output_is_said() -> None:
    Path("a.py").write_text("x = 1\n")
    with Path("/dev/full").open("wb") as full:
        status, _, err = run("scan", "a.py", stdout=full)
    assert status == 2
    assert err == "staticrelu: cannot write the report to standard output: No space left on device\n"


def test_a_closed_pipe_is_silent() -> None:
    Path("a.py").write_text("x = 1\n")
    read_end, write_end = os.pipe()
    os.close(read_end)
    status, _, err = run("scan", "a.py", stdout=write_end)
    os.close(write_end)
    assert (status, err) == (0, "")


def test_an_interrupt_ends_cleanly() -> None:
    with start("scan", "-") as process:  # it waits for its input
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_what_the_output_cannot_show_is_escaped_in_text_and_kept_in_json() -> None:
    Path("é.py").write_text(MODEL)
    plain = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    status, out, _ = run("scan", ".", env=plain)
    assert status == 0
    assert "\\xe9.py" in out
    report, _ = scan_json(".", env=plain)
    assert report["models"][0]["path"] == "é.py"


# --- text for people -------------------------------------------------------------------------------------------------


def step(text: str, line: int = 7) -> v1.Step:
    return v1.Step("pkg/tagger.py", line, 5, text)


REPORT = v1.Report(
    v1.Tool("staticrelu", __version__),
    (
        v1.Model(
            "pkg.tagger.Tagger",
            "class",
            "pkg/tagger.py",
            12,
            ("pkg.pipeline.Pipeline",),
            (
                v1.RecurrentLayer("r1", "torch.nn.LSTM", "encoder.rnn", "pkg/encoder.py", 9, 20, True, "yes", ()),
                v1.RecurrentLayer(
                    *("r2", "torch.nn.GRU", "smoother", "pkg/tagger.py", 15, 20, True, "no"),
                    (step("self.fc(out)", 33), step("return out", 34)),
                ),
                v1.RecurrentLayer("r3", "torch.nn.RNN", "", "pkg/tagger.py", 16, 20, False, "no", ()),
            ),
            (
                v1.Activation("a1", "relu", "torch.relu", "pkg/tagger.py", 31, 9, None),
                v1.Activation(
                    "a2", "relu", "torch.nn.ReLU", "pkg/tagger.py", 35, 9, v1.Defined("pkg/layers.py", 22, 3)
                ),
                v1.Activation("a3", "relu", "nonlinearity", "pkg/tagger.py", 16, 20, None),
                v1.Activation("a4", "relu6", "torch.nn.ReLU6", "pkg/tagger.py", 50, 20, None),
            ),
            (
                v1.Relation(
                    *("a2", "r2", "before", "conditional", 'act == "relu" (default "tanh")', ()),
                    (step("self.act(x)"), step("self.smoother(x)")),
                ),
                v1.Relation(
                    *("a2", "r1", "after", "possible", "", ("make_head(cfg)",)),
                    (step("self.rnn(x)"), step("self.head(x)"), step("return x"), step("self.act(x)")),
                ),
                v1.Relation(
                    *("a1", "r1", "after", "definite", "", ()), (step("self.rnn(x)"), step("torch.relu(self.fc(x))"))
                ),
                v1.Relation("a3", "r3", "inside", "definite", "", (), ()),
            ),
        ),
    ),
    (v1.Error("pkg/old.py", 3, 1, "syntax", "no"),),
    v1.Summary(1200, 1, 3, 2, 1, 1),
)

TEXT = """\
pkg.tagger.Tagger  pkg/tagger.py:12
  part of pkg.pipeline.Pipeline
  encoder.rnn  torch.nn.LSTM  pkg/encoder.py:9
    after   torch.relu     line 31                          definite
            self.rnn -> torch.relu
    after   torch.nn.ReLU  line 35, built pkg/layers.py:22  possible, unresolved: make_head(cfg)
            self.rnn -> self.head -> self.act
  smoother  torch.nn.GRU  line 15
    before  torch.nn.ReLU  line 35, built pkg/layers.py:22  conditional, when act == "relu" (default "tanh")
            self.act -> self.smoother
    no ReLU on its output, which goes to self.fc (line 33), return out (line 34)
  torch.nn.RNN  line 16
    inside  nonlinearity  line 16  definite
    never called
  not related to a recurrent layer: torch.nn.ReLU6 (line 50)

3 recurrent layers in 1 model (1,200 files): 2 ReLU after, 1 before, 1 inside; 1 error
"""


def test_text_for_people() -> None:
    assert render_text(REPORT) == TEXT


def test_the_report_above_is_a_valid_one_with_the_keys_in_their_order() -> None:
    report = json.loads(render_json(REPORT))
    jsonschema.validate(report, report_schema())
    assert render_json(REPORT).startswith('{\n  "')
    assert render_json(REPORT).endswith("}\n")


def test_colours_change_nothing_but_colours() -> None:
    coloured = render_text(REPORT, coloured=True)
    assert "\x1b[1mpkg.tagger.Tagger\x1b[0m" in coloured
    assert strip(coloured) == TEXT


def strip(text: str) -> str:
    for code in ("0", "1", "2", "32", "33", "35", "36"):
        text = text.replace(f"\x1b[{code}m", "")
    return text


def test_no_text_of_scanned_code_reaches_the_terminal_unescaped() -> None:
    def soil(value: Any) -> Any:
        if isinstance(value, dict):
            kept = ("id", "activation", "recurrent", "relation", "certainty", "kind", "on_output")
            return {k: v if k in kept and isinstance(v, str) else soil(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [soil(inner) for inner in value]
        return f"\x1b[31m\u202e\x9b\r\n{value}\x07" if isinstance(value, str) else value

    soiled = msgspec.convert(soil(msgspec.to_builtins(REPORT)), v1.Report)
    shown = render_text(soiled)
    assert all(line.isprintable() for line in shown.split("\n"))
    assert "\\x1b[31m\\u202e\\x9b\\r\\n" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 日本", "plain é 日本"),
        ("\x1b[0m", "\\x1b[0m"),
        ("a\u2066b\u200b", "a\\u2066b\\u200b"),
        ("\ud800", "\\ud800"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("self.rnn(x)", "self.rnn"),
        ("torch.relu(self.fc(x))", "torch.relu"),
        ("torch.relu(self.fc(x)).mean(1)", "torch.relu(...).mean"),
        ("self.layers[0](x)", "self.layers[0]"),
        ("self.heads['a)('](x, y=(1, 2))", "self.heads['a)(']"),
        ("self.heads[name(i)](x)", "self.heads[name(i)]"),
        ("(a + b).relu()", "(...).relu"),
        ("getattr(self, 'it\\'s')(x)", "getattr(...)"),
        ("self.rnn(x)[0]", "self.rnn(...)[0]"),
        ("return out", "return out"),
        ("self.rnn(x, (h", "self.rnn"),
        ("", ""),
        (f"x.{'a' * 50}(1).{'b' * 40}(2)", f"(...).{'b' * 40}"),
        ("a" * 60 + "()", "a" * 45 + "..."),
    ],
)
def test_a_station_is_what_a_call_calls(text: str, name: str) -> None:
    assert station(text) == name


def test_a_way_names_its_calls_and_of_a_chain_only_the_new_link() -> None:
    steps = [step("self.rnn(x)"), step("return out"), step("self.fc(out)"), step("self.fc(out).mean(1).relu()")]
    assert way(steps[:3]) == "self.rnn -> self.fc"
    assert way([*steps[:3], step("self.fc(out).mean(1)"), steps[3]]) == "self.rnn -> self.fc -> .mean -> .relu"


def test_of_a_long_way_the_middle_is_left_out() -> None:
    shown = way([step(f"self.f{n}(x)") for n in range(MAX_STATIONS + 8)])
    assert shown.startswith("self.f0 -> ")
    assert " -> (8 more) -> " in shown
    assert shown.endswith(" -> self.f19")


# --- terminals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "is_terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_when_there_are_colours(
    environment: dict[str, str], is_terminal: bool, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in QUIET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert terminal.is_coloured() is coloured


@pytest.mark.parametrize(("is_terminal", "patience", "shown"), [(True, 0, True), (True, 60, False), (False, 0, False)])
def test_a_progress_bar_is_for_terminals_and_for_long_scans(
    is_terminal: bool,
    patience: float,
    shown: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    with progress.Progress() as bar:
        bar.update("files", 1, 3)
        bar.update("models", 3, 3)
    streams = capsys.readouterr()
    assert streams.out == ""
    assert ("files" in streams.err and "models" in streams.err and "3/3" in streams.err) is shown


def on_a_terminal(*arguments: str) -> str:
    """What the program shows when its standard output is a terminal."""
    main, side = os.openpty()
    with start(*arguments, stdout=side, env={"TERM": "xterm"}) as process:
        os.close(side)
        shown = b"".join(iter(lambda: _read(main), b""))
        process.communicate(timeout=60)
    os.close(main)
    return shown.decode()


def _read(terminal_end: int) -> bytes:
    try:
        return os.read(terminal_end, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.parametrize(("output_format", "check"), [("text", bool), ("json", lambda found: not found)])
def test_a_terminal_gets_colours_and_json_never(output_format: str, check: Callable[[bool], bool]) -> None:
    Path("a.py").write_text("x = 1\n")
    assert check("\x1b[1m" in on_a_terminal("scan", "a.py", "--format", output_format))


def test_a_catalog_that_is_not_there_is_said() -> None:
    Path("model.py").write_text(MODEL)
    Path("staticrelu.toml").write_text('catalogs = ["mine.yaml"]\n')
    status, out, err = run("scan")
    assert (status, out) == (2, "")
    assert err.startswith("staticrelu: mine.yaml") or "mine.yaml:1:1" in err
