"""Which statements bind a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.project.walk import expressions_in


def functions_in(body: Iterable[t.Stmt]) -> dict[str, t.FunctionDef]:
    """The functions that a body defines, by their names."""
    return {s.name: s for s in body if isinstance(s, t.FunctionDef)}


def bindings(body: Sequence[t.Stmt], functions: Mapping[str, t.FunctionDef] | None = None) -> dict[str, list[t.Stmt]]:
    """For each name of a module or class body, the statements of the body that bind or fill it, in order.

    A statement that fills what a name holds (``REGISTRY["lstm"] = nn.LSTM``, ``names.append(x)``) counts as well, as does the
    call of one of the ``functions``, those of the body, that does so or sets a global name (``register("lstm", nn.LSTM)``), and a
    function that is registered with another one (``@size_of.register``). What stands under ``if __name__ == "__main__"``
    is not run on import and binds nothing.
    """
    functions = functions_in(body) if functions is None else functions
    table: dict[str, list[t.Stmt]] = {}
    for statement in body:
        if isinstance(statement, t.If) and is_main_check(statement):
            continue
        changed = _changed(statement, functions, limits.MAX_VALUE_DEPTH)
        for name in dict.fromkeys((*_names(statement, fills=True), *changed)):
            table.setdefault(name, []).append(statement)
        for name in _registered_with(statement):
            if any(isinstance(s, t.FunctionDef) for s in table.get(name, ())):
                table[name].append(statement)
    return table


def is_bound_by(statement: t.Stmt, name: str) -> bool:
    """Whether a statement binds or fills a name itself, and not only what a function that it calls does."""
    return name in _names(statement, fills=True)


def _changed(statement: t.Stmt, functions: Mapping[str, t.FunctionDef], depth: int) -> Iterator[str]:
    """The names that are bound or filled by the functions that a statement calls for nothing else."""
    call = statement.value if isinstance(statement, t.ExprStmt) else None
    if isinstance(call, t.Call) and isinstance(call.func, t.Name) and call.func.id in functions and depth:
        function = functions[call.func.id]
        given = {param.name: param.default for param in function.params if param.default is not None}
        given.update((param.name, a.value) for param, a in zip(function.params, call.args, strict=False) if not a.star)
        given.update((a.name, a.value) for a in call.args if a.name is not None)
        local = bound_names(function.body).union(param.name for param in function.params)
        for inner in function.body:
            for name in (*_names(inner, fills=True), *_changed(inner, functions, depth - 1)):
                if name not in local:
                    yield name
                elif name in given:
                    yield from _root(given[name])
    for block in nested(statement):
        for inner in block:
            yield from _changed(inner, functions, depth)


def _registered_with(statement: t.Stmt) -> Iterator[str]:
    """The names whose ``register`` decorates a function; it fills them if a function is bound to them."""
    for decorator in statement.decorators if isinstance(statement, t.FunctionDef) else ():
        target = decorator.func if isinstance(decorator, t.Call) else decorator
        if isinstance(target, t.Attribute) and target.name == "register" and isinstance(target.value, t.Name):
            yield target.value.id


def bound_names(body: Iterable[t.Stmt]) -> frozenset[str]:
    """The names that a function body binds, less those it declares global or nonlocal."""
    return _bound_in(tuple(body))


@lru_cache(maxsize=4096)
def _bound_in(body: tuple[t.Stmt, ...]) -> frozenset[str]:
    names: set[str] = set()
    elsewhere: set[str] = set()
    for statement in body:
        names.update(_names(statement, fills=False))
        elsewhere.update(_declared_elsewhere(statement))
    return frozenset(names - elsewhere)


def is_main_check(statement: t.If) -> bool:
    """Whether it is ``if __name__ == "__main__":``."""
    test = statement.arms[0][0]
    if not isinstance(test, t.Compare) or len(test.rest) != 1:
        return False
    sides = (test.first, test.rest[0][1])
    return any(isinstance(s, t.Name) and s.id == "__name__" for s in sides)


def nested(statement: t.Stmt) -> Iterator[tuple[t.Stmt, ...]]:
    """The blocks of a compound statement that run in the same scope."""
    if isinstance(statement, t.If):
        yield from (block for _, block in statement.arms)
        yield statement.orelse
    elif isinstance(statement, t.For | t.While):
        yield statement.body
        yield statement.orelse
    elif isinstance(statement, t.With):
        yield statement.body
    elif isinstance(statement, t.Try):
        yield statement.body
        yield from (handler.body for handler in statement.handlers)
        yield statement.orelse
        yield statement.final
    elif isinstance(statement, t.Match):
        yield from (case.body for case in statement.cases)


def flat(body: Iterable[t.Stmt]) -> Iterator[t.Stmt]:
    """Top-level statements; definitions and imports inside ``if`` and ``try`` count as standing there, too.

    What is run only as a script stands where it is: nobody else can ask for it.
    """
    for statement in body:
        inner = [s for block in nested(statement) for s in block]
        if not (isinstance(statement, t.If) and is_main_check(statement)) and any(
            isinstance(s, t.ClassDef | t.FunctionDef | t.Import | t.ImportFrom) for s in inner
        ):
            yield from flat(inner)
        else:
            yield statement


def _declared_elsewhere(statement: t.Stmt) -> Iterator[str]:
    if isinstance(statement, t.Scope):
        yield from statement.names
    for block in nested(statement):
        for inner in block:
            yield from _declared_elsewhere(inner)


def _names(statement: t.Stmt, fills: bool) -> Iterator[str]:
    yield from _own_names(statement, fills)
    yield from _walrus_names(statement)
    for block in nested(statement):
        for inner in block:
            yield from _names(inner, fills)


def _own_names(statement: t.Stmt, fills: bool) -> Iterator[str]:
    if isinstance(statement, t.FunctionDef | t.ClassDef):
        yield statement.name
    elif isinstance(statement, t.Import):
        yield from (alias or name.partition(".")[0] for name, alias in statement.names)
    elif isinstance(statement, t.ImportFrom):
        yield from (alias or name for name, alias in statement.names)
    elif isinstance(statement, t.Try):
        yield from (handler.name for handler in statement.handlers if handler.name)
    elif isinstance(statement, t.Match):
        for case in statement.cases:
            yield from pattern_names(case.pattern)
    elif isinstance(statement, t.ExprStmt):
        if fills and isinstance(statement.value, t.Call):
            yield from _filled(statement.value)
    else:
        for target in _targets(statement):
            yield from target_names(target, fills)


def _filled(call: t.Call) -> Iterator[str]:
    """The name of what a call for nothing else changes: that whose method is called, or whose attribute is set."""
    if isinstance(call.func, t.Attribute):
        yield from _root(call.func)
    elif isinstance(call.func, t.Name) and call.func.id == "setattr" and call.args:
        yield from _root(call.args[0].value)


def importing(statement: t.Stmt, name: str) -> t.Stmt:
    """An import as far as it binds a name; any other statement as it is.

    What an import brings in beside it is bound when it is asked for, together with what the module does to it below.
    """
    if isinstance(statement, t.Import):
        kept = tuple(pair for pair in statement.names if (pair[1] or pair[0].partition(".")[0]) == name)
        return t.Import(statement.span, kept)
    if isinstance(statement, t.ImportFrom):
        kept = tuple(pair for pair in statement.names if (pair[1] or pair[0]) == name)
        return t.ImportFrom(statement.span, statement.module, statement.level, kept)
    return statement


def imports_of(bound: Iterable[t.Stmt], name: str) -> list[t.ImportFrom]:
    """The imports among what binds a name that bring it in: in the arms of a ``try`` or an ``if``, too."""
    imports = (s for s in flat(bound) if isinstance(s, t.ImportFrom))
    return [s for s in imports if any((alias or real) == name for real, alias in s.names)]


def _targets(statement: t.Stmt) -> tuple[t.Expr, ...]:
    if isinstance(statement, t.Assign | t.Delete):
        return statement.targets
    if isinstance(statement, t.AnnAssign | t.AugAssign | t.For):
        return (statement.target,)
    if isinstance(statement, t.With):
        return tuple(target for _, target in statement.items if target is not None)
    return ()


def target_names(target: t.Expr, fills: bool = False) -> Iterator[str]:
    """The names that assigning to ``target`` binds (with ``fills``, also those whose object it changes)."""
    if isinstance(target, t.Name):
        yield target.id
    elif isinstance(target, t.Starred):
        yield from target_names(target.value, fills)
    elif isinstance(target, t.Display):
        for item in target.items:
            yield from target_names(item, fills)
    elif fills:
        yield from _root(target)


def pattern_names(pattern: t.Pattern) -> Iterator[str]:
    """The names that a ``case`` pattern captures."""
    if pattern.name is not None:
        yield pattern.name
    for inner in pattern.patterns:
        yield from pattern_names(inner)


def _root(expression: t.Expr) -> Iterator[str]:
    while isinstance(expression, t.Attribute | t.Subscript):
        expression = expression.value
    if isinstance(expression, t.Name):
        yield expression.id


def _walrus_names(statement: t.Stmt) -> Iterator[str]:
    """Names bound by ``:=`` in the expressions of one statement (not those of nested blocks)."""
    for field in statement.__struct_fields__:
        if field not in _BLOCKS:
            for node in expressions_in(getattr(statement, field)):
                if isinstance(node, t.Walrus):
                    yield from target_names(node.target)


_BLOCKS = frozenset(("span", "body", "orelse", "final", "handlers", "cases"))
