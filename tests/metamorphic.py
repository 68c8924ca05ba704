"""Changes to a program that do not change what it computes, and changes of which the effect is known."""

from __future__ import annotations

import ast
import io
import tokenize
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_NAMED_AT_RUN_TIME = ("globals", "locals", "vars", "exec", "eval", "__all__", "sys.modules", "import *", "__name__")
"""Programs that speak of their own names as texts: other names would make them other programs."""


def commented(text: str) -> str:
    """A comment and an empty line behind every statement."""
    lines = text.splitlines(keepends=True)
    ends = [
        token.start[0]
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.NEWLINE
    ]
    for end in reversed(ends):
        lines.insert(end, "# torch.relu(everything)\n\n")
    return "".join(lines)


def reprinted(text: str) -> str:
    """The same syntax, written by another hand."""
    return ast.unparse(ast.parse(text))


def wrapped(text: str) -> str:
    """Every body of a function in ``if True:``, but for those that do nothing: so does what is there to be derived from."""
    module = ast.parse(text)
    for function in functions(module):
        first = 1 if ast.get_docstring(function, clean=False) is not None else 0
        body = function.body[first:]
        if body and not (len(body) == 1 and _does_nothing(body[0])):
            function.body[first:] = [ast.If(ast.Constant(True), body, [])]
    return _printed(module)


def _does_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass | ast.Raise) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def with_helper(text: str) -> str:
    """What a function returns goes through a helper that gives it back."""
    module = ast.parse(text)
    for function in functions(module):
        for node in ast.walk(function):
            if isinstance(node, ast.Return) and node.value is not None:
                node.value = ast.Call(ast.Name("given_back"), [node.value], [])
    (helper,) = ast.parse("def given_back(value):\n    return value").body
    module.body.append(helper)
    return _printed(module)


