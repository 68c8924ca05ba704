"""Patterns of files to leave out, in the syntax and with the meaning of ``.gitignore``."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from staticrelu import limits
from staticrelu.regular import read_regular

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Ignores(NamedTuple):
    """The patterns of one file or option, None where there are none, and the folder that they are relative to."""

    base: str
    spec: GitIgnoreSpec | None

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """True where the patterns leave the path out, False where they take it back in, None where they say nothing."""
        if self.spec is None:
            return None
        inside = os.path.join(self.base, "")
        relative = path.removeprefix(inside) if path.startswith(inside) else os.path.relpath(path, self.base)
        return self.spec.check_file(relative + "/" if is_folder else relative).include


def compile_patterns(lines: Iterable[str]) -> GitIgnoreSpec | None:
    """Patterns, of which a later one overrides an earlier one; None for none.

    Raises ValueError where one has no meaning, or too many wildcards to be matched in bounded time.
    """
    patterns = list(lines)
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec  # not before there is a pattern: it takes as long to load as many files to read

    for line in patterns:
        if len(re.findall(r"\*+", line)) > limits.MAX_IGNORE_WILDCARDS:
            raise ValueError(f"more than {limits.MAX_IGNORE_WILDCARDS} wildcards in the pattern {line!r}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's regular expressions warn of what gitignore allows
            return GitIgnoreSpec.from_lines(patterns)
    except (ValueError, re.error) as error:
        raise ValueError(f"no gitignore pattern: {', '.join(map(repr, patterns))}") from error


def is_ignored(path: str, is_folder: bool, stack: Iterable[Ignores]) -> bool:
    """Whether the innermost patterns that say anything about the path leave it out; ``stack`` is innermost first."""
    verdicts = (ignores.verdict(path, is_folder) for ignores in stack)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def ignores_of(folder: str) -> Ignores | None:
    """What the folder's own ``.gitignore`` says; lines that git could not understand either are passed over."""
    try:
        data = read_regular(os.path.join(folder, ".gitignore"), limits.MAX_FILE_BYTES)
    except OSError:
        return None
    lines = [line.removesuffix("\r") for line in os.fsdecode(data).removeprefix("\ufeff").split("\n")]
    try:
        return Ignores(folder, compile_patterns(lines))
    except ValueError:
        return Ignores(folder, compile_patterns(filter(_is_pattern, lines)))


def ignores_above(folder: str) -> tuple[Ignores, ...]:
    """What the repository around a folder says about it, innermost first; nothing where the folder itself is ignored.

    A folder that git ignores was then named on purpose.
    """
    found: list[Ignores] = []
    inner = folder
    while not os.path.lexists(os.path.join(inner, ".git")):
        outer = os.path.dirname(inner)
        if outer == inner:
            return ()
        ignores = ignores_of(outer)
        if ignores:
            found.append(ignores)
        inner = outer
    return () if is_ignored(folder, True, found) else tuple(found)


def _is_pattern(line: str) -> bool:
    try:
        compile_patterns([line])
    except ValueError:
        return False
    return True
