"""A picture in Mermaid's language, which GitHub and many editors draw by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from staticrelu.report.text import printable
from staticrelu.view.picture import Box, Group, Kind, Picture

_SHAPES: dict[Kind, tuple[str, str]] = {
    "input": ("([", "])"),
    "output": ("([", "])"),
    "recurrent": ("[[", "]]"),
    "relu": ("{{", "}}"),
    "activation": ("{{", "}}"),
    "operator": ("((", "))"),
    "unresolved": ("[/", "/]"),
}
_CLASSES = {
    "recurrent": "stroke:#2563eb,stroke-width:3px",
    "relu": "stroke:#dc2626,stroke-width:3px",
    "activation": "stroke:#b45309",
    "unresolved": "stroke:#a21caf,stroke-dasharray:2 2",
    "conditional": "stroke-dasharray:5 3",
}
_PLAIN = re.compile(r"[^\w .,:=()*+/<>-]", re.ASCII)


def render(picture: Picture) -> str:
    """The whole flowchart; boxes are called ``b`` and their number."""
    inside: dict[int, list[Box]] = {}
    for box in picture.boxes:
        inside.setdefault(box.group, []).append(box)
    groups: dict[int, list[Group]] = {}
    for group in picture.groups:
        groups.setdefault(group.outer, []).append(group)
    lines = ["flowchart TB", *_level(0, inside, groups, "  ")]
    for arrow in picture.arrows:
        line = f'-. "{_text(arrow.label)}" .->' if arrow.label else "-.->" if arrow.condition else "-->"
        lines.append(f"  b{arrow.source} {line} b{arrow.target}")
    kinds: dict[str, list[str]] = {}
    for box in picture.boxes:
        for name in (box.kind, "conditional" if box.condition else ""):
            if name in _CLASSES:
                kinds.setdefault(name, []).append(f"b{box.number}")
    for name, names in kinds.items():
        lines += [f"  classDef {name} {_CLASSES[name]}", f"  class {','.join(names)} {name}"]
    return "\n".join(lines) + "\n"


def _level(number: int, inside: dict[int, list[Box]], groups: dict[int, list[Group]], indent: str) -> Iterator[str]:
    for box in inside.get(number, ()):
        before, behind = _SHAPES.get(box.kind, ("[", "]"))
        label = "<br>".join(_text(line) for line in (box.name, box.what) if line)
        yield f'{indent}b{box.number}{before}"{label}"{behind}'
    for group in groups.get(number, ()):
        yield f'{indent}subgraph g{group.number}["{_text(f"{group.name}: {group.what}")}"]'
        yield from _level(group.number, inside, groups, f"{indent}  ")
        yield f"{indent}end"


def _text(text: str) -> str:
    """A text that Mermaid shows as it is: whatever could mean something to it, or to HTML, is an entity."""
    shown = printable(text)
    escaped = _PLAIN.sub(lambda m: f"#{ord(m.group())};", shown).replace("<", "#lt;").replace(">", "#gt;")
    return escaped.replace("#92;n", "#92;#8203;n")  # a backslash and an n would be a line's end even so
