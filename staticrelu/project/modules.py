"""Modules, packages and imports of the files that are scanned."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.project.names import bindings, flat, imports_of
from staticrelu.reads import Asked, Decorated, Read, Reads
from staticrelu.tree_outline import outline

Load = Callable[[str], "t.Tree | None"]


_LONGEST_IMPORT_CHAIN = 16
_NEVER_IMPORTED = (".ipynb", ".md")
"""Notebooks and pages import modules, and are none."""


class Files(Protocol):
    """The files of a scan, as far as a project asks about them."""

    @property
    def paths(self) -> Collection[str]:
        """Their paths as the report prints them, with ``/``."""

    def load(self, path: str) -> t.Tree | None:
        """The tree of a file; None for one that cannot be parsed."""

    def decorated_with(self, names: Collection[str]) -> Collection[str]:
        """The paths of the files with a decorator that is called like one of some names, or like a member of one module."""

    def forget(self, path: str) -> None:
        """Hear that a tree will hardly be asked for again: it need not be held."""


class Folder:
    """One folder of the scanned tree, with what can be imported from it; ``path`` is empty for the outermost one."""

    def __init__(self, parent: Folder | None, path: str = "") -> None:
        self.parent = parent
        self.path = path
        self.folders: dict[str, Folder] = {}
        self.modules: dict[str, Module] = {}

    @property
    def package(self) -> Module | None:
        """The ``__init__`` module, if the folder is a regular package."""
        return self.modules.get("__init__")


class Module:
    """One file, or a folder without ``__init__`` (a namespace package, whose ``path`` is empty).

    ``name`` is the dotted name from the outermost package on. The tree is loaded when it is first asked for, and each
    time that it is asked for is a read; a file that cannot be parsed has an empty one.
    """

    def __init__(self, name: str, path: str, folder: Folder, load: Load) -> None:
        self.name = name
        self.path = path
        self.folder = folder
        self._load = load
        self._bindings: dict[str, list[t.Stmt]] | None = None

    @property
    def tree(self) -> t.Tree:
        """The compact tree; empty for a namespace package and a file that has none."""
        return (self._load(self.path) if self.path else None) or t.Tree(())

    @property
    def is_broken(self) -> bool:
        """Whether the file could not be parsed, so that a name missing in it is unresolved, not absent."""
        return bool(self.path) and self._load(self.path) is None

    def forget(self) -> None:
        """Work out anew what the tree binds, when that is asked for: it gives another one now."""
        self._bindings = None

    @property
    def bindings(self) -> dict[str, list[t.Stmt]]:
        """For each name of the top level, the statements that bind or fill it."""
        if self._bindings is None:
            self._bindings = bindings(self.tree.body)
        elif self.path:
            self._load(self.path)  # a read all the same
        return self._bindings

    @property
    def star_imports(self) -> list[t.ImportFrom]:
        """The star imports of the top level, the last first."""
        found = self.bindings.get("*", ())
        return [s for s in reversed(found) if isinstance(s, t.ImportFrom)]

    @property
    def is_package(self) -> bool:
        """Whether relative imports count from its own folder's name."""
        return not self.path or self.folder.package is self

    @property
    def address(self) -> str:
        """What tells it from all others: its path, or that of its folder with a slash behind it."""
        return self.path or f"{self.folder.path}/"

    def submodule(self, name: str) -> Module | None:
        """The module or package of that name inside this package."""
        return _member(self.folder, name, self._load, self.name) if self.is_package else None


def _member(folder: Folder, name: str, load: Load, prefix: str) -> Module | None:
    inner = folder.folders.get(name)
    if inner is not None and inner.package is not None:
        return inner.package
    if name in folder.modules and name != "__init__":
        return folder.modules[name]
    if inner is not None and (inner.modules or inner.folders):
        return Module(f"{prefix}.{name}" if prefix else name, "", inner, load)
    return None


