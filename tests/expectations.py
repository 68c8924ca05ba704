"""Cases and what they expect: small programs whose comments say which facts hold on which line.

A case is one ``.py`` file, or a folder of them, under ``tests/cases/<topic>/``. The expectations stand in comments that
start with ``#:`` on the line they speak about, several of them separated by ``;``::

    self.rnn = nn.LSTM(3, 4)  #: layer enc on_output=sometimes type=torch.nn.LSTM
    y = torch.relu(out)  #: after enc
    y = self.act(out)  #: after enc if "use_relu" defined=7
    y = self.act(out)  #: after enc maybe "mix"; missing before enc

``if`` stands for a conditional fact and ``maybe`` for a possible one; a quoted text must occur in the reported
condition or in one of the unresolved names. ``missing`` marks what is true and not yet reported, ``spurious`` what is
reported and not true. ``defined`` is a line of the same file, or ``file.py:line`` of another file of the case. A layer
without ``on_output`` is expected to say what its ``after`` facts amount to.
Comments that start with ``# drive:`` hold expressions that run the case (see the ``judge`` folder).
"""

from __future__ import annotations

import io
import re
import tokenize
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"
WHOLE_SCRIPT = "# drive-script"
DRIVE = "# drive:"
RELATIONS = ("after", "before", "inside")
LAYER_CHECKS = {
    "on_output": ("yes", "sometimes", "unknown", "no"),
    "called": ("true", "false"),
    "type": (),
}
ITEM = re.compile(
    r"(?:(?P<gap>missing|spurious)\s+)?(?P<what>layer|after|before|inside)\s+(?P<label>\w+)"
    r"(?:\s+(?P<certainty>if|maybe)(?:\s+\"(?P<text>[^\"]+)\")?)?(?P<options>(?:\s+\w+=\S+)*)"
)
CERTAINTY = {None: "definite", "if": "conditional", "maybe": "possible"}


class ExpectationError(Exception):
    """A case whose expectations cannot be understood; the message names the file and the line."""


class Spot(NamedTuple):
    """A line (from 1) of a file of the case; ``file`` is relative to the case's folder."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Layer:
    """A recurrent layer constructed at ``spot``; a check of None is not made."""

    label: str
    spot: Spot
    gap: str | None
    on_output: str | None
    called: bool | None
    type: str | None


@dataclass(frozen=True)
class Expected:
    """A relation between the ReLU applied at ``spot`` and the layer with the label."""

    relation: str
    spot: Spot
    label: str
    certainty: str
    text: str | None
    defined: Spot | None
    gap: str | None


@dataclass(frozen=True)
class Case:
    """One case: where it is, what it expects and how to run it."""

    name: str
    path: Path
    files: tuple[Path, ...]
    layers: tuple[Layer, ...]
    facts: tuple[Expected, ...]
    main: Path | None
    drives: tuple[str, ...]

    @property
    def root(self) -> Path:
        """The folder that the files of the case are named from."""
        return self.path if self.path.is_dir() else self.path.parent

    def source_line(self, spot: Spot) -> str:
        """The text of a line without its expectations, for messages; empty where there is no such line."""
        try:
            lines = (self.root / spot.file).read_text(encoding="utf-8").splitlines()
            return lines[spot.line - 1].partition("#:")[0].strip()
        except (OSError, IndexError):
            return ""


def all_cases() -> list[Case]:
    """Every case under ``tests/cases``, by name."""
    paths = [path for topic in CASES.iterdir() if topic.is_dir() for path in topic.iterdir()]
    return [read_case(path) for path in sorted(paths) if path.suffix == ".py" or _is_case_folder(path)]


def read_case(path: Path) -> Case:
    """Read one case; raises ExpectationError."""
    files = tuple(sorted(path.rglob("*.py"))) if path.is_dir() else (path,)
    root = path if path.is_dir() else path.parent
    layers: list[Layer] = []
    facts: list[Expected] = []
    main, drives = None, []
    for file in files:
        name = file.relative_to(root).as_posix()
        for line, comment in _comments(file):
            if comment.startswith("#:"):
                _read_items(Spot(name, line), comment[2:], layers, facts)
            elif comment.startswith((DRIVE, WHOLE_SCRIPT)):
                main = file
                drives.append(comment.removeprefix(DRIVE).strip())
    case_name = f"{path.parent.name}/{path.stem}"
    case = Case(case_name, path, files, tuple(layers), tuple(facts), main, tuple(drives))
    _check_labels(case)
    return case


def _is_case_folder(path: Path) -> bool:
    return path.is_dir() and path.name != "__pycache__"


def _comments(file: Path) -> list[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(file.read_text(encoding="utf-8")).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def _read_items(spot: Spot, text: str, layers: list[Layer], facts: list[Expected]) -> None:
    for item in text.split(";"):
        match = ITEM.fullmatch(item.strip())
        if match is None:
            raise ExpectationError(f"{spot}: cannot read {item.strip()!r}")
        options = dict(option.split("=", 1) for option in match["options"].split())
        if match["what"] == "layer":
            layers.append(_layer(spot, match, options))
        else:
            facts.append(_fact(spot, match, options))


def _layer(spot: Spot, match: re.Match[str], options: dict[str, str]) -> Layer:
    for key, value in options.items():
        allowed = LAYER_CHECKS.get(key)
        if allowed is None or (allowed and value not in allowed):
            raise ExpectationError(f"{spot}: no such check: {key}={value}")
    called = options.get("called")
    return Layer(
        match["label"],
        spot,
        match["gap"],
        options.get("on_output"),
        None if called is None else called == "true",
        options.get("type"),
    )


def _fact(spot: Spot, match: re.Match[str], options: dict[str, str]) -> Expected:
    if set(options) - {"defined"}:
        raise ExpectationError(f"{spot}: a relation knows only defined=, not {sorted(options)}")
    defined = options.get("defined")
    return Expected(
        match["what"],
        spot,
        match["label"],
        CERTAINTY[match["certainty"]],
        match["text"],
        None if defined is None else _defined(spot, defined),
        match["gap"],
    )


def _defined(spot: Spot, text: str) -> Spot:
    file, _, line = text.rpartition(":")
    if not line.isdigit():
        raise ExpectationError(f"{spot}: defined={text} is neither LINE nor FILE:LINE")
    return Spot(file or spot.file, int(line))


def _check_labels(case: Case) -> None:
    labels = [layer.label for layer in case.layers]
    for label in labels:
        if labels.count(label) > 1:
            raise ExpectationError(f"{case.name}: the label {label} is given twice")
    for fact in case.facts:
        if fact.label not in labels:
            raise ExpectationError(f"{case.name}, {fact.spot}: no layer is labelled {fact.label}")
