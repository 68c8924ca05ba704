"""``staticrelu check`` and ``staticrelu rules`` as people run them: configuration, status, baseline, what is reported."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from checked import model
from staticrelu.cli import app

BENT = model("self.rnn = nn.GRU(4, 4)", "return torch.relu(self.rnn(x)[0])")
CLEAN = model("self.rnn = nn.GRU(4, 4)", "return self.rnn(x)[0]")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)


def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    done = CliRunner().invoke(app, list(arguments), input=stdin.encode())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done.exit_code, done.stdout, done.stderr


def check(*arguments: str, stdin: str = "") -> tuple[int, list[tuple[str, str, int]]]:
    """Exit status and the findings: code, path, line."""
    status, out, err = run("check", "--format", "json", *arguments, stdin=stdin)
    assert out, err
    return status, [(f["code"], f["path"], f["line"]) for f in json.loads(out)["findings"]]


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# --- status --------------------------------------------


def test_clean_is_zero_findings_are_one() -> None:
    write("model.py", CLEAN)
    assert check() == (0, [])
    write("model.py", BENT)
    assert check() == (1, [("SR102", "model.py", 12)])


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--fail-on", "warning"], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error", "--severity", "SR102=error"], 1),
        (["--fail-on", "warning", "--severity", "SR1=note"], 0),
    ],
)
def test_the_status_depends_on_the_severity(arguments: list[str], status: int) -> None:
    write("model.py", BENT)
    assert check(*arguments)[0] == status


def test_rules_are_selected() -> None:
    write("model.py", BENT)
    assert [code for code, _, _ in check("--select", "ALL")[1]] == ["SR101", "SR102"]
    assert [code for code, _, _ in check("--select", "SR101,SR104", "--ignore", "SR104")[1]] == ["SR101"]
    assert [code for code, _, _ in check("--extend-select", "relu-on-output")[1]] == ["SR101", "SR102"]
    assert check("--ignore", "SR10")[0] == 0


def test_another_activation_is_chosen() -> None:
    write("model.py", BENT.replace("torch.relu", "F.gelu"))
    assert check()[1] == []
    assert check("--activation", "gelu,silu")[1] == [("SR102", "model.py", 12)]
    assert check("--activation", "all")[1] == [("SR102", "model.py", 12)]
    status, out, _ = run("scan", "--activation", "gelu")
    assert (status, "after   torch.nn.functional.gelu" in out, "1 activation after" in out) == (0, True, True)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--select", "SR999"], "no rule is called 'SR999'"),
        (["--severity", "SR102=fatal"], "expected RULE=error"),
        (["--activation", "rleu"], "no activation is called 'rleu'"),
        (["--baseline", "missing.json"], "missing.json: cannot be read"),
        (["--write-baseline"], "--write-baseline needs --baseline"),
        (["--stdin-filename", "model.py"], "--stdin-filename needs the path -"),
        (["--config", "missing.toml"], "missing.toml: cannot be read"),
        (["missing"], "missing: No such file"),
        (["--shard", "3/2"], "--shard: expected I/N with I from 1 to N, not '3/2'"),
        (["--shard", "1/2", "--format", "sarif"], "and not sarif: leave --format out"),
        (["--shard", "1/2", "--join", "part.json"], "--join and --write-baseline are for the check that joins all"),
        (["--join", "part.json"], "part.json: No such file"),
        (["--output", "."], "it is a folder"),
    ],
)
def test_wrong_usage_is_two(arguments: list[str], complaint: str) -> None:
    write("model.py", BENT)
    status, out, err = run("check", *arguments)
    assert (status, out) == (2, "")
    assert complaint in err


def test_nothing_to_read_is_two() -> None:
    assert run("check")[0] == 2


# --- configuration --------------------------------------------


def test_the_nearest_configuration_counts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    write("pyproject.toml", '[tool.staticrelu]\nignore = ["SR102"]\n')
    write("pkg/pyproject.toml", "[tool.other]\n")
    write("pkg/model.py", BENT)
    monkeypatch.chdir("pkg")
    assert check()[0] == 0
    assert check("--isolated")[0] == 1
    write("staticrelu.toml", 'select = ["SR101"]\n')
    assert check()[1] == [("SR101", "model.py", 12)]
    assert check("--config", "../pyproject.toml")[0] == 0
    assert check("--select", "SR102")[1] == [("SR102", "model.py", 12)]


def test_what_is_said_of_comments_has_its_severity_and_its_files_too() -> None:
    write("model.py", CLEAN + "# staticrelu: ignore[SR102]\n")
    write("staticrelu.toml", '[severity]\nSR901 = "error"\n')
    assert ": error SR901 " in run("check", "--format", "concise")[1]
    write("staticrelu.toml", '[per-file-ignores]\n"model.py" = ["ALL"]\n')
    assert check() == (0, [])


def test_every_setting_counts() -> None:
    write("pkg/model.py", BENT)
    write("pkg/old/model.py", BENT)
    write("build_me/model.py", BENT)
    write(
        "staticrelu.toml", 'exclude = ["/build_me"]\nfail-on = "error"\n\n[per-file-ignores]\n"pkg/old/**" = ["SR10"]\n'
    )
    assert check() == (0, [("SR102", "pkg/model.py", 12)])
    write("staticrelu.toml", 'extend-select = ["SR101"]\n[severity]\nSR101 = "error"\n')
    assert run("check", "--format", "concise")[1].count(": error SR101 ") == 3
    write("staticrelu.toml", 'activation = ["gelu"]\n')
    assert check() == (0, [])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('selct = ["SR102"]\n', "staticrelu.toml: unknown key `selct`; there are select, extend-select, ignore"),
        ("select = 3\n", "$.select"),
        ('fail-on = "fatal"\n', "'fatal'"),
        ('[severity]\nSR102 = "bad"\n', "'bad'"),
        ('[severity]\nXX9 = "note"\n', "no rule is called 'XX9'"),
        ('[per-file-ignores]\n"*" = ["XX1"]\n', "no rule is called 'XX1'"),
        ('select = ["SR102"\n', "expected TOML"),
        (f'exclude = ["{"a*" * 99}"]\n', "staticrelu.toml: exclude: more than"),
        ('[per-file-ignores]\n"!" = ["SR102"]\n', "staticrelu.toml: per-file-ignores: no gitignore pattern"),
        ('activation = ["rleu"]\n', "no activation is called 'rleu'"),
        ('catalogs = ["house.yaml"]\n', "house.yaml:1:1: cannot be read"),
        ('rules = ["house"]\n', "house:1:1: cannot be read"),
        ('baseline = "old.json"\n', "old.json: cannot be read"),
    ],
)
def test_a_wrong_configuration_is_two_and_told(text: str, complaint: str) -> None:
    write("model.py", BENT)
    write("staticrelu.toml", text)
    status, out, err = run("check")
    assert (status, out) == (2, "")
    assert complaint in err


def test_catalogs_and_rules_of_ones_own_are_relative_to_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = "entries:\n  - {kind: module, base: torch.nn.Module, recurrent: true, names: [ours.Recurrence]}\n"
    own = Path(__file__).parent.parent / "rules" / "checks" / "SR101.yaml"
    write("tools/layers.yaml", catalog)
    write("tools/rules/TM001.yaml", own.read_text("utf-8").replace("SR101", "TM001").replace("relu-on-output", "ours"))
    write("staticrelu.toml", 'catalogs = ["tools/layers.yaml"]\nrules = ["tools/rules"]\nselect = ["TM001"]\n')
    write(
        "pkg/model.py",
        BENT.replace("nn.GRU(4, 4)", "ours.Recurrence(4)").replace("import torch\n", "import torch, ours\n"),
    )
    monkeypatch.chdir("pkg")
    assert [code for code, _, _ in check()[1]] == ["TM001"]
    status, out, _ = run("rules", "test")
    assert (status, out.count("right"), "TM001" in out) == (0, 1, True)
    write(
        "../tools/rules/TM001.yaml",
        Path("../tools/rules/TM001.yaml").read_text().replace("return out + torch", "return torch"),
    )
    write(
        "../tools/rules/TM001.yaml",
        Path("../tools/rules/TM001.yaml").read_text().replace("self.head(x))", "self.head(out))"),
    )
    status, out, _ = run("rules", "test")
    assert (status, "reported, but not marked" in out) == (1, True)


# --- baseline --------------------------------------------


def test_what_is_in_the_baseline_does_not_count_wherever_its_line_moves() -> None:
    write("model.py", BENT)
    write("other.py", BENT)
    assert run("check", "--baseline", "known.json", "--write-baseline")[0] == 0
    assert check("--baseline", "known.json") == (0, [])
    write("model.py", "# a comment\n" * 10 + BENT)
    assert check("--baseline", "known.json") == (0, [])
    write("model.py", BENT.replace("return torch", "y = torch.relu(self.rnn(x)[0])\n        return torch"))
    assert check("--baseline", "known.json") == (1, [("SR102", "model.py", 12)])


def test_what_is_there_no_more_is_told_and_forgotten_on_request() -> None:
    write("model.py", BENT)
    write("other.py", BENT)
    run("check", "--baseline", "known.json", "--write-baseline")
    write("model.py", CLEAN)
    assert "1 finding of the baseline is there no more" in run("check", "--baseline", "known.json")[2]
    run("check", "--baseline", "known.json", "--write-baseline", "model.py")
    assert [entry["path"] for entry in json.loads(Path("known.json").read_text())["findings"]] == ["other.py"]


def test_what_is_known_of_rules_that_are_off_is_kept() -> None:
    write("model.py", BENT)
    run("check", "--baseline", "known.json", "--write-baseline")
    assert run("check", "--baseline", "known.json", "--select", "SR101", "--fail-on", "never")[2] == ""
    run("check", "--baseline", "known.json", "--select", "SR101", "--write-baseline")
    assert check("--baseline", "known.json", "--extend-select", "SR101") == (0, [])


@pytest.mark.parametrize(
    "text", ['{"version": 2, "findings": []}', "{}", "[]", "no json", '{"version": 1, "findings": 3}']
)
def test_a_baseline_that_is_none_is_told_and_not_overwritten(text: str) -> None:
    write("model.py", BENT)
    write("known.json", text)
    for more in ([], ["--write-baseline"]):
        status, out, err = run("check", "--baseline", "known.json", *more)
        assert (status, out, "known.json: expected a baseline" in err) == (2, "", True)
    assert Path("known.json").read_text() == text


def test_a_commented_finding_is_not_in_the_baseline() -> None:
    write("model.py", BENT.replace("[0])", "[0])  # staticrelu: ignore[SR102] wanted"))
    assert check() == (0, [])
    run("check", "--baseline", "known.json", "--write-baseline")
    assert json.loads(Path("known.json").read_text())["findings"] == []
    write("model.py", CLEAN + "# staticrelu: ignore[SR102]\n")
    assert check() == (1, [("SR901", "model.py", 13)])


def test_records_are_the_same_from_every_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fingerprint, the baseline, patterns of the configuration, and the paths in reports to platforms."""
    write("pyproject.toml", '[tool.staticrelu]\nexclude = ["/pkg/old"]\nbaseline = "known.json"\n')
    write("pkg/model.py", BENT)
    write("pkg/old/model.py", BENT)
    run("check", "--write-baseline")
    assert check() == (0, [])
    (entry,) = json.loads(Path("known.json").read_text())["findings"]
    monkeypatch.chdir("pkg")
    assert check() == (0, [])
    assert run("check")[2] == ""
    run("check", "--write-baseline")
    assert json.loads(Path("../known.json").read_text())["findings"] == [entry]
    assert entry["path"] == "pkg/model.py"
    write("new.py", BENT)
    assert check() == (1, [("SR102", "new.py", 12)])
    (finding,) = json.loads(run("check", "--format", "gitlab")[1])
    assert finding["location"]["path"] == "pkg/new.py"
    assert "file=pkg/new.py," in run("check", "--format", "github")[1]
    shown = json.loads(run("check", "--format", "sarif")[1])["runs"][0]["results"]
    assert [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in shown] == [
        "pkg/new.py",
        "pkg/model.py",
    ]
    write(
        "../pyproject.toml",
        '[tool.staticrelu]\nexclude = ["/pkg/old"]\n[tool.staticrelu.per-file-ignores]\n"pkg/*.py" = ["ALL"]\n',
    )
    assert check() == (0, [])
    assert check("--force-exclude", "old/model.py") == (0, [])


