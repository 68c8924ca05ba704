"""The hook, with the real ``pre-commit`` in a real repository; and the files that others read."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checked import RULES
from pages import blocks
from staticrelu import config
from staticrelu.catalog import load
from staticrelu.checks.suppress import UNUSED
from test_check import BENT, CLEAN, LAYERS, USER, run

ROOT = Path(__file__).parent.parent


def git(folder: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.invalid", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, **options)


def new_repository(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    git(folder, "init", "-q", check=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "-A", check=True)
    git(folder, "commit", "-qm", "first", check=True)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """This project as a repository of hooks: what is in its working copy, committed."""
    folder = tmp_path / "hooks"
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", check=True).stdout.splitlines()
    for name in listed:
        if name.split("/")[0] in ("staticrelu", "rules") or "/" not in name:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((ROOT / name).read_bytes())
    git(folder, "init", "-q", check=True)
    git(folder, "add", "-A", check=True)
    git(folder, "commit", "-qm", "hooks", check=True)
    return folder


@pytest.mark.slow
def test_the_hook_blocks_a_commit_that_adds_a_finding_and_lets_a_clean_one_pass(tmp_path: Path, project: Path) -> None:
    hook = yaml.safe_dump({"repos": [{"repo": str(project), "rev": "HEAD", "hooks": [{"id": "staticrelu"}]}]})
    rev = git(project, "rev-parse", "HEAD", check=True).stdout.strip()
    files = {".pre-commit-config.yaml": hook.replace("HEAD", rev), "layers.py": LAYERS, "known.py": BENT}
    work = new_repository(tmp_path / "work", files)
    environment = os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=work, env=environment, check=True)

    def commit(name: str, text: str) -> tuple[bool, str]:
        (work / name).write_text(text, encoding="utf-8")
        git(work, "add", "-A", check=True)
        done = git(work, "commit", "-qm", name, env=environment)
        return done.returncode == 0, done.stdout + done.stderr

    passed, said = commit("clean.py", CLEAN)
    assert passed, said
    passed, said = commit("model.py", BENT)
    assert not passed
    assert "model.py:12:16: warning SR102" in said
    assert "known.py" not in said
    git(work, "rm", "-qf", "model.py", check=True)
    # The ReLU stands in a file that is not changed; the layer that it now acts on is new.
    passed, said = commit("user.py", USER)
    assert not passed
    assert "layers.py:5:12: warning SR102" in said
    passed, said = commit("user.py", USER.replace("[0])", "[0])  # unchanged in what it does"))
    assert not passed
    passed, said = commit("layers.py", LAYERS.replace("(x)\n", "(x)  # staticrelu: ignore[SR102] on purpose\n", 2))
    assert passed, said


def test_the_manifest_of_hooks_is_what_pre_commit_reads() -> None:
    validate = pytest.importorskip("pre_commit.clientlib")
    (hook,) = validate.load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert (hook["id"], hook["require_serial"], hook["types_or"], hook["pass_filenames"]) == (
        "staticrelu",
        True,
        ["python", "jupyter", "markdown"],
        True,
    )


def test_the_action_hands_nothing_into_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    scripts = [step.get("run", "") for step in action["runs"]["steps"]]
    assert all("${{" not in script for script in scripts)
    assert set(action["inputs"]) == {"paths", "arguments", "sarif", "fail-on"}


def test_the_script_of_the_action_reports_and_fails(tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (tmp_path / "a.py").write_text(BENT, encoding="utf-8")
    bin_folder = tmp_path / "staticrelu" / "bin"
    bin_folder.mkdir(parents=True)
    launcher = bin_folder / "staticrelu"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m staticrelu "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)
    given = {"PATHS": "a.py", "ARGUMENTS": "--select SR102", "SARIF": "out.sarif", "FAIL_ON": "warning"}
    files = {name: str(tmp_path / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    environment = os.environ | given | files | {"RUNNER_TEMP": str(tmp_path), "PYTHONPATH": str(ROOT)}
    script = action["runs"]["steps"][-1]["run"]
    done = subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout.startswith("::warning title=staticrelu (SR102),file=a.py")) == (1, True), (
        done.stderr
    )
    assert (tmp_path / "out.sarif").exists()
    assert (tmp_path / "GITHUB_OUTPUT").read_text() == "sarif=out.sarif\n"
    assert "SR102" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text()


def test_the_page_of_integrations_shows_hooks_and_commands_that_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ROOT / "docs" / "integrations.md"
    hooks, local, workflow, _ = (yaml.safe_load(block) for block in blocks(page, "yaml"))
    (manifest,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hooks["repos"][0]["hooks"] == [{"id": manifest["id"]}]
    (own,) = local["repos"][0]["hooks"]
    assert own == {key: manifest[key] for key in own} | {"language": "system"}
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert set(workflow["steps"][1]["with"]) <= set(action["inputs"])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "model.py").write_text(BENT, encoding="utf-8")
    commands = re.findall(r"staticrelu (check [^|`\n]*)", page.read_text("utf-8"))
    assert len(commands) > 5
    for command in commands:
        fails = not any(option in command for option in ("never", "--shard"))
        assert run(*shlex.split(command), stdin=BENT)[0] == fails, command


def test_the_pages_show_rules_configurations_and_commands_that_are_real(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = yaml.safe_load(blocks(ROOT / "docs" / "rules.md", "yaml")[0])
    real = yaml.safe_load((ROOT / "rules" / "checks" / "SR102.yaml").read_text("utf-8"))
    assert shown == {key: value for key, value in real.items() if key != "help"}
    write_to = tmp_path / "layers.yaml"
    write_to.write_text(blocks(ROOT / "docs" / "rules.md", "yaml")[1], encoding="utf-8")
    assert load([write_to]).traits("ours.layers.Projection") == {"learned"}
    (tmp_path / "pyproject.toml").write_text(blocks(ROOT / "README.md", "toml")[0], encoding="utf-8")
    settings = config.find(tmp_path).settings
    assert (settings.extend_select, settings.fail_on) == (("SR110",), "warning")
    text = (ROOT / "README.md").read_text("utf-8")
    for rule in [*RULES, UNUSED]:
        assert f"| {rule.code} {rule.name} | {'yes' if rule.default else ''}".rstrip() in text
