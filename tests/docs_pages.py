"""The pages of ``docs/`` that are made from what the program says of itself: one a command, a rule and a format."""

from __future__ import annotations

import importlib
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from enum import EnumMeta
from pathlib import Path
from typing import Any

import typer

from staticrelu.checks import Rule
from staticrelu.cli import app

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MAX_LINES = 40
"""Lines of an output that a page shows."""

EXAMPLES = {
    "scan": [
        "staticrelu scan fixtures/models/tagger.py fixtures/models/layers.py",
        "staticrelu scan --activation all fixtures/models/forecaster.py",
    ],
    "check": [
        "staticrelu check --isolated --format concise fixtures/",
        "staticrelu check --isolated --select SR101,SR104 fixtures/models/tagger.py",
    ],
    "merge": [
        "for n in 1 2; do staticrelu scan --isolated --shard $n/2 --output part$n.json fixtures/; done",
        "staticrelu merge part1.json part2.json",
    ],
    "cache": [],
    "cache info": ["staticrelu cache info --cache-dir new"],
    "cache clean": ["staticrelu cache clean --cache-dir new"],
    "rules": ["staticrelu rules"],
    "rules show": ["staticrelu rules show SR105"],
    "rules test": ["staticrelu rules test tools/rules"],
    "show": ["staticrelu show fixtures/models/tagger.py:Tagger", "staticrelu show fixtures/models/forecaster.py"],
    "trace": [
        "staticrelu trace fixtures/models/tagger.py:Tagger",
        "staticrelu trace fixtures/models/forecaster.py --from last --to 22",
    ],
}
"""What the page of each command runs."""

FORMATS = {
    "text": ("staticrelu.report.text", "text", "staticrelu scan fixtures/models/tagger.py fixtures/models/layers.py"),
    "json": ("staticrelu.report.json", "json", "staticrelu scan --format json fixtures/models/adder.py"),
    "html": ("staticrelu.view.page", "", "staticrelu scan --format html --output report.html fixtures/"),
    "concise": ("staticrelu.report.findings.concise", "text", "staticrelu check --isolated --format concise fixtures/"),
    "jsonl": ("staticrelu.report.findings.json", "json", "staticrelu check --isolated --format jsonl fixtures/"),
    "sarif": ("staticrelu.report.findings.sarif", "json", "staticrelu check --isolated --format sarif fixtures/"),
    "github": ("staticrelu.report.findings.github", "text", "staticrelu check --isolated --format github fixtures/"),
    "gitlab": ("staticrelu.report.findings.gitlab", "json", "staticrelu check --isolated --format gitlab fixtures/"),
    "junit": ("staticrelu.report.findings.junit", "xml", "staticrelu check --isolated --format junit fixtures/"),
    "rdjson": ("staticrelu.report.findings.rdjson", "json", "staticrelu check --isolated --format rdjson fixtures/"),
    "markdown": (
        "staticrelu.report.findings.markdown",
        "md",
        "staticrelu check --isolated --format markdown fixtures/",
    ),
    "mermaid": ("staticrelu.view.mermaid", "mermaid", "staticrelu show --format mermaid fixtures/models/tagger.py"),
    "dot": ("staticrelu.view.dot", "dot", "staticrelu show --format dot fixtures/models/tagger.py"),
    "svg": ("staticrelu.view.svg", "", "staticrelu show --format svg --output model.svg fixtures/models/tagger.py"),
}
"""The formats, each with the module that tells of it, the language of its output (none: it is no text) and a command."""


