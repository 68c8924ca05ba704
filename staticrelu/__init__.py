"""Where does a ReLU act on a recurrent layer? staticrelu answers from the source alone, without running it.

    >>> import staticrelu
    >>> report = staticrelu.scan_paths(["src/"])
    >>> [relation.relation for model in report.models for relation in model.relations]

The reports are plain, frozen objects; their meaning is that of the JSON report, version 1.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from staticrelu.version import __version__

if TYPE_CHECKING:
    from staticrelu.report.v1 import (
        Activation,
        Defined,
        Error,
        Model,
        RecurrentLayer,
        Relation,
        Report,
        Step,
        Summary,
        Tool,
    )

__all__ = [
    "Activation",
    "Defined",
    "Error",
    "Model",
    "RecurrentLayer",
    "Relation",
    "Report",
    "Step",
    "Summary",
    "Tool",
    "__version__",
    "scan_paths",
    "scan_source",
]

# What is needed is imported when it is asked for: this module is loaded before every other one of the package, also for
# `staticrelu --version`, and must not bring the whole engine with it.


def __getattr__(name: str) -> object:
    if name not in __all__:  # asked before anything is loaded: `from staticrelu import limits` comes here first
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from staticrelu.report import v1

    return getattr(v1, name)


def scan_paths(paths: Iterable[str | os.PathLike[str]], *, exclude: Sequence[str] = ()) -> Report:
    """Scan files and folders, as ``staticrelu scan`` does.

    ``exclude`` holds patterns in gitignore syntax, relative to the working directory. What cannot be read or parsed is
    an entry in the report's ``errors``. Raises ``staticrelu.sources.PathError`` (a ValueError) for a path that does
    not exist and for a malformed pattern.
    """
    from staticrelu.scan import scan_sources
    from staticrelu.sources import discover

    found = discover(paths, exclude)
    return scan_sources(found.files, found.problems)


def scan_source(text: str, path: str = "<source>") -> Report:
    """Scan the text of one program; ``path`` is what the report calls it. A coding comment in it has no effect."""
    from staticrelu.scan import scan_sources
    from staticrelu.sources import Content

    return scan_sources([Content(path, text.encode("utf-8", "surrogatepass"), "utf-8")])
