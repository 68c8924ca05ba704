"""Programs checked inside a test, without the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from stages import CATALOG
from staticrelu import checks
from staticrelu.checks import Finding, Rule
from staticrelu.checks.gather import gather
from staticrelu.report.findings import Result
from staticrelu.scan import Checked, Options, check_sources
from staticrelu.sources import Content

RULES = checks.load(CATALOG)
HEAD = "import torch\nimport torch.nn.functional as F\nfrom torch import nn\n\n\n"


def rule(code: str) -> Rule:
    return next(rule for rule in RULES if rule.code == code)


def model(init: str, forward: str, arguments: str = "self, x", constructor: str = "self") -> str:
    """A model whose constructor starts on line 7, after its ``super`` call on line 8."""

    def body(text: str) -> str:
        return "".join(f"        {line}\n" for line in text.strip().split("\n"))

    return (
        f"{HEAD}class Net(nn.Module):\n    def __init__({constructor}):\n        super().__init__()\n{body(init)}\n"
        f"    def forward({arguments}):\n{body(forward)}"
    )


def check(
    files: Mapping[str, str] | str, *codes: str, kinds: Sequence[str] = ("relu",), catalogs: Sequence[Path] = ()
) -> tuple[list[Finding], Checked]:
    """The findings in some programs, of some rules or of all."""
    named = {"model.py": files} if isinstance(files, str) else files
    contents = [Content(path, text.encode(), "utf-8") for path, text in named.items()]
    rules = [rule for rule in RULES if not codes or rule.code in codes]
    done = check_sources(contents, (), None, Options(frozenset(kinds), rules, catalogs))
    return gather(done.answers, done.line, done.text), done


def found(files: Mapping[str, str] | str, *codes: str, **options: Sequence[str]) -> list[tuple[str, int]]:
    """Code and line of each finding."""
    return [(finding.code, finding.spot.line) for finding in check(files, *codes, **options)[0]]


def result_of(findings: Sequence[Finding], silenced: Sequence[Finding] = ()) -> Result:
    return Result(findings, silenced, (), RULES, 1)