class Project:
    """All files of a scan, found by import. ``reads`` is told what is looked at.

    ``is_library`` tells dotted names that are better known than from their source: where that is scanned, too, an
    absolute import does not lead to it.
    """

    def __init__(self, files: Files, is_library: Callable[[str], bool] = lambda dotted: False) -> None:
        self._files = files
        self.is_library = is_library
        self.reads = Reads()
        self.root = Folder(None)
        self.modules: dict[str, Module] = {}
        self._outlines: dict[str, t.Tree] = {}
        self._loaded: set[str] = set()
        self.loading = 0.0
        """Processor time, in seconds, that it took to make the trees; whichever model asks first is not to pay for it."""
        self._registered: dict[str, tuple[frozenset[Read], list[tuple[Module, str]]]] = {}
        for path in sorted(files.paths):
            self._add(path)
        self._import_roots = sorted(self._find_import_roots(), key=lambda entry: entry[0])
        for module in self.modules.values():
            module.name = self._dotted_name(module)

    def _load(self, path: str) -> t.Tree | None:
        self.reads.note(path)
        outlined = self._outlines.get(path)
        if outlined is not None or path in self._loaded:
            return outlined or self._files.load(path)
        self._loaded.add(path)
        begun = time.thread_time()
        try:
            return self._files.load(path)
        finally:
            self.loading += time.thread_time() - begun

    @property
    def held(self) -> int:
        """How many trees are held for this project."""
        return len(self._loaded)

    def leave(self) -> None:
        """Have the files hold no tree any longer, where this project will not be asked again."""
        for path in self._loaded:
            self._files.forget(path)

    def whole(self, module: Module) -> t.Tree:
        """The whole tree of a module. From now on only its outline is held, which is what its ``tree`` gives."""
        self.reads.note(module.path)
        tree = self._files.load(module.path)
        if tree is not None and module.path not in self._outlines:
            self._outlines[module.path] = outline(tree)
            module.forget()
        self._files.forget(module.path)
        return tree or t.Tree(())

    def _add(self, path: str) -> None:
        *folders, file = path.split("/")
        folder = self.root
        for part in folders:
            folder = folder.folders.setdefault(part, Folder(folder, f"{folder.path}/{part}"))
        stem = file.rpartition(".")[0] or file
        module = self.modules[path] = Module(stem, path, folder, self._load)
        if not file.endswith(_NEVER_IMPORTED):
            folder.modules[stem] = module

    def _dotted_name(self, module: Module) -> str:
        *parts, file = module.path.split("/")
        stem = file.rpartition(".")[0] or file
        names = [] if stem == "__init__" else [stem]
        folder: Folder | None = module.folder
        while folder is not None and folder.package is not None and parts:
            names.insert(0, parts.pop())
            folder = folder.parent
        return ".".join(names) or stem

    def _find_import_roots(self) -> list[tuple[str, Folder]]:
        """The folders that hold outermost packages, with their paths: absolute imports may start in any of them."""
        found: list[tuple[str, Folder]] = []
        stack = [("", self.root)]
        while stack:
            path, folder = stack.pop()
            if folder.package is None and any(f.package is not None for f in folder.folders.values()):
                found.append((path, folder))
            stack.extend((f"{path}/{name}", inner) for name, inner in folder.folders.items())
        return found

    def find(self, importer: Module, dotted: str, level: int = 0) -> Module | None:
        """The module that ``import dotted`` (with ``level`` leading dots) means in ``importer``; None if none is scanned."""
        found = self._find(importer, dotted, level)
        self.reads.note(Asked(importer.address, dotted, level, _answer(found)))
        return found

    def submodule(self, module: Module, name: str) -> Module | None:
        """The module or package of that name inside a package."""
        found = module.submodule(name)
        self.reads.note(Asked(module.address, name, -1, _answer(found)))
        return found

    def still_means(self, asked: Asked) -> bool:
        """Whether an import means what it was found to mean once."""
        module = self._at(asked.where)
        if module is None:
            return False
        found = module.submodule(asked.name) if asked.level < 0 else self._find(module, asked.name, asked.level)
        return _answer(found) == asked.answer

    def _at(self, address: str) -> Module | None:
        if not address.endswith("/"):
            return self.modules.get(address)
        folder = self.folder(address.removesuffix("/"))
        return Module("", "", folder, self._load) if folder is not None and folder.package is None else None

    def folder(self, path: str) -> Folder | None:
        """The folder of a path (with a slash before each part); None if there is none."""
        folder: Folder | None = self.root
        for part in path.split("/")[1:]:
            folder = folder.folders.get(part) if folder is not None else None
        return folder

    def names_in(self, module: Module) -> list[str]:
        """The names that a module has: its own, and those of the modules of which it imports everything."""
        stars = (self.find(module, star.module, star.level) for star in module.star_imports)
        public = (name for star in stars if star is not None for name in star.bindings if not name.startswith("_"))
        return [name for name in dict.fromkeys((*module.bindings, *public)) if name != "*"]

    def module_at(self, importer: Module, dotted: str) -> Module | None:
        """The scanned module that dotted names mean in a module that imports the first of them; None for anything else."""
        first, *rest = dotted.split(".")
        found: Module | None = None
        for statement in importer.bindings.get(first, ()):
            if isinstance(statement, t.Import):
                names = ((real if alias else first, alias or first) for real, alias in statement.names)
                found = next((self.find(importer, real) for real, name in names if name == first), None)
            elif isinstance(statement, t.ImportFrom):
                home = self.find(importer, statement.module, statement.level)
                real = next((real for real, alias in statement.names if (alias or real) == first), first)
                found = self.submodule(home, real) if home is not None else None
        for name in rest:
            found = self.submodule(found, name) if found is not None else None
        return found

    def _find(self, importer: Module, dotted: str, level: int) -> Module | None:
        if level:
            folder: Folder | None = importer.folder
            for _ in range(level - 1):
                folder = folder.parent if folder is not None else None
            return self._walk(folder, dotted) if folder is not None else None
        if self.is_library(dotted):
            return None
        for start in self._starts(importer):
            module = self._walk(start, dotted)
            if module is not None and module is not importer:
                return module
        return None

    def registered_with(self, module: Module) -> list[tuple[Module, str]]:
        """The definitions whose decorators come from a module: running them may fill what the module holds."""
        if module.path not in self._registered:
            with self.reads.group() as reads:
                found = [
                    (place, name)
                    for place in self._decorating(module)
                    for name, root in _decorated(place)
                    if self.home(place, root) is module
                ]
            self._registered[module.path] = frozenset(reads), found
        reads_of_it, registered = self._registered[module.path]
        self.reads.note(reads_of_it)
        return registered

    def _decorating(self, module: Module) -> list[Module]:
        """The modules that use a decorator of a name that this one binds; none where there are too many to read."""
        names = tuple(sorted(filter(str.isidentifier, module.bindings)))
        found = tuple(sorted(self._files.decorated_with(names)))
        self.reads.note(Decorated(names, found))
        return [self.modules[path] for path in found] if len(found) <= limits.MAX_REGISTERING_FILES else []

    def home(self, module: Module, name: str) -> Module | None:
        """The module that defines a name, through imports."""
        for _ in range(_LONGEST_IMPORT_CHAIN):
            bound = module.bindings.get(name, ())
            steps = imports_of(bound, name)
            step, target = self.first_found(module, steps) if steps else (None, None)
            if step is None or target is None:
                return module if any(not isinstance(s, t.ImportFrom) for s in bound) else None
            name = next((real for real, alias in step.names if (alias or real) == name), name)
            inner = self.submodule(target, name)
            if name not in target.bindings and inner is not None:
                return inner
            module = target
        return None

    def first_found(self, module: Module, steps: Sequence[t.ImportFrom]) -> tuple[t.ImportFrom, Module | None]:
        """Of imports of which a later one stands in where an earlier one fails, the first that finds a scanned module."""
        found = ((step, self.find(module, step.module, step.level)) for step in steps)
        return next((pair for pair in found if pair[1] is not None), (steps[0], None))

    def _starts(self, importer: Module) -> list[Folder]:
        """Where an absolute import looks: the outermost package's folder, those above it, the importer's own, other roots."""
        folder: Folder | None = importer.folder
        inside = []
        while folder is not None and folder.package is not None:
            inside.append(folder)
            folder = folder.parent
        above = []
        while folder is not None:
            above.append(folder)
            folder = folder.parent
        return list(dict.fromkeys(above + inside + [root for _, root in self._import_roots]))

    def _walk(self, folder: Folder, dotted: str) -> Module | None:
        module: Module | None = folder.package or Module("", "", folder, self._load)
        if not dotted:
            return module
        first, *rest = dotted.split(".")
        module = _member(folder, first, self._load, "")
        for part in rest:
            module = module.submodule(part) if module is not None else None
        return module


def _answer(module: Module | None) -> str:
    return f"{module.address} {module.name}" if module is not None else ""


def _decorated(module: Module) -> Iterator[tuple[str, str]]:
    """The decorated definitions of a module, each with the name at the root of a decorator: it may be registered."""
    for statement in flat(module.tree.body):
        if isinstance(statement, t.ClassDef | t.FunctionDef):
            for node in statement.decorators:
                while isinstance(node, t.Call | t.Attribute):
                    node = node.func if isinstance(node, t.Call) else node.value
                if isinstance(node, t.Name):
                    yield statement.name, node.id