def test_a_file_alone_has_the_fingerprint_that_it_has_among_all() -> None:
    """Of two findings on equal lines one is known; the other one is not taken for it when it is asked for alone."""
    write("staticrelu.toml", "")
    write(
        "layers.py",
        LAYERS.replace("    return", "    if x is None:\n        return x\n    return")
        + "\n\ndef also(x):\n    return torch.relu(x)\n",
    )
    write("user.py", USER)
    run("check", "--baseline", "known.json", "--write-baseline")
    write("second.py", USER.replace("bend", "also"))
    assert check("--baseline", "known.json")[1] == [("SR102", "layers.py", 11)]
    assert check("--baseline", "known.json", "second.py")[1] == [("SR102", "layers.py", 11)]
    assert check("--baseline", "known.json", "user.py")[1] == []


# --- what is read, and what is reported --------------------------------------------

LAYERS = "import torch\n\n\ndef bend(x):\n    return torch.relu(x)\n"
USER = model("self.rnn = nn.GRU(4, 4)", "return bend(self.rnn(x)[0])").replace(
    "import torch\n", "import torch\nfrom layers import bend\n", 1
)


def test_a_file_says_the_same_alone_and_among_all_others() -> None:
    write("layers.py", LAYERS)
    write("user.py", USER)
    write("third.py", BENT)
    write("staticrelu.toml", "")
    expected = [("SR102", "layers.py", 5)]
    assert check("layers.py")[1] == expected
    assert check("user.py")[1] == expected
    assert check("third.py")[1] == [("SR102", "third.py", 12)]
    assert check("layers.py", "third.py")[1] == [*expected, ("SR102", "third.py", 12)]


