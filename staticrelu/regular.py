"""Reading files that somebody else put there: only regular ones, only so much of them, and never waiting."""

from __future__ import annotations

import os
import stat


def read_regular(location: str | os.PathLike[str], size: int) -> bytes:
    """The first ``size`` bytes of a regular file. Raises OSError for all else; does not wait for a pipe's writer."""
    try:
        # Asked before opening, since opening a device or a pipe may already have an effect; and after, against a race.
        _demand_regular(os.stat(location).st_mode)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(location, flags), "rb") as file:
            _demand_regular(os.fstat(file.fileno()).st_mode)
            return file.read(size)
    except ValueError as error:  # a name that no file can have
        raise OSError(0, str(error)) from error


def _demand_regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise OSError(0, "not a regular file")
