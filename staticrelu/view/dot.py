"""A picture in Graphviz's language."""

from __future__ import annotations

from collections.abc import Iterator

from staticrelu.report.text import printable
from staticrelu.view.picture import Arrow, Box, Group, Kind, Picture

MAX_LABEL = 44
"""Characters of one line in a box."""

_COLOURS: dict[Kind, str] = {
    "recurrent": "#2563eb",
    "relu": "#dc2626",
    "activation": "#b45309",
    "unresolved": "#a21caf",
}
_SHAPES: dict[Kind, str] = {"input": "plain", "output": "plain", "operator": "circle", "unresolved": "octagon"}


def render(picture: Picture) -> str:
    """The whole graph; boxes are called ``b`` and their number, groups are clusters."""
    inside: dict[int, list[Box]] = {}
    for box in picture.boxes:
        inside.setdefault(box.group, []).append(box)
    groups: dict[int, list[Group]] = {}
    for group in picture.groups:
        groups.setdefault(group.outer, []).append(group)
    lines = [
        f"digraph {_quoted(picture.model)} {{",
        '  graph [rankdir=TB, nodesep=0.3, ranksep=0.4, fontname="Courier", fontsize=10, style="rounded", color="#94a3b8"];',
        '  node [shape=box, style="rounded", fontname="Courier", fontsize=10, margin="0.12,0.06", color="#475569"];',
        '  edge [fontname="Courier", fontsize=8, arrowsize=0.6, color="#64748b"];',
        *_level(0, inside, groups, "  "),
        *(f"  {line}" for line in map(_arrow, picture.arrows)),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _level(number: int, inside: dict[int, list[Box]], groups: dict[int, list[Group]], indent: str) -> Iterator[str]:
    for box in inside.get(number, ()):
        yield f"{indent}{_box(box)}"
    for group in groups.get(number, ()):
        yield f"{indent}subgraph cluster_{group.number} {{"
        yield f'{indent}  id="g{group.number}"; class="group"; label={_quoted(f"{group.name}: {group.what}")};'
        yield from _level(group.number, inside, groups, f"{indent}  ")
        yield f"{indent}}}"


def _box(box: Box) -> str:
    lines = [_short(line) for line in (box.name, box.what) if line]
    options = {
        "id": f"b{box.number}",
        "class": box.kind + (" conditional" if box.condition else ""),
        "label": "\n".join(lines),
        "shape": _SHAPES.get(box.kind, "box"),
    }
    if box.kind in _COLOURS:
        options |= {"color": _COLOURS[box.kind], "fontcolor": _COLOURS[box.kind], "penwidth": "2"}
    if box.condition:
        options["style"] = "rounded,dashed"
        options["tooltip"] = f"when {box.condition}"
    else:
        options["tooltip"] = box.what
    return f"b{box.number} [{_options(options)}];"


def _arrow(arrow: Arrow) -> str:
    options = {"id": f"e{arrow.source}_{arrow.target}", "class": "conditional" if arrow.condition else "always"}
    if arrow.condition:
        options |= {"style": "dashed", "tooltip": f"when {arrow.condition}"}
    if arrow.label:
        options["label"] = _short(arrow.label)
    return f"b{arrow.source} -> b{arrow.target} [{_options(options)}];"


def _options(options: dict[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in options.items())


def _short(text: str) -> str:
    return text if len(text) <= MAX_LABEL else f"{text[: MAX_LABEL - 1]}\u2026"


def _quoted(text: str) -> str:
    """A text as Graphviz reads it: no escape of its own, no HTML, no entity."""
    lines = (
        printable(line).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in text.split("\n")
    )
    return '"' + "\\n".join(lines) + '"'
