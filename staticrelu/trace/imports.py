"""Imports: of scanned modules, else of libraries by their dotted names."""

from __future__ import annotations

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.catalog import Entry
from staticrelu.place import Place
from staticrelu.project import Module
from staticrelu.trace import assign, calls, library, names
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine, statement
from staticrelu.trace.values import NOTHING, Const, Entries, Thing, Value

IMPORT_MODULE = "importlib.import_module"
MODULES = "sys.modules"


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
    found = m.project.find(importer, dotted)
    return m.namespace(found) if found is not None else m.library(dotted)


def import_module(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``importlib.import_module(name)``; where a name that is not known leads to is outside of the program."""

    def run(thing: Thing) -> Value:
        name = thing.value if isinstance(thing, Const) else None
        if not isinstance(name, str) or not name.strip("."):
            return library.apply(m, frame, m.catalog.entry(IMPORT_MODULE) or Entry(name=IMPORT_MODULE), args, place)
        dotted = name.lstrip(".")
        if dotted == name:
            return module_value(m, frame.module, name)
        found = m.project.find(frame.module, dotted, len(name) - len(dotted))
        return m.namespace(found) if found is not None else m.unknown(dotted, ("import", frame.module.path, name), name)

    return m.each(calls.argument(m, args, 0, "name", place) or NOTHING, place, run)


def loaded(m: Machine, frame: Frame, name: Value, place: Place) -> Value:
    """``sys.modules[name]``: the module itself (``__name__``), or what an import of that name would give."""

    def find(thing: Thing) -> Value:
        dotted = thing.value if isinstance(thing, Const) else None
        if dotted == frame.module.name:
            return m.namespace(frame.module)
        if isinstance(dotted, str):
            return module_value(m, frame.module, dotted)
        return m.unknown(f"{MODULES}[...]", (MODULES, thing))

    return m.each(name, place, find)


def imported(m: Machine, importer: Module, node: t.ImportFrom, name: str) -> Value:
    """What ``from module import name`` gives."""
    found = m.project.find(importer, node.module, node.level)
    if found is not None:
        inner = m.project.submodule(found, name) if found is importer else None
        value = member(m, found, name) if inner is None else m.namespace(inner)
        if value is not None:
            return value
        return m.unknown(name, ("import", found.name, name), f"{found.name}.{name}")
    dotted = "." * node.level + node.module
    if node.level:
        full = f"{dotted}.{name}" if node.module else f"{dotted}{name}"
        return m.unknown(name, ("import", importer.path, dotted, name), full)
    return m.library(f"{dotted}.{name}")


def member(m: Machine, module: Module, name: str) -> Value | None:
    """``module.name``: bound by the module, or a module inside it."""
    value = names.module_name(m, module, name)
    if value is not None:
        return value
    inner = m.project.submodule(module, name)
    return m.namespace(inner) if inner is not None else None


def members(m: Machine, module: Module, place: Place) -> Value | None:
    """All that a module has, as a dict: a registry that nobody had to write; None for one that is too large for that."""
    found = [name for name in m.project.names_in(module) if not name.startswith("__")]
    if len(found) > limits.MAX_GLOBALS:
        return None
    values = {name: names.module_name(m, module, name) for name in found}
    return m.new_dict(place, Entries(tuple((name, value) for name, value in values.items() if value)))


def from_stars(m: Machine, module: Module, name: str) -> Value | None:
    """A name that one of the module's star imports brings in, the last one first."""
    dotted = []
    for node in module.star_imports:
        found = m.project.find(module, node.module, node.level)
        if found is not None and not name.startswith("_"):
            value = names.module_name(m, found, name)
            if value is not None:
                return value
        elif found is None and not node.level:
            dotted.append(f"{node.module}.{name}")
    known = next((full for full in dotted if m.catalog.entry(full) is not None), None)
    return m.library(known) if known is not None else None