def test_many_files_that_nobody_named_are_not_read_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("staticrelu.limits.MAX_UNTOLD", 2)
    for name in ("model.py", "a.py", "b.py", "c.py"):
        write(name, CLEAN)
    assert "3 more files below" in run("check", "model.py")[2]
    assert run("check", ".")[2] == ""
    assert run("check", "model.py", "a.py")[2] == ""
    write("staticrelu.toml", "")
    assert run("check", "model.py")[2] == ""
    Path("staticrelu.toml").unlink()
    Path(".git").mkdir()
    assert run("check", "model.py")[2] == ""


def test_git_tells_what_is_around_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    write("pkg/layers.py", LAYERS)
    write("pkg/user.py", USER)
    monkeypatch.chdir("pkg")
    assert check("user.py")[1] == [("SR102", "layers.py", 5)]


def test_standard_input_stands_for_a_file() -> None:
    write("layers.py", LAYERS.replace("torch.relu", "torch.abs"))
    write("user.py", USER)
    assert check("-", "--stdin-filename", "user.py", stdin=USER)[1] == []
    assert check("-", "--stdin-filename", "layers.py", stdin=LAYERS)[1] == [("SR102", "layers.py", 5)]
    assert check("-", stdin=BENT)[1] == [("SR102", "<stdin>", 12)]


