"""Which files may mean, behind a dot or in a string, what another file defines.

In a tree of many projects names meet by chance. A file sees the projects that it lies in or around, and what it imports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from sys import intern

from staticrelu import tree as t
from staticrelu.project.modules import Folder, Module, Project
from staticrelu.project.walk import walk

_INSTALLED = ("site-packages", "dist-packages")
"""Folders whose packages are installed side by side and have nothing else to do with each other."""


class Sight:
    """What the files of a project see of each other. A *home* is the folder in which the imports of a project start."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._imports: dict[str, frozenset[tuple[str, int]]] = {}
        self._imported: dict[str, frozenset[str]] = {}
        self._homes: dict[str, str] = {}

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
        return f"{path}/{inner}" if path.rpartition("/")[2] in _INSTALLED else path

    def sees(self, module: Module, home: str) -> bool:
        """Whether a module that was read may mean what a project holds."""
        return _is_around(self.home(module), home) or home in self._imported_by(module)

    def seeing(self, paths: Iterable[str], homes: Iterable[str]) -> set[str]:
        """Those of some files that may mean what one of some projects holds, read or not."""
        wanted = set(homes)
        found = set(paths)
        strangers = {path for path in found if not self._lies_around_any(path, wanted)}
        tops = {top for home in wanted for top in self._tops(home)} if strangers else set()
        importing = self._project.search(_importing(tops)) if tops else ()
        return found - strangers.difference(importing)

    def _lies_around_any(self, path: str, homes: Iterable[str]) -> bool:
        own = self.home(self._project.modules[path])
        return any(_is_around(own, home) for home in homes)

    def _imported_by(self, module: Module) -> frozenset[str]:
        """The projects that a module that was read imports something of."""
        if module.path not in self._imported:
            targets = (self._project.find(module, dotted, level) for dotted, level in self._imports[module.path])
            self._imported[module.path] = frozenset(self.home(target) for target in targets if target is not None)
        return self._imported[module.path]

    def _tops(self, home: str) -> Iterator[str]:
        """What imports from outside of a project may begin with."""
        folder = self._project.folder(home)
        if folder is None or folder.package is not None:
            yield home.rpartition("/")[2]
        else:
            yield from (*folder.folders, *folder.modules)


def _is_around(one: str, other: str) -> bool:
    """Whether one of two folders holds the other."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _imports_in(tree: t.Tree) -> Iterator[tuple[str, int]]:
    for node in walk(tree):
        if isinstance(node, t.ImportFrom):
            yield intern(node.module), node.level
        elif isinstance(node, t.Import):
            yield from ((intern(dotted), 0) for dotted, _ in node.names)


def _importing(tops: Iterable[str]) -> re.Pattern[bytes]:
    names = b"|".join(sorted(re.escape(top.encode()) for top in tops))
    return re.compile(rb"^[ \t]*(?:from|import)[ \t][^\n]*\b(?:" + names + rb")\b", re.MULTILINE)
