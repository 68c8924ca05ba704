"""Imports: of scanned modules, else of libraries by their dotted names."""

from __future__ import annotations

from staticrelu import tree as t
from staticrelu.project import Module
from staticrelu.trace import assign, names
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, statement
from staticrelu.trace.values import Value


@statement(t.Import)
def run_import(m: Machine, frame: Frame, node: t.Import) -> None:
    """``import a.b`` binds ``a``; ``import a.b as c`` binds ``c`` to ``a.b``."""
    for dotted, alias in node.names:
        wanted = dotted if alias else dotted.partition(".")[0]
        assign.bind(m, frame, alias or wanted, module_value(m, frame.module, wanted))


@statement(t.ImportFrom)
def run_import_from(m: Machine, frame: Frame, node: t.ImportFrom) -> None:
    """``from a import b as c``."""
    for name, alias in node.names:
        if name != "*":
            assign.bind(m, frame, alias or name, imported(m, frame.module, node, name))
        else:
            _bind_star(m, frame, node)


def _bind_star(m: Machine, frame: Frame, node: t.ImportFrom) -> None:
    """A star import inside a function cannot be; at the top level names are looked up when they are used."""


def module_value(m: Machine, importer: Module, dotted: str) -> Value:
    """The module of that dotted name: a scanned one, else a library's."""
    found = None if is_library(m, dotted) else m.project.find(importer, dotted)
    return m.namespace(found) if found is not None else m.library(dotted)


def is_library(m: Machine, dotted: str) -> bool:
    """Whether the catalog speaks for the name, so that a scanned copy of the library is not looked into."""
    return m.catalog.package(dotted) is not None


def imported(m: Machine, importer: Module, node: t.ImportFrom, name: str) -> Value:
    """What ``from module import name`` gives."""
    if node.level == 0 and is_library(m, node.module):
        return m.library(f"{node.module}.{name}")
    found = m.project.find(importer, node.module, node.level)
    if found is not None:
        value = member(m, found, name)
        if value is not None:
            return value
        return m.unknown(name, ("import", found.name, name), f"{found.name}.{name}")
    dotted = "." * node.level + node.module
    if node.level:
        return m.unknown(name, ("import", importer.path, dotted, name), f"{dotted}.{name}".replace("..", "."))
    return m.library(f"{dotted}.{name}")


def member(m: Machine, module: Module, name: str) -> Value | None:
    """``module.name``: bound by the module, or a module inside it."""
    value = names.module_name(m, module, name)
    if value is not None:
        return value
    inner = m.project.submodule(module, name)
    return m.namespace(inner) if inner is not None else None


def from_stars(m: Machine, module: Module, name: str) -> Value | None:
    """A name that one of the module's star imports brings in, the last one first."""
    libraries = []
    for node in module.star_imports:
        found = (
            None if is_library(m, node.module) and not node.level else m.project.find(module, node.module, node.level)
        )
        if found is not None and not name.startswith("_"):
            value = names.module_name(m, found, name)
            if value is not None:
                return value
        elif found is None and not node.level:
            libraries.append(node.module)
    for library in libraries:
        dotted = f"{library}.{name}"
        if m.catalog.entry(dotted) is not None:
            return m.library(dotted)
    return None