def renamed(text: str) -> str:
    """Other names for local variables, where a function defines nothing that could share them."""
    module = ast.parse(text)
    if any(word in text for word in _NAMED_AT_RUN_TIME):
        return text
    for function in functions(module):
        inside = [node for statement in function.body for node in ast.walk(statement)]
        nested = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.Global, ast.Nonlocal, ast.Match)
        if any(isinstance(node, (*nested, ast.Import, ast.ImportFrom, ast.ExceptHandler)) for node in inside):
            continue
        arguments = {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}
        stored = {node.id for node in inside if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        for node in inside:
            if isinstance(node, ast.Name) and node.id in stored - arguments:
                node.id = f"other_{node.id}"
    return _printed(module)


def aliased(text: str) -> str:
    """Other names for what is imported at the top, where nothing else has the same name."""
    module = ast.parse(text)
    if any(word in text for word in _NAMED_AT_RUN_TIME):
        return text
    aliases = [alias for node in module.body if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names]
    taken = {node.arg for node in ast.walk(module) if isinstance(node, ast.arg)} | {"annotations"}
    names = [node for node in ast.walk(module) if isinstance(node, ast.Name)]
    taken |= {node.id for node in names if not isinstance(node.ctx, ast.Load)}
    taken |= {node.name for node in ast.walk(module) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    bound = [alias.asname or alias.name for alias in aliases]
    inner = [a for node in ast.walk(module) if isinstance(node, (ast.Import, ast.ImportFrom)) for a in node.names]
    for alias in aliases:
        name = alias.asname or alias.name
        alone = bound.count(name) == 1 and sum((a.asname or a.name).split(".")[0] == name for a in inner) == 1
        if "." not in name and name not in taken and alone:
            alias.asname = f"other_{name}"
            for node in names:
                if node.id == name:
                    node.id = alias.asname
    return _printed(module)


def inlined(text: str) -> str:
    """A variable that the very next statement reads, and nothing else, is what stands there."""
    module = ast.parse(text)
    for function in functions(module):
        read = Counter(n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))
        bound = Counter(n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
        for block in _blocks(function):
            for first, second in list(pairwise(block)):
                name = _assigned(first)
                if name and read[name] == bound[name] == 1 and _is_calm(first) and _is_calm(second):
                    _inline(block, first, second, name)
    return _printed(module)


def _inline(block: list[ast.stmt], first: ast.stmt, second: ast.stmt, name: str) -> None:
    assert isinstance(first, ast.Assign)
    for node in ast.walk(second):
        # Behind a dot it would join a chain of calls, all of which have the place where the chain starts.
        if isinstance(node, ast.Call):
            for number, argument in enumerate(node.args):
                if isinstance(argument, ast.Name) and argument.id == name:
                    node.args[number] = first.value
                    block.remove(first)
                    return


def reordered(text: str) -> str:
    """Two assignments, one behind the other, of which none reads what the other one writes, change places."""
    module = ast.parse(text)
    for function in functions(module):
        for block in _blocks(function):
            for at in range(0, len(block) - 1, 2):
                if _are_independent(block[at], block[at + 1]):
                    block[at : at + 2] = [block[at + 1], block[at]]
    return _printed(module)


def _are_independent(first: ast.stmt, second: ast.stmt) -> bool:
    names = [_written(first), _written(second)]
    used = [{_dotted(node) for node in ast.walk(statement)} for statement in (first, second)]
    return all(names) and names[0] not in used[1] and names[1] not in used[0]


def _written(statement: ast.stmt) -> str:
    """The variable, or the attribute of one, that a plain assignment writes; empty for any other statement."""
    is_plain = isinstance(statement, ast.Assign) and len(statement.targets) == 1 and _is_plain(statement)
    name = _dotted(statement.targets[0]) if is_plain else ""  # type: ignore[attr-defined]
    return name if name.count(".") < 2 else ""


def _is_plain(statement: ast.stmt) -> bool:
    """Whether its calls are torch's own and change nothing that exists, and it builds no recurrent layer: their order is told."""
    called = [_dotted(node.func) for node in ast.walk(statement) if isinstance(node, ast.Call)]
    own = all(name.startswith(("nn.", "torch.", "F.")) and not name.endswith("_") for name in called)
    return (
        own
        and _is_calm(statement)
        and not any(name in ast.unparse(statement) for name in ("RNN", "LSTM", "GRU", "out="))
    )


def split(text: str) -> tuple[str, str] | None:
    """The first half of a program as a file of its own, whose names the other one imports; None where it cannot be cut."""
    body = ast.parse(text).body
    classes = [at for at, statement in enumerate(body) if isinstance(statement, ast.ClassDef)]
    if len(classes) < 2 or any(word in text for word in _NAMED_AT_RUN_TIME):
        return None
    first, second = body[: classes[0] + 1], body[classes[0] + 1 :]
    defined = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef)
    if not all(
        isinstance(s, defined) or (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)) for s in first
    ):
        return None
    if any(isinstance(s, ast.ImportFrom) and s.module == "__future__" for s in first):
        return None
    later = {name for statement in second for name in _bound(statement)}
    if later & {node.id for s in first for node in ast.walk(s) if isinstance(node, ast.Name)}:
        return None
    names = sorted({name for statement in first for name in _bound(statement)})
    return ast.unparse(
        ast.Module(first, [])
    ), f"from first import {', '.join(names)}\n{ast.unparse(ast.Module(second, []))}"


def _bound(statement: ast.stmt) -> set[str]:
    if isinstance(statement, (ast.ClassDef, ast.FunctionDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names}
    return {n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _blocks(function: Function) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(function):
        for _, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                yield value


def _assigned(statement: ast.stmt) -> str:
    """The variable that a statement gives a value, and nothing else."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return ""


def _is_calm(statement: ast.stmt) -> bool:
    """Whether it does not matter when in the statement something is evaluated."""
    odd = (ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Await, ast.Lambda, ast.comprehension)
    simple = isinstance(statement, (ast.Assign, ast.Return, ast.Expr))
    return (
        simple and not any(isinstance(node, odd) for node in ast.walk(statement)) and "_(" not in ast.unparse(statement)
    )


def _dotted(node: ast.AST) -> str:
    """A name, or names with dots between them; empty for all else."""
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return node.id if isinstance(node, ast.Name) else ""


def without_functional_relu(text: str) -> str:
    """``torch.relu(x)`` and ``F.relu(x)`` become ``x``."""

    class Remove(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.expr:
            self.generic_visit(node)
            is_relu = ast.unparse(node.func) in ("torch.relu", "F.relu") and len(node.args) == 1 and not node.keywords
            return node.args[0] if is_relu else node

    return _printed(Remove().visit(ast.parse(text)))


def functions(module: ast.Module) -> Iterator[Function]:
    """All functions and methods."""
    return (node for node in ast.walk(module) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def _printed(module: ast.Module) -> str:
    return ast.unparse(ast.fix_missing_locations(module))
