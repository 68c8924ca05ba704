"""Everything that reads what strangers write, as functions of bytes, which are used, or refused by the promised error."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

import msgspec
import typer

from checked import RULES
from stages import CATALOG
from staticrelu import checks, config
from staticrelu.cache import Cache, DiskCache
from staticrelu.catalog import CatalogError, loader
from staticrelu.checks import baseline
from staticrelu.checks.suppress import comments
from staticrelu.cli import options
from staticrelu.cli.run import Run
from staticrelu.cli.wanted import Choice, Wanted
from staticrelu.scan.messages import Made, Outcome, Whole
from staticrelu.sources import Content, read

Reader: TypeAlias = Callable[[Path, bytes], None]
"""Reads bytes; the folder is its own, and empty before the first call."""

_NOTHING_ASKED = Wanted([], Choice(), None, [], [], False, None, False, None, 1)


def configuration(folder: Path, data: bytes) -> None:
    """A configuration, and all that it asks for."""
    (folder / "staticrelu.toml").write_bytes(data)
    with contextlib.suppress(typer.Exit), contextlib.redirect_stderr(io.StringIO()), options.usage():
        known = options.Knowledge(config.find(folder), RULES)
        options.configured_patterns(known.config, "exclude", known.config.settings.exclude)
        Run(_NOTHING_ASKED, known, Cache())


def catalog(folder: Path, data: bytes) -> None:
    """A catalog, by itself: the shipped files would take longer than the odd one."""
    (folder / "own.yaml").write_bytes(data)
    with contextlib.suppress(CatalogError), patch.object(loader, "rules_folder", lambda part: folder):
        loader.load()


def rules(folder: Path, data: bytes) -> None:
    """A file of rules."""
    path = folder / "own.yaml"
    path.write_bytes(data)
    with contextlib.suppress(CatalogError):
        checks.load(CATALOG, [path])


def accepted(folder: Path, data: bytes) -> None:
    """A baseline."""
    path = folder / "baseline.json"
    path.write_bytes(data)
    with contextlib.suppress(baseline.BaselineError):
        baseline.apply([], baseline.read(path))


def kept(folder: Path, data: bytes) -> None:
    """What a cache holds, with a checksum that fits: somebody wrote it on purpose."""
    key = ("tree", b"any")
    for kind in (Made, Outcome, Whole):
        store = DiskCache(folder)
        store.put(key, data)
        store.close()
        store = DiskCache(folder)
        store.get(key, msgspec.msgpack.Decoder(kind))
        store.close()


def notebook(_: Path, data: bytes) -> None:
    """A notebook."""
    read(Content("any.ipynb", data))


def page(_: Path, data: bytes) -> None:
    """A page of Markdown."""
    read(Content("any.md", data))


def silencing(_: Path, data: bytes) -> None:
    """The comments of a program that silence findings."""
    comments("any.py", "x = 1  # staticrelu: ignore[SR102]\n" + data.decode("utf-8", "replace"))


READERS: dict[str, Reader] = {
    "configuration": configuration,
    "catalog": catalog,
    "rules": rules,
    "baseline": accepted,
    "cache": kept,
    "notebook": notebook,
    "page": page,
    "comments": silencing,
}
