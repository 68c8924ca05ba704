"""The processes of a run that a test has started."""

from __future__ import annotations

import contextlib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def living(leader: int) -> list[int]:
    """The living processes of a group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[2]) == leader and fields[0] != "Z":
                found.append(int(stat.parent.name))
    return found
