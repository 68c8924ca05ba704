"""Changes to a program that do not change what it computes, and changes of which the effect is known."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
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
    """Every body of a function in ``if True:``."""
    module = ast.parse(text)
    for function in functions(module):
        first = 1 if ast.get_docstring(function, clean=False) is not None else 0
        body = function.body[first:]
        if body:
            function.body[first:] = [ast.If(ast.Constant(True), body, [])]
    return _printed(module)


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
