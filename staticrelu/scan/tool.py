"""What tells this program, and the files that tell it what to look for, from any other version: facts hold for one only."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from staticrelu import limits
from staticrelu.regular import read_regular
from staticrelu.scan.contents import digest


@cache
def program() -> bytes:
    """What tells this program from any other version of it, in development, too, and the running Python from others."""
    folder = Path(__file__).parent.parent
    sources = (path.read_bytes() for path in sorted(folder.rglob("*.py")))
    return digest(f"{sys.version_info[:2]}".encode(), *sources)


def data(folders: Iterable[Path]) -> bytes:
    """A digest of folders (or files) of rules; whoever loads them says what is wrong with one that cannot be read."""
    found = (path for f in folders for path in (sorted(f.glob("*.yaml")) if f.is_dir() else [f]))
    return digest(*(read_regular(path, limits.MAX_FILE_BYTES) if path.is_file() else b"" for path in found))