def test_what_cannot_be_read_is_told_of_reported_files_only() -> None:
    write("staticrelu.toml", "")
    write("broken.py", "def f(:\n")
    write("model.py", CLEAN)
    assert "broken.py" in run("check")[2]
    assert run("check", "model.py")[2] == ""


def test_of_much_that_cannot_be_read_the_first_is_told_and_how_much_more_there_is() -> None:
    write("model.py", CLEAN)
    for number in range(30):
        write(f"broken{number:02}.py", "def f(:\n")
    lines = run("check")[2].splitlines()
    assert (len(lines), lines[19].split(":")[0]) == (21, "broken19.py")
    assert lines[20] == "staticrelu: 10 more of these: --format json has them all"
    assert len(json.loads(run("check", "--format", "json")[1])["errors"]) == 30


def test_excluded_files_are_left_out_of_those_that_are_named_on_request() -> None:
    write("staticrelu.toml", 'exclude = ["old"]\n')
    write("old/model.py", BENT)
    assert check("old/model.py")[0] == 1
    assert check("--force-exclude", "old/model.py") == (0, [])
    write("model.py", BENT)
    assert check("--force-exclude", "old/model.py", "model.py")[1] == [("SR102", "model.py", 12)]


# --- rules --------------------------------------------


# --- in parts --------------------------------------------


