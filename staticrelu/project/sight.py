"""Which files may mean, behind a dot or in a string, what another file defines.

In a tree of many projects names meet by chance. A file sees the projects that it lies in or around, and what it imports.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from sys import intern
from typing import Protocol

from staticrelu import tree as t
from staticrelu.project.modules import Files, Folder, Module, Project
from staticrelu.project.walk import statements_in
from staticrelu.reads import Searched

_INSTALLED = ("site-packages", "dist-packages")
"""Folders whose packages are installed side by side and have nothing else to do with each other."""


class SearchedFiles(Files, Protocol):
    """The files of a scan that are searched for models."""

    def search(self, pattern: re.Pattern[bytes], among: Collection[str] | None = None) -> Collection[str]:
        """The paths of the files, or of some of them, whose bytes match."""

    def hold_models(self, paths: Collection[str]) -> None:
        """Hear which files name a recurrent class."""

    def prepare(self, paths: Collection[str]) -> None:
        """Hear which trees will be asked for next: they can be made side by side."""


class Sight:
    """What the files of a project see of each other. A *home* is the folder in which the imports of a project start."""

    def __init__(self, project: Project, files: SearchedFiles) -> None:
        self._project = project
        self._files = files
        self._imports: dict[str, frozenset[tuple[str, int]]] = {}
        self._imported: dict[str, frozenset[str]] = {}
        self._homes: dict[str, str] = {}
        self._seeing: dict[str, frozenset[str] | None] = {}

    def read(self, module: Module, whole: t.Tree) -> None:
        """Take in what a module imports, wherever in its tree."""
        self._imports[module.path] = frozenset(_imports_in(whole))

    def home(self, module: Module) -> str:
        """The folder that holds a module's outermost package, or the module; of what is installed, the package itself."""
        if module.address not in self._homes:
            self._homes[module.address] = self._home(module)
        return self._homes[module.address]

    def _home(self, module: Module) -> str:
        folder: Folder | None = module.folder
        inner = module.name
        while folder is not None and folder.package is not None:
            inner = folder.path.rpartition("/")[2]
            folder = folder.parent
        path = folder.path if folder is not None else ""
        is_apart = path.rpartition("/")[2] in _INSTALLED or self._project.is_library(inner)
        return f"{path}/{inner}" if is_apart else path

    def search(self, pattern: re.Pattern[bytes]) -> Collection[str]:
        """The paths of the files whose bytes match."""
        return self._search(pattern, None)

    def search_unread(self, pattern: re.Pattern[bytes], home: str) -> Collection[str]:
        """The paths of the files whose bytes match, of those that may mean what a project holds and were not yet read."""
        seeing = self._all_seeing(home)
        return self._search(
            pattern, (frozenset(self._files.paths) if seeing is None else seeing) - self._imports.keys()
        )

    def _search(self, pattern: re.Pattern[bytes], among: Collection[str] | None) -> Collection[str]:
        found = self._files.search(pattern, among)
        searched = None if among is None else tuple(sorted(among))
        self._project.reads.note(Searched(pattern.pattern, tuple(sorted(found)), searched))
        return found

    def sees(self, module: Module, home: str) -> bool:
        """Whether a module that was read may mean what a project holds."""
        return self._lies_around(module, home) or home in self._imported_by(module)

    def _all_seeing(self, home: str) -> frozenset[str] | None:
        """The files that may mean what a project holds, whether they were read or not; None for all that there are."""
        if home not in self._seeing:
            modules = self._project.modules
            strangers = [path for path, module in modules.items() if not self._lies_around(module, home)]
            tops = list(self._tops(home)) if strangers else []
            importing = self._search(_importing(tops), strangers) if tops else ()
            found = modules.keys() - set(strangers).difference(importing)
            self._seeing[home] = frozenset(found) if len(found) < len(modules) else None
        return self._seeing[home]

    def _lies_around(self, module: Module, home: str) -> bool:
        """Whether a module's project holds another one, or is held by it; a library is alone."""
        own = self.home(module)
        if self._is_library(own) or self._is_library(home):
            return own == home
        return _is_around(own, home)

    def _is_library(self, home: str) -> bool:
        return self._project.is_library(home.rpartition("/")[2])

    def _imported_by(self, module: Module) -> frozenset[str]:
        """The projects that a module that was read imports something of."""
        if module.path not in self._imported:
            targets = (self._project.find(module, dotted, level) for dotted, level in self._imports[module.path])
            self._imported[module.path] = frozenset(self.home(target) for target in targets if target is not None)
        return self._imported[module.path]

    def _tops(self, home: str) -> Iterator[str]:
        """What imports from outside of a project may begin with."""
        if self._is_library(home):
            return
        folder = self._project.folder(home)
        if folder is None or folder.package is not None:
            yield home.rpartition("/")[2]
        else:
            yield from (*folder.folders, *folder.modules)


def _is_around(one: str, other: str) -> bool:
    """Whether one of two folders holds the other."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _imports_in(tree: t.Tree) -> Iterator[tuple[str, int]]:
    for node in statements_in(tree):
        if isinstance(node, t.ImportFrom):
            yield intern(node.module), node.level
        elif isinstance(node, t.Import):
            yield from ((intern(dotted), 0) for dotted, _ in node.names)


def _importing(tops: Iterable[str]) -> re.Pattern[bytes]:
    names = b"|".join(sorted(re.escape(top.encode()) for top in tops))
    return re.compile(rb"^[ \t]*(?:from|import)[ \t][^\n]*\b(?:" + names + rb")\b", re.MULTILINE)
