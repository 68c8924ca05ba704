"""What may stand in the files that this program reads besides programs: configurations, rules, catalogs, baselines, trees."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

RULES = Path(__file__).parent.parent.parent / "rules"
_NAMES = (
    "select",
    "extend-select",
    "ignore",
    "severity",
    "fail-on",
    "per-file-ignores",
    "activation",
    "exclude",
    "baseline",
    "rules",
    "catalogs",
)
_WORDS = (
    "ALL",
    "SR1",
    "SR102",
    "relu",
    "all",
    "error",
    "never",
    "*",
    "**/",
    "!a",
    "[",
    "\\",
    "",
    "\0",
    "..",
    "é",
    "version",
    "findings",
)

leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(_WORDS) | st.text(max_size=8)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from((*_NAMES, *_WORDS)), inner, max_size=4),
    max_leaves=12,
)


@cache
def shipped(part: str) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted((RULES / part).glob("*.yaml")))


@st.composite
def yaml_files(draw: st.DrawFn, part: str) -> bytes:
    """A shipped file of rules or of a catalog, lines of which were exchanged, or bytes."""
    lines = draw(st.sampled_from(shipped(part))).split("\n")
    others = draw(st.sampled_from(shipped("checks") + shipped("catalog"))).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        odd = draw(
            st.sampled_from(
                (
                    "&a x",
                    "*a",
                    "!!int 1",
                    "? a",
                    "- -",
                    "{",
                    "[",
                    "}",
                    "|",
                    ">-",
                    "---",
                    "\t",
                    "a: b: c",
                    "'",
                    "%YAML 9",
                )
            )
        )
        new = draw(
            st.sampled_from(
                (
                    odd,
                    lines[at] + odd,
                    lines[at][2:],
                    "  " + lines[at],
                    draw(st.sampled_from(others)),
                    draw(st.text(max_size=9)),
                )
            )
        )
        lines[at : at + draw(st.integers(0, 2))] = [new]
        lines = lines or [""]
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    at = draw(st.integers(0, len(data)))
    return data[:at] + draw(st.just(b"") | st.binary(max_size=3)) + data[at:]


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return "inf"
    return "''" if value is None else json.dumps(value).lower() if not isinstance(value, str) else json.dumps(value)


configurations = (
    st.dictionaries(st.sampled_from(_NAMES), values, max_size=4).map(
        lambda table: "".join(f"{key} = {_toml(value)}\n" for key, value in table.items()).encode(
            "utf-8", "surrogatepass"
        )
    )
    | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.binary(max_size=40)
)
baselines = (
    st.fixed_dictionaries({"version": st.just(1) | leaves, "findings": values}).map(
        lambda value: json.dumps(value).encode()
    )
    | values.map(lambda value: json.dumps(value).encode())
    | st.binary(max_size=40)
)
