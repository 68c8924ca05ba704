"""Which files a scan reads: the named ones, and those below the named folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from staticrelu.problem import Problem
from staticrelu.sources.fetch import KINDS, SourceFile
from staticrelu.sources.ignore import Ignores, compile_patterns, ignores_above, ignores_of, is_ignored

_SKIPPED = {
    *("__pycache__", "__pypackages__", "node_modules", "venv", ".venv", ".direnv", ".tox", ".nox", ".eggs"),
    *(".git", ".hg", ".svn", ".bzr", ".ipynb_checkpoints", ".mypy_cache", ".pytest_cache", ".ruff_cache"),
}
_BUILD_OUTPUT = ("build", "dist")
_ENVIRONMENT_MARKS = ("pyvenv.cfg", "conda-meta")


class PathError(ValueError):
    """A path or a pattern that was asked for and makes no sense; its text is the message for the user."""


class Discovery(NamedTuple):
    """The files to read, sorted by path, and the folders that could not be listed."""

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]


def discover(
    paths: Iterable[str | os.PathLike[str]], exclude: Sequence[str] = (), configured: Ignores | None = None
) -> Discovery:
    """Find the Python files, notebooks and Markdown pages that are named by, or lie below, the given paths.

    A file that is named is always among them. Below a folder, what git ignores is left out, and so are virtual
    environments, build output, caches, and what the ``exclude`` patterns match (gitignore syntax, relative to the
    working directory), or else those of the configuration. Links to folders are not followed; one to a file that lies
    neither below the named folder nor below the working directory is a problem: a stranger's tree must not choose what
    is read. A file that is reached twice is read once.

    Raises PathError for a path that does not exist and for a malformed pattern.
    """
    walk = _Walk(exclude, configured)
    for path in paths:
        walk.add(os.fspath(path))
    files = (file._replace(is_named=real in walk.named) for real, file in walk.found.items())
    return Discovery(tuple(sorted(files)), tuple(sorted(walk.problems)))


def report_path(location: str) -> str:
    """A path as the report prints it: relative to the working directory, with ``/``, and always valid Unicode."""
    try:
        relative = os.path.relpath(location)
    except ValueError:  # another drive
        relative = os.path.abspath(location)
    return os.fsencode(relative).decode("utf-8", "backslashreplace").replace(os.sep, "/")


class _Walk:
    """Collects files by what they really are, so that links give no file twice."""

    def __init__(self, exclude: Sequence[str], configured: Ignores | None) -> None:
        try:
            self.exclude = compile_patterns(exclude)
        except ValueError as error:
            raise PathError(f"--exclude: {error}") from error
        self.configured = (configured,) if configured else ()
        self.found: dict[str, SourceFile] = {}
        self.named: set[str] = set()
        self.problems: list[Problem] = []

    def add(self, path: str) -> None:
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise PathError(f"{path or repr(path)}: {reason}") from error
        location = os.path.abspath(path)
        if stat.S_ISDIR(mode):
            self._add_folder(location)
        else:
            self._add_file(location, os.path.realpath(location))

    def _add_file(self, location: str, real: str) -> None:
        self.named.add(real)
        # The name that is no link wins, whichever was met first.
        if real not in self.found or not os.path.islink(location):
            self.found[real] = SourceFile(report_path(location), location)

    def _add_folder(self, top: str) -> None:
        here = os.getcwd()
        base = here if os.path.join(top, "").startswith(os.path.join(here, "")) else top
        exclude = (Ignores(base, self.exclude), *self.configured)
        stack = [_Folder(top, os.path.realpath(top), report_path(top), ignores_above(top))]
        while stack:
            folder = stack.pop()
            own = ignores_of(folder.location)
            ignores = (own, *folder.ignores) if own else folder.ignores
            for entry in self._entries(folder.location):
                is_folder = entry.is_dir(follow_symlinks=False)
                if _is_skipped(entry) if is_folder else not _is_program(entry):
                    continue
                if is_ignored(entry.path, is_folder, exclude) or is_ignored(entry.path, is_folder, ignores):
                    continue
                inner = folder.inner(entry, ignores)
                if is_folder:
                    stack.append(inner)
                elif entry.is_symlink() and inner.real not in self.found and not self._is_within(inner.real, top):
                    message = "a link that leads out of the scanned folder; name the file itself to have it read"
                    self.problems.append(Problem(inner.path, 1, 1, "unreadable", message))
                elif inner.real not in self.found or not entry.is_symlink():
                    # The name that is no link wins, whichever was met first.
                    self.found[inner.real] = SourceFile(inner.path, entry.path)

    def _is_within(self, real: str, top: str) -> bool:
        """Whether what a link leads to lies where this walk may look: below the named or the working folder."""
        folders = (os.path.realpath(folder) for folder in (top, os.getcwd()))
        return any(real.startswith(os.path.join(folder, "")) for folder in folders)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            message = f"the folder cannot be listed: {error.strerror or error}"
            self.problems.append(Problem(report_path(folder), 1, 1, "unreadable", message))
            return []


class _Folder(NamedTuple):
    """Something below a folder that was named: where it is, where it really is, what the report calls it.

    All three grow by one name a step: asking the system for each file would take longer than reading it.
    """

    location: str
    real: str
    path: str
    ignores: tuple[Ignores, ...]

    def inner(self, entry: os.DirEntry[str], ignores: tuple[Ignores, ...]) -> _Folder:
        """What an entry of it is."""
        real = os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(self.real, entry.name)
        if self.path == os.pardir or self.path.endswith(f"/{os.pardir}"):
            path = report_path(entry.path)  # the way may come down to the working directory
        else:
            name = os.fsencode(entry.name).decode("utf-8", "backslashreplace")
            path = name if self.path == os.curdir else f"{self.path.rstrip('/')}/{name}"
        return _Folder(entry.path, real, path, ignores)


def _is_program(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(tuple(KINDS)) and not _is_folder(entry)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself; reading it will say so
        return False


def _is_skipped(entry: os.DirEntry[str]) -> bool:
    """Whether a folder holds no source of the project: caches, environments, build output."""
    if entry.name in _SKIPPED or entry.name.endswith(".egg-info"):
        return True
    if entry.name in _BUILD_OUTPUT:
        # A package may be called "build"; what a build makes is never itself a package.
        return not os.path.lexists(os.path.join(entry.path, "__init__.py"))
    return any(os.path.lexists(os.path.join(entry.path, mark)) for mark in _ENVIRONMENT_MARKS)
