"""What a name stands for: local, enclosing, module, built in."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.place import Place
from staticrelu.project import Module
from staticrelu.project.names import importing, is_bound_by
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import NOTHING, Class, Library, Listing, Mapping, Native, Obj, Symbol, Value, apart


def read(m: Machine, frame: Frame, name: str, place: Place) -> Value:
    """The value of a name in a frame."""
    scope: Frame | None = frame
    while scope is not None:
        if name in scope.names:
            value: Value | None = m.store.get((scope, name)) or _of_class(m, scope, name)
            if value is not None:
                return value
            if scope is frame and not scope.is_class and not scope.is_module:
                return m.unknown(name, ("unbound", scope, name), f"{name}, not bound on this way")
        scope = scope.env
    value = module_name(m, frame.module, name)
    if value is not None:
        return value
    return m.just(Library(f"builtins.{name}")) if is_builtin(m, name) else unresolved(m, name)


def _of_class(m: Machine, frame: Frame, name: str) -> Value | None:
    """What the body of a class binds a name to, for what stands in that body, too."""
    from staticrelu.trace import classes

    return classes.class_attribute(m, frame.owner, name) if frame.is_class and frame.owner is not None else None


def of_library(m: Machine, frame: Frame, node: t.Expr) -> str:
    """The dotted name in a library that a name, or one behind dots, stands for; empty for anything else."""
    root = node
    while isinstance(root, t.Attribute):
        root = root.value
    found = [thing for _, thing in m.eval(frame, node)] if isinstance(root, t.Name) else []
    return found[0].name if len(found) == 1 and isinstance(found[0], Library) else ""


def unresolved(m: Machine, name: str) -> Value:
    """A name that nothing scanned binds."""
    return m.just(Symbol(("name", name), name, name))


def is_builtin(m: Machine, name: str) -> bool:
    """Whether Python itself has the name."""
    import builtins

    return hasattr(builtins, name)


def module_name(m: Machine, module: Module, name: str) -> Value | None:
    """The value of a name of a module's top level, run as far as it needs; None if the module binds no such name."""
    frame = m.module_frame(module)
    key = (frame, name)
    value: Value | None = m.store.get(key)
    if value is not None:
        return value
    statements = module.bindings.get(name)
    if statements is None:
        return _module_special(m, module, name) or _from_star(m, module, name)
    if any(star.span.line > statements[-1].span.line for star in module.star_imports):
        later = _from_star(m, module, name)  # a star import below the other bindings has the last word
        if later is not None:
            return later
    if key in m.evaluating:
        return m.unknown(name, ("cycle", module.name, name), f"{name}, defined by itself")
    m.evaluating.add(key)
    try:
        for binds, group in groupby(statements, lambda statement: is_bound_by(statement, name)):
            if binds:
                run_apart(m, frame, [importing(statement, name) for statement in group])
            else:
                _set_up(m, frame, list(group))
    finally:
        m.evaluating.discard(key)
    found: Value | None = m.store.get(key) or _of_types(m, frame, name, statements)
    if found is None:
        return unresolved(m, name)
    if any(isinstance(x, Mapping | Listing | Obj | Native) for _, x in found):
        _run_registrations(m, module)
    if any(isinstance(x, Class) for _, x in found):
        _run_subclasses(m, module, name, found)
    return found


def _of_types(m: Machine, frame: Frame, name: str, statements: list[t.Stmt]) -> Value | None:
    """What a name is bound to only where a test does not hold: an annotation means it all the same, and the program cannot."""
    for statement in statements:
        if isinstance(statement, t.If):
            run_apart(m, frame, [importing(inner, name) for inner in statement.arms[0][1]])
    found: Value | None = m.store.get((frame, name))
    return found


def _set_up(m: Machine, frame: Frame, statements: list[t.Stmt]) -> None:
    """Run calls of the top level for what they change, each once: unless one works for long or computes with tensors.

    That is what a script does, which has no part in what a model is.
    """
    from staticrelu.trace import inert

    def run(statement: t.Stmt) -> Value:
        run_apart(m, frame, [statement], draws=False)
        return NOTHING

    for statement in statements:
        key = (frame, f"set up at {statement.span}")
        if key not in m.registered:
            m.registered.add(key)
            inert.on_budget(m, partial(run, statement))


def _run_subclasses(m: Machine, module: Module, name: str, found: Value) -> None:
    """Run the classes of the same module that are derived from one that keeps a record of those."""
    orders = [base for _, x in found if isinstance(x, Class) for base in x.order]
    if any(isinstance(base, Class) and "__init_subclass__" in base.table for base in orders):
        for derived in _derived(m, module).get(name, ())[: limits.MAX_RECORDED]:
            module_name(m, module, derived)


def _derived(m: Machine, module: Module) -> dict[str, list[str]]:
    """For each name of a module, the classes of its top level that have it as a base."""
    if module.path not in m.derived:
        m.derived[module.path] = found = dict[str, list[str]]()
        for name, statements in module.bindings.items():
            for base in statements[0].bases if isinstance(statements[0], t.ClassDef) else ():
                if isinstance(base.value, t.Name):
                    found.setdefault(base.value.id, []).append(name)
    return m.derived[module.path]


def _run_registrations(m: Machine, module: Module) -> None:
    """Run the decorated definitions that may fill a registry of this module, once."""
    key = (m.module_frame(module), "registrations")
    if key in m.evaluating or key in m.registered:
        return
    m.registered.add(key)
    for place, name in m.project.registered_with(module):
        module_name(m, place, name)


def run_apart(m: Machine, frame: Frame, statements: list[t.Stmt], draws: bool = True) -> None:
    """Run top-level statements now, whatever the way that asks for them: imports happen before any call.

    What they write belongs below every layer, so that no branch that happens to be the first to ask owns it. Unless it
    ``draws``, making a node spends the budget.
    """
    path, store, depth, outer = m.path, m.store, m.depth, m.draws
    nodes, serials, root = len(m.graph.nodes), m.serials, m.root_store()
    m.path, m.store, m.draws = m.space.true, root, draws
    try:
        with apart():
            m.run(frame, statements)
    finally:
        # A top level that ends early (it raises) leaves what it had bound.
        _keep(m.store, root)
        m.path, m.store, m.depth, m.draws = path, store, depth, outer
        if (len(m.graph.nodes), m.serials) != (nodes, serials):
            m.apart.append((range(nodes, len(m.graph.nodes)), range(serials + 1, m.serials + 1)))


def _keep(store: object, root: object) -> None:
    from staticrelu.trace.frames import Store

    assert isinstance(store, Store) and isinstance(root, Store)
    for layer in reversed(list(store.layers_above(root))):
        root.data.update(layer.data)


def _module_special(m: Machine, module: Module, name: str) -> Value | None:
    if name == "__name__":
        return m.const(module.name)
    if name in ("__file__", "__doc__", "__path__"):
        return m.unknown(name, ("special", module.name, name))
    return None


def _from_star(m: Machine, module: Module, name: str) -> Value | None:
    """A name that a star import brings in: of a scanned module if it has the name, else of a library."""
    from staticrelu.trace import imports

    key = (m.module_frame(module), "* " + name)
    if key in m.evaluating:
        return None
    m.evaluating.add(key)
    try:
        return imports.from_stars(m, module, name)
    finally:
        m.evaluating.discard(key)
