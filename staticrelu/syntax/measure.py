"""What CPython's own parser knows of a text: where its nodes stand and how deep they go.

``ast.parse`` reads and builds, it runs nothing. Its positions cost a tenth of libcst's, and its levels are those on
which libcst, which does not guard its stack, would recurse.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import Any, TypeAlias

from staticrelu.limits import MAX_LEVELS
from staticrelu.syntax.refusal import too_deep
from staticrelu.syntax.spans import Extent, QueuedSpans

# For each class of ast: the class of the tree that is made of it (none: it has no place of its own) and the fields
# that hold its children. What is not named here (contexts, operators, type parameters, the insides of f-strings) is
# not looked at, nor does the maker ask for it.
_SHAPES = {
    "Module": "| body",
    "Name": "Name |",
    "Constant": "Constant |",
    "JoinedStr": "|",
    "TemplateStr": "|",
    "Attribute": "Attribute | value",
    "Subscript": "Subscript | value slice",
    "Slice": "Slice | lower upper step",
    "Call": "Call | func args keywords",
    "keyword": "| value",
    "UnaryOp": "Unary | operand",
    "BinOp": "Binary | left right",
    "BoolOp": "Bool | values",
    "Compare": "Compare | left comparators",
    "IfExp": "IfExp | test body orelse",
    "Tuple": "Display | elts",
    "List": "Display | elts",
    "Set": "Display | elts",
    "Dict": "DictDisplay | keys values",
    "ListComp": "Comprehension | elt generators",
    "SetComp": "Comprehension | elt generators",
    "GeneratorExp": "Comprehension | elt generators",
    "DictComp": "Comprehension | key value generators",
    "comprehension": "| target iter ifs",
    "Starred": "Starred | value",
    "Lambda": "Lambda | args body",
    "arguments": "| posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults",
    "arg": "| annotation",
    "NamedExpr": "Walrus | target value",
    "Await": "Await | value",
    "Yield": "Yield | value",
    "YieldFrom": "Yield | value",
    "Expr": "ExprStmt | value",
    "Assign": "Assign | targets value",
    "TypeAlias": "Assign | name value",
    "AnnAssign": "AnnAssign | target annotation value",
    "AugAssign": "AugAssign | target value",
    "Return": "Return | value",
    "Raise": "Raise | exc cause",
    "Assert": "Assert | test msg",
    "Delete": "Delete | targets",
    "Pass": "Jump |",
    "Break": "Jump |",
    "Continue": "Jump |",
    "Global": "Scope |",
    "Nonlocal": "Scope |",
    "Import": "Import |",
    "ImportFrom": "ImportFrom |",
    "If": "If | test body orelse",
    "For": "For | target iter body orelse",
    "AsyncFor": "For | target iter body orelse",
    "While": "While | test body orelse",
    "With": "With | items body",
    "AsyncWith": "With | items body",
    "withitem": "| context_expr optional_vars",
    "Try": "Try | body handlers orelse finalbody",
    "TryStar": "Try | body handlers orelse finalbody",
    "ExceptHandler": "| type body",
    "Match": "Match | subject cases",
    "match_case": "| pattern guard body",
    "MatchValue": "Pattern | value",
    "MatchSingleton": "Pattern |",
    "MatchSequence": "Pattern | patterns",
    "MatchMapping": "Pattern | keys patterns",
    "MatchClass": "Pattern | cls patterns kwd_patterns",
    "MatchStar": "Pattern |",
    "MatchAs": "Pattern | pattern",
    "MatchOr": "Pattern | patterns",
    "FunctionDef": "| args returns decorator_list body",
    "AsyncFunctionDef": "| args returns decorator_list body",
    "ClassDef": "| bases keywords decorator_list body",
}


def _table() -> dict[type, tuple[str, tuple[str, ...]]]:
    table: dict[type, tuple[str, tuple[str, ...]]] = defaultdict(lambda: ("", ()))
    for name, shape in _SHAPES.items():
        kind, fields = shape.split("|")
        if hasattr(ast, name):
            table[getattr(ast, name)] = (kind.strip(), tuple(fields.split()))
    return table


_TABLE = _table()
Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_JOINED = tuple(getattr(ast, name) for name in ("JoinedStr", "TemplateStr") if hasattr(ast, name))
_APART = _DEFINITIONS + _JOINED


def measure(text: str) -> QueuedSpans:
    """Parse ``text`` with the running Python and give the places of its nodes.

    Raises ``RefusalError`` for what nests too deeply; ``SyntaxError`` for what the running Python cannot read, and
    ``ValueError`` (of null bytes and half surrogate pairs) for what no Python can.
    """
    try:
        module = ast.parse(text)
    except (RecursionError, MemoryError):
        raise too_deep() from None
    extents, apart = _collect(module)
    _check_levels([node for node in apart if isinstance(node, _JOINED)])
    lines = text.encode().splitlines() if apart else []
    for node in apart:
        kind, end = "Joined", (node.end_lineno, node.end_col_offset)
        if isinstance(node, _DEFINITIONS):
            kind, end = ("ClassDef" if isinstance(node, ast.ClassDef) else "FunctionDef"), header_end(node, lines)
        extents[kind].append((node.lineno, node.col_offset, -end[0], -end[1]))
    return QueuedSpans(extents, text)


def _collect(module: ast.Module) -> tuple[dict[str, list[Extent]], list[Any]]:
    """The extents of the nodes by kind, and the nodes that need more thought: definitions and f-strings.

    It goes level by level, so that it counts the levels and never recurses.
    """
    extents: dict[str, list[Extent]] = defaultdict(list)
    apart: list[Any] = []
    waiting: dict[int, list[Any]] = defaultdict(list, {0: [module]})
    for depth in range(MAX_LEVELS):
        below = waiting[depth + 1]
        for node in waiting.pop(depth):
            kind, fields = _TABLE[type(node)]
            if kind:
                extents[kind].append((node.lineno, node.col_offset, -node.end_lineno, -node.end_col_offset))
            elif isinstance(node, _APART):
                apart.append(node)
            for field in fields:
                child = getattr(node, field)
                if kind == "Bool":  # one node to CPython, and a level for each operator to libcst
                    waiting[depth + len(child)] += child
                elif type(child) is list:
                    below += child
                elif child is not None:
                    below.append(child)
        if not below and len(waiting) == 1:
            return extents, apart
    raise too_deep(min((node.lineno for node in below if hasattr(node, "lineno")), default=1))


def _check_levels(strings: list[ast.expr]) -> None:
    """Raise ``RefusalError`` where the insides of f-strings, which have no places of their own, nest too deeply."""
    level: list[ast.AST] = [*strings]
    for _ in range(MAX_LEVELS):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return
    raise too_deep(strings[0].lineno)


def header_end(node: Definition, lines: list[bytes]) -> tuple[int, int]:
    """Line and column (as in ``Extent``, but not negated) behind the colon of a definition's header."""
    parts: list[ast.AST] = list(getattr(node, "type_params", ()))
    if isinstance(node, ast.ClassDef):
        parts += [*node.bases, *node.keywords]
    else:
        parts += [*ast.iter_child_nodes(node.args), *filter(None, [node.returns])]
    ends = ((part.end_lineno, part.end_col_offset) for part in parts)  # type: ignore[attr-defined]
    line, column = max(ends, default=(node.lineno, node.col_offset))
    while line <= len(lines):  # behind the last part only brackets, commas, stars and comments stand before the colon
        code, colon, _ = lines[line - 1][column:].partition(b"#")[0].partition(b":")
        if colon:
            return line, column + len(code) + 1
        line, column = line + 1, 0
    return node.end_lineno or line, node.end_col_offset or 0