def _shares(of: int, *arguments: str) -> list[str]:
    """What joins the parts of a check, each of which was written by a run of its own."""
    for number in range(1, of + 1):
        assert run("check", "--shard", f"{number}/{of}", "-o", f"part{number}.json", *arguments) == (0, "", "")
    return [word for number in range(of, 0, -1) for word in ("--join", f"part{number}.json")]


@pytest.mark.parametrize("of", [1, 2, 5])
def test_the_parts_of_a_check_join_to_what_it_says(of: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abcd":
        write(f"{name}.py", BENT)
    write("b.py", BENT.replace("torch.relu(self.rnn(x)[0])", "torch.relu(self.rnn(x)[0])  # staticrelu: ignore[SR102]"))
    write("c.py", CLEAN.replace("self.rnn(x)[0]", "self.rnn(x)[0]  # staticrelu: ignore[SR102]"))
    write("e.py", "from d import Model\n\nmodel = Model()\n")
    write("f.py", "def f(:\n")
    assert run("check", "d.py", "--baseline", "base.json", "--write-baseline")[0] == 0
    wanted = ["--baseline", "base.json", "--format", "json"]
    whole = run("check", *wanted)
    assert whole[0] == 1
    assert [(f["code"], f["path"]) for f in json.loads(whole[1])["findings"]] == [("SR102", "a.py"), ("SR901", "c.py")]
    joined = _shares(of, "--baseline", "base.json")
    monkeypatch.setattr("staticrelu.scan.journey.Journey.run", lambda _: pytest.fail("asked again"))
    assert run("check", *joined, *wanted) == whole
    assert run("check", *joined, *wanted, "--fail-on", "never")[0] == 0


def test_parts_of_another_check_are_refused() -> None:
    write("a.py", BENT)
    joined = _shares(2)
    assert run("check", *joined)[0] == 1
    assert run("check", *joined[:2])[::2] == (
        2,
        "staticrelu: the parts are not each share of the scan once: missing: 1/2\n",
    )
    write("a.py", CLEAN)
    assert "the parts are of another check" in run("check", *joined)[2]
    write("a.py", BENT)
    assert "the parts are of another check" in run("check", *joined, "--select", "SR101")[2]
    for number in (1, 2):
        part = Path(f"part{number}.json")
        part.write_text(part.read_text("utf-8").replace("SR102", "SR999"), "utf-8")
    assert "the parts answer to a rule that is not asked: 'SR999'" in run("check", *joined)[2]
    for wrong in ("", "{}", "[" * 100_000):
        write("part1.json", wrong)
        status, _, err = run("check", *joined)
        assert (status, "part1.json: this is no part that `staticrelu check --shard` wrote" in err) == (2, True)


def test_rules_are_listed_and_explained() -> None:
    status, out, _ = run("rules")
    assert status == 0
    assert "SR102  relu-directly-on-output" in out
    assert "SR901" in out
    status, out, _ = run("rules", "show", "SR102")
    assert (status, "Not reported:" in out, "sign carries information" in out) == (0, True, True)
    assert run("rules", "show", "SR999")[0] == 2
    assert run("rules", "test")[0] == 0


def test_a_wrong_rule_file_is_two() -> None:
    write("bad.yaml", "code: 3\n")
    status, _, err = run("rules", "test", "bad.yaml")
    assert (status, "bad.yaml:1:7: expected a code like AB123" in err) == (2, True)


def test_the_engine_is_not_loaded_for_help(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("staticrelu.catalog.load", forbidden)
    assert run("check", "--help")[0] == 0
