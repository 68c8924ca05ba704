"""The outline of a tree: what a file defines, without what its functions do."""

from __future__ import annotations

from msgspec.structs import replace

from staticrelu.tree import ClassDef, FunctionDef, Stmt, Tree


def outline(tree: Tree) -> Tree:
    """The tree without the bodies of its functions and methods; what stands under a condition is kept as it is.

    So is what a class does with the classes that are derived from it, which is as good as a statement of each of them.
    """
    return Tree(tuple(map(_outlined, tree.body)))


def _outlined(statement: Stmt) -> Stmt:
    if isinstance(statement, FunctionDef) and statement.name != "__init_subclass__":
        return replace(statement, body=())
    if isinstance(statement, ClassDef):
        return replace(statement, body=tuple(map(_outlined, statement.body)))
    return statement
