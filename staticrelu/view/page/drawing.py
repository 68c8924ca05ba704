"""The drawing of one model inside the page: the layout's SVG, of which only shapes and text are kept."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from staticrelu.report.text import printable
from staticrelu.view import svg
from staticrelu.view.picture import Picture

MAX_FITTED = 900
"""Points of width up to which a drawing is made smaller to fit its pane; a wider one would be too small to read, and scrolls."""

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"svg", "g", "path", "polygon", "polyline", "ellipse", "text"}
_KEPT = {
    *("class", "d", "points", "cx", "cy", "rx", "ry", "x", "y", "width", "height", "viewBox", "transform"),
    *("text-anchor", "font-size", "stroke-dasharray", "fill"),
}


def drawing(picture: Picture, prefix: str, lines: dict[int, str]) -> str:
    """The SVG, with ids that begin with ``prefix``; ``lines`` says for each box which line of the page it stands on.

    Raises ``svg.CannotDrawError``. The colours are the page's.
    """
    root = ET.fromstring(svg.render(picture))  # noqa: S314 - what the layout wrote, and nobody else
    words = {f"b{box.number}": f"when {box.condition}" if box.condition else box.what for box in picture.boxes}
    words |= {f"e{a.source}_{a.target}": f"when {a.condition}" for a in picture.arrows if a.condition}
    for element in root.iter():
        _clean(element)
    for element in root.iter("g"):
        own = element.get("id", "")
        element.set("id", f"{prefix}{own}")
        if own in words:
            title = ET.Element("title")
            title.text = printable(words[own])
            element.insert(0, title)
        if own[:1] == "b" and own[1:].isdigit() and int(own[1:]) in lines:
            element.set("data-line", lines[int(own[1:])])
    root.set("class", "fits" if float(root.get("viewBox", "0 0 0 0").split()[2]) < MAX_FITTED else "wide")
    root.set("role", "img")
    root.set("aria-label", f"data flow of {printable(picture.model)}")
    return ET.tostring(root, encoding="unicode")


def _clean(element: ET.Element) -> None:
    """Keep of an element its shape, its class and its id; a link becomes a group, the ground is the page's."""
    name = element.tag.removeprefix(_SVG)
    element.tag = "g" if name == "a" else name
    kept = {key: value for key, value in element.attrib.items() if key in _KEPT}
    if kept.get("fill") not in (None, "none"):
        kept.pop("fill")
    if name == "g" and "class" in kept:
        kept["id"] = element.get("id", "")
    element.attrib.clear()
    element.attrib.update(kept)
    for child in list(element):
        inner = child.tag.removeprefix(_SVG)
        is_ground = inner == "polygon" and kept.get("class") == "graph"
        if (inner not in _SHAPES and inner != "a") or is_ground:
            element.remove(child)