def run(command: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command line as a reader would, in a folder, with this very program."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **more}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def output(command: str, folder: Path) -> str:
    """What a command prints, cut off where a page has had enough."""
    done = run(command, folder)
    assert done.returncode in (0, 1), f"{command}: {done.stderr}"
    lines = done.stdout.splitlines()
    return "".join(f"{line}\n" for line in (lines if len(lines) <= MAX_LINES else [*lines[:MAX_LINES], "..."]))


def pages(folder: Path, rules: list[Rule]) -> Iterator[tuple[str, str]]:
    """Every page with its name below ``docs/``; ``folder`` has the fixtures and the rules."""
    for name, command in commands():
        yield f"commands/{name.replace(' ', '-')}.md", command_page(name, command, folder)
    for rule in rules:
        yield f"rules/{rule.code}.md", rule_page(rule)
    for name in FORMATS:
        yield f"formats/{name}.md", format_page(name, folder)
    yield "README.md", index_page(rules)


def commands() -> Iterator[tuple[str, Any]]:
    """All commands with their names, those inside a group too."""
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        yield name, command
        yield from ((f"{name} {inner}", c) for inner, c in getattr(command, "commands", {}).items())


def command_page(name: str, command: Any, folder: Path) -> str:
    words = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join(["staticrelu", name, *(["[OPTIONS]"] if options else []), *map(_metavar, words)])
    text = f"# staticrelu {name}\n\n{_plain(command.help or '')}\n\n    {usage}\n"
    rows = [(f"`{_metavar(word)}`", word.help) for word in words]
    rows += [(f"`{', '.join(option.opts)}`{_choices(option)}", option.help) for option in options]
    if rows:
        text += "\n| | |\n| --- | --- |\n" + "".join(f"| {a} | {_cell(b or '')} |\n" for a, b in rows)
    for example in EXAMPLES[name]:
        printed = output(example, folder)
        text += f"\n```sh\n{example}\n```\n" + (f"\n```text\n{printed}```\n" if printed else "")
    return text


def _metavar(word: Any) -> str:
    return word.metavar or (f"[{word.name.upper()}]..." if word.nargs == -1 else word.name.upper())


def _choices(option: Any) -> str:
    """The words that an option takes, where it takes only some; Typer keeps them in a type, or in an annotation."""
    kind = getattr(getattr(option, "type_descriptor", None), "annotation", None)
    words = (
        [word.value for word in kind]
        if isinstance(kind, EnumMeta)
        else getattr(getattr(option, "type", 0), "choices", ())
    )
    return f" {', '.join(str(getattr(word, 'value', word)) for word in words)}" if words else ""


def _plain(text: str) -> str:
    return inspect.cleandoc(text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def rule_page(rule: Rule) -> str:
    state = "on by default" if rule.default else "off by default"
    head = f"# {rule.code} {rule.name}\n\n*{rule.severity}, {state}.* {rule.summary}\n\n{rule.help.text.strip()}\n"
    programs = f"\nReported:\n\n```python\n{rule.help.bad}```\n\nNot reported:\n\n```python\n{rule.help.good}```\n"
    silence = f"\nA comment silences it on its line: `# staticrelu: ignore[{rule.code}] and why`.\n"
    return head + programs + silence


def format_page(name: str, folder: Path) -> str:
    module, language, command = FORMATS[name]
    told = _plain(importlib.import_module(module).__doc__ or "").replace("``", "`")
    text = f"# The format {name}\n\n{told}\n\n```sh\n{command}\n```\n"
    if language:
        return f"{text}\n```{language}\n{output(command, folder)}```\n"
    done = run(command, folder)
    assert done.returncode == 0, done.stderr
    return f"{text}\n![what it looks like](../pictures/{'report.png' if name == 'html' else 'model.svg'})\n"


def index_page(rules: list[Rule]) -> str:
    listed = [f"- [staticrelu {name}](commands/{name.replace(' ', '-')}.md)" for name, _ in commands()]
    formats = [f"- [{name}](formats/{name}.md)" for name in FORMATS]
    codes = [f"- [{rule.code} {rule.name}](rules/{rule.code}.md): {rule.summary}" for rule in rules]
    more = [
        "- [Where findings meet people](integrations.md): hooks, CI, editors",
        "- [Rules and catalogs of your own](rules.md)",
        "- [The house](architecture.md): how it works inside",
    ]
    parts = [("Commands", listed), ("Formats", formats), ("Rules", codes), ("More", more)]
    return "# Documentation\n" + "".join(f"\n## {title}\n\n" + "\n".join(lines) + "\n" for title, lines in parts)
