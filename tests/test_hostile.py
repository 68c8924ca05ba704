"""What a stranger's tree may try: names, links, configurations and caches that are made to do harm."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from test_cli import MODEL, run, scan_json

CSI, BIDI = "\x1b[2J", "\u202e"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tree").mkdir()
    monkeypatch.chdir(tmp_path / "tree")


# --- what is printed -------------------------------------------------------------------------------------------------


def test_no_name_and_no_line_of_source_commands_a_terminal() -> None:
    name = f"a{CSI}{BIDI}"
    program = MODEL.replace("self.rnn", f'self.__dict__["{name}"]').replace("return torch", f'"{BIDI}"; return torch')
    Path(f"{name}.py").write_text(program)
    Path("bad.py").write_text(f"x = {CSI}{BIDI}\n")
    for arguments in (["scan"], ["check", "--select", "ALL"], ["check", "--format", "concise"]):
        _, out, err = run(*arguments)
        assert "\\x1b[2J\\u202e" in out + err
        assert not {"\x1b", BIDI} & set(out + err)


@pytest.mark.parametrize("arguments", [["scan"], ["check"], ["check", "--format", "concise"]])
def test_no_name_commands_the_runner_of_a_workflow(arguments: list[str]) -> None:
    Path("::stop-commands::x.py").write_text(MODEL)
    Path("::error::y.py").write_text("def\n")
    Path("##[add-mask]z.py").write_text(MODEL)
    _, out, err = run(*arguments)
    assert "\\x3a:stop-commands::x" in out
    assert "\\x3a:error::y.py:1" in err
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in (out + err).split("\n"))


def test_the_github_format_prints_no_commands_but_its_own() -> None:
    Path("::stop-commands::x.py").write_text(MODEL)
    _, out, _ = run("check", "--format", "github")
    commands = [line for line in out.split("\n") if line.startswith("::")]
    assert [command.partition(" ")[0] for command in commands] == ["::warning"]
    assert "::stop-commands" not in out


def test_names_that_no_encoding_has_are_reported_all_the_same() -> None:
    Path("a.py").write_text(
        MODEL.replace("self.rnn =", "self.__dict__['\\udc80'] =").replace("self.rnn(", "self.__dict__['\\udc80'](")
    )
    report, _ = scan_json("a.py")
    assert report["summary"]["after"] == 1
    assert run("check", "--format", "sarif", "a.py")[0] == 1


# --- what is read ----------------------------------------------------------------------------------------------------


def test_a_link_out_of_the_tree_is_not_followed_unless_it_is_named() -> None:
    Path("../secret.py").write_text(MODEL)
    Path("link.py").symlink_to("../secret.py")
    Path("inner.py").write_text("x = 1\n")
    Path("within.py").symlink_to("inner.py")
    Path("folder").symlink_to("..")
    report, err = scan_json(".")
    assert [(error["path"], error["kind"]) for error in report["errors"]] == [("link.py", "unreadable")]
    assert "link.py:1:1: unreadable: a link that leads out of the scanned folder" in err
    assert report["summary"]["files"] == 1
    assert "link.py" in run("check", ".")[2]
    assert scan_json("link.py")[0]["summary"]["after"] == 1


@pytest.mark.parametrize("key", ["rules", "catalogs", "baseline"])
@pytest.mark.parametrize("name", ["pipe.yaml", "/dev/zero", "no\\u0000name", "."])
def test_what_a_configuration_names_is_a_regular_file_or_a_message(key: str, name: str) -> None:
    os.mkfifo("pipe.yaml")
    Path("a.py").write_text(MODEL)
    Path("staticrelu.toml").write_text(f'{key} = "{name}"\n' if key == "baseline" else f'{key} = ["{name}"]\n')
    status, out, err = run("check")
    assert (status, out) == (2, "")
    assert err.startswith("staticrelu: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        f"fail-on = {'1' * 5000}",
        f"fail-on = {'[' * 50_000}",
        f"{'a.' * 100_000}b = 1",
        "#" * 300_000,
        "fail-on = '\udcff'",
        "fail-on = 3",
    ],
    ids=["number", "deep", "dotted", "long", "bytes", "kind"],
)
def test_a_configuration_that_cannot_be_used_is_a_message(text: str) -> None:
    Path("staticrelu.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    Path("a.py").write_text(MODEL)
    status, out, err = run("check")
    assert (status, out) == (2, "")
    assert "staticrelu.toml: " in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "text",
    [
        '{"version": 1, "findings": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"version": 1, "findings": [], "other": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"version": 99}',
        "[]",
        "\0",
    ],
    ids=["deep", "unknown", "version", "list", "binary"],
)
def test_a_baseline_that_is_none_is_a_message(text: str) -> None:
    Path("a.py").write_text(MODEL)
    Path("base.json").write_text(text)
    status, _, err = run("check", "--baseline", "base.json")
    assert status == 2
    assert err.startswith("staticrelu: base.json: expected a baseline")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    ["a: &a [x]\nb: *a\n", "!!python/object/apply:os.system [ls]\n", "[" * 100_000, "a: \x07\n", "- " * 300 + "a\n"],
)
def test_a_file_of_rules_builds_nothing_and_nests_so_far(text: str) -> None:
    Path("rule.yaml").write_text(text)
    Path("staticrelu.toml").write_text('rules = ["rule.yaml"]\n')
    Path("a.py").write_text(MODEL)
    status, _, err = run("check")
    assert status == 2
    assert "rule.yaml:" in err
    assert "Traceback" not in err


def test_parts_that_are_none_are_a_message() -> None:
    Path("part.json").write_text('{"staticrelu_part": "1", "x": ' + "[" * 100_000 + "]" * 100_000 + "}")
    status, _, err = run("merge", "part.json")
    assert status == 2
    assert err.startswith("staticrelu: part.json: this is no part")


# --- what is written -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["../base.json", "link.json", "folder/base.json"])
def test_a_configuration_cannot_have_a_baseline_written_outside_of_its_folder(name: str) -> None:
    Path("link.json").symlink_to("../other.json")
    Path("folder").symlink_to("..")
    Path("a.py").write_text(MODEL)
    Path("staticrelu.toml").write_text(f'baseline = "{name}"\n')
    status, _, err = run("check", "--write-baseline")
    assert status == 2
    assert "outside of its folder" in err
    assert os.listdir("..") == ["tree"]
    assert run("check", "--write-baseline", "--baseline", name)[0] == 0


def test_a_configuration_cannot_say_where_output_and_cache_go() -> None:
    Path("a.py").write_text(MODEL)
    for key in ("output", "cache-dir", "cache", "jobs"):
        Path("staticrelu.toml").write_text(f'{key} = "../x"\n')
        status, _, err = run("check")
        assert status == 2
        assert f"unknown key `{key}`" in err
    assert os.listdir("..") == ["tree"]


def test_a_scan_writes_nothing_into_what_it_scans() -> None:
    Path("a.py").write_text(MODEL)
    run("scan")
    run("check")
    assert os.listdir(".") == ["a.py"]


def _spoiled(kind: str, cache: Path) -> None:
    data = bytearray(cache.read_bytes())
    if kind == "turned over":
        data[len(data) // 2 :] = bytes(byte ^ 0xFF for byte in data[len(data) // 2 :])
    elif kind == "no head":
        data[:100] = bytes(100)
    elif kind == "cut off":
        del data[5000:]
    elif kind == "text":
        data = bytearray(b"what is this")
    cache.write_bytes(data)
    if kind == "foreign":
        cache.unlink()
        with sqlite3.connect(cache) as database:
            database.execute("CREATE TABLE other (x)")
        database.close()


@pytest.mark.parametrize("kind", ["turned over", "no head", "cut off", "text", "foreign"])
def test_a_spoiled_cache_is_noticed(kind: str) -> None:
    Path("a.py").write_text(MODEL)
    want = run("scan", "--cache-dir", "../cache", "--format", "json")
    _spoiled(kind, Path("../cache/cache.sqlite3"))
    for _ in range(2):
        assert run("scan", "--cache-dir", "../cache", "--format", "json") == want


def test_a_cache_that_cannot_be_used_costs_nothing_but_time() -> None:
    Path("a.py").write_text(MODEL)
    Path("../cache/cache.sqlite3").mkdir(parents=True)
    status, out, err = run("scan", "--cache-dir", "../cache")
    assert status == 0
    assert "1 ReLU after" in out
    assert err.startswith("staticrelu: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("command", ["scan", "check"])
def test_a_full_disk_is_a_message(command: str) -> None:
    Path("a.py").write_text(MODEL)
    status, _, err = run(command, "-o", "/dev/full")
    assert status == 2
    assert "cannot write the report to /dev/full: No space left on device" in err


def _room(size: int) -> Callable[[], None]:
    """Has a process write files of so many bytes and no more, as a disk that is nearly full does."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize(
    ("command", "file"), [("scan", "report.json"), ("check", "report.json"), ("check", "base.json")]
)
def test_where_the_disk_is_full_the_old_file_stays(command: str, file: str) -> None:
    Path("a.py").write_text(MODEL)
    arguments = [command, "--no-cache", "--format", "json", "-o", "report.json"]
    if file == "base.json":
        arguments = [command, "--no-cache", "--baseline", file, "--write-baseline"]
    assert run(*arguments)[0] == 0 or command == "check"
    old = Path(file).read_bytes()
    Path("b.py").write_text(MODEL)
    status, _, err = run(*arguments, preexec_fn=_room(len(old)))
    assert status == 2
    assert err == f"staticrelu: cannot write the report to {file}: File too large\n"
    assert sorted(os.listdir()) == sorted(["a.py", "b.py", file])
    assert Path(file).read_bytes() == old


@pytest.mark.parametrize("size", [0, 4_096, 20_000, 70_000])
def test_a_cache_for_which_there_is_no_room_costs_nothing_but_time(size: int) -> None:
    Path("a.py").write_text(MODEL)
    expected = run("scan", "--format", "json", "--no-cache")[1]
    scan = ["scan", "--format", "json", "--cache-dir", "../cache"]
    status, out, err = run(*scan, preexec_fn=_room(size))
    assert (status, out) == (0, expected)
    assert "Traceback" not in err
    assert run(*scan) == (0, expected, "")


def test_reports_are_valid_json_whatever_names_hold() -> None:
    Path('a"\\\n\x07.py').write_text(MODEL)
    for output_format in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(run("check", "--format", output_format)[1])
