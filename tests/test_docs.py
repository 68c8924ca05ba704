"""The documentation says what the program does: its pages are made anew, its command lines are run, its pictures compared.

``pytest tests/test_docs.py --rewrite`` writes pages and pictures.
"""

from __future__ import annotations

import html
import io
import re
import shutil
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from docs_pages import DOCS, EXAMPLES, FORMATS, ROOT, commands, pages, run
from pages import blocks
from stages import CATALOG
from staticrelu.checks import load
from staticrelu.checks.suppress import UNUSED
from staticrelu.cli.check import Format as CheckFormat
from staticrelu.cli.look import Format as ShowFormat
from staticrelu.cli.scan import Format as ScanFormat

RULES = [*load(CATALOG), UNUSED]
MADE = ("commands", "rules", "formats")
PICTURES = {
    "scan": "staticrelu scan fixtures/models/forecaster.py fixtures/models/tagger.py fixtures/models/layers.py",
    "show": "staticrelu show fixtures/models/tagger.py:Tagger",
    "trace": "staticrelu trace fixtures/models/tagger.py:Tagger",
}
"""Pictures of terminals, and what was typed there."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with what the documentation's commands name, where they may write."""
    made = tmp_path_factory.mktemp("docs")
    for name in ("fixtures", "rules"):
        shutil.copytree(ROOT / name, made / name)
    own = (ROOT / "rules/checks/SR102.yaml").read_text("utf-8")
    own = own.replace("SR102", "TM102").replace("relu-directly-on-output", "our-relu-on-output")
    (made / "tools/rules").mkdir(parents=True)
    (made / "tools/rules/TM102.yaml").write_text(own, "utf-8")
    return made


def test_every_command_and_format_has_its_page() -> None:
    assert EXAMPLES.keys() == {name for name, _ in commands()}
    assert FORMATS.keys() == {f.value for formats in (ScanFormat, CheckFormat, ShowFormat) for f in formats}


def test_the_pages_are_what_the_program_says(folder: Path, request: pytest.FixtureRequest) -> None:
    made = dict(pages(folder, RULES))
    if request.config.getoption("--rewrite"):
        for name in MADE:
            shutil.rmtree(DOCS / name, ignore_errors=True)
        for name, text in made.items():
            (DOCS / name).parent.mkdir(exist_ok=True)
            (DOCS / name).write_text(text, "utf-8")
    there = {str(path.relative_to(DOCS)) for part in MADE for path in (DOCS / part).rglob("*.md")} | {"README.md"}
    assert there == made.keys()
    for name, text in made.items():
        assert (DOCS / name).read_text("utf-8") == text, name


def typed() -> list[tuple[str, str]]:
    """The command lines in the README and the pages that are written by hand: those of a block, and those in a sentence."""
    found = []
    for page in (ROOT / "README.md", DOCS / "integrations.md", DOCS / "rules.md"):
        text = page.read_text("utf-8")
        lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
        lines += [" ".join(code.split()) for code in re.findall(r"`(staticrelu [^`]+)`", text)]
        lines += re.findall(r"^ +- (staticrelu .*)$", text, re.MULTILINE)
        found += [
            (page.name, line) for line in dict.fromkeys(lines) if line.startswith("staticrelu ") and "[" not in line
        ]
    return found


@pytest.mark.parametrize(("page", "line"), typed(), ids=lambda value: value)
def test_every_command_line_runs(page: str, line: str, folder: Path) -> None:
    (folder / "src").mkdir(exist_ok=True)
    shutil.copy(ROOT / "fixtures/models/tagger.py", folder / "src/model.py")
    command = line.partition(" | ")[0].replace("FILE", "fixtures/models/tagger.py")
    done = run(f"{command} < src/model.py", folder)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr


def picture(command: str, folder: Path) -> str:
    """A terminal with a command and its coloured output, as SVG."""
    printed = run(command, folder, FORCE_COLOR="1", NO_COLOR="").stdout
    text = Text.from_ansi(f"$ {command}\n{printed}")
    console = Console(record=True, file=io.StringIO(), width=max(text.cell_len for text in text.split()) + 1)
    console.print(text)
    return console.export_svg(title="staticrelu", unique_id=f"staticrelu-{command.split()[1]}")


@pytest.mark.parametrize(("name", "command"), PICTURES.items())
def test_the_pictures_of_terminals_show_what_is_printed(
    name: str, command: str, folder: Path, request: pytest.FixtureRequest
) -> None:
    path = DOCS / "pictures" / f"{name}.svg"
    if request.config.getoption("--rewrite"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(picture(command, folder), "utf-8")
    shown = html.unescape(re.sub(r"<[^>]+>", "", path.read_text("utf-8"))).replace("\u00a0", " ")
    for line in run(command, folder, NO_COLOR="1").stdout.splitlines():
        assert "".join(line.split()) in "".join(shown.split()), line


def test_the_picture_of_a_model_is_what_is_drawn(folder: Path, request: pytest.FixtureRequest) -> None:
    path = DOCS / "pictures" / "model.svg"
    drawn = run("staticrelu show --format svg fixtures/models/tagger.py", folder).stdout
    if request.config.getoption("--rewrite"):
        path.write_text(drawn, "utf-8")
    texts = [re.findall(r"<text[^>]*>([^<]*)</text>", image) for image in (drawn, path.read_text("utf-8"))]
    assert texts[0] == texts[1]
    assert texts[0]


def test_what_the_pages_link_to_is_there() -> None:
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page}: {target}"
