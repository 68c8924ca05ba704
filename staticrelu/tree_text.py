"""The tree as text: ``dump`` shows its structure, ``unparse`` gives an expression back as source."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec

from staticrelu import tree
from staticrelu.tree import Expr, Tree


def dump(root: Tree) -> str:
    """The tree, indented, one node a line: the field it stands in, its class, its place and its plain fields."""
    lines: list[str] = []
    for node in root.body:
        _dump_node(node, "", lines)
    return "".join(line + "\n" for line in lines)


def _dump_node(node: msgspec.Struct, label: str, lines: list[str]) -> None:
    """Add the lines of ``node``; ``label`` is the indentation and the name of the field it stands in."""
    fields = [(name, getattr(node, name)) for name in node.__struct_fields__ if name != "span"]
    plain = [f"{name}={value!r}" for name, value in fields if _is_plain(value)]
    lines.append(" ".join([label + type(node).__name__, *_place(node), *plain]))
    indent = label[: len(label) - len(label.lstrip())] + "  "
    for name, value in fields:
        if not _is_plain(value):
            for element in value if isinstance(value, tuple) else (value,):
                _dump_element(element, f"{indent}{name}: ", lines)


def _dump_element(element: msgspec.Struct | tuple[object, ...], label: str, lines: list[str]) -> None:
    """Add the lines of a node, or of a group such as an operator with its operand or an arm of an ``if``."""
    if isinstance(element, msgspec.Struct):
        _dump_node(element, label, lines)
        return
    lines.append(" ".join([label.rstrip(), *(repr(item) for item in element if _is_plain(item))]))
    indent = label[: len(label) - len(label.lstrip())] + "  "
    for item in element:
        if not _is_plain(item):
            for node in item if isinstance(item, tuple) else (item,):
                _dump_node(node, indent, lines)


def _place(value: object) -> list[str]:
    span = getattr(value, "span", None)
    return [] if span is None else [f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"]


def _is_plain(value: object) -> bool:
    """Whether a field is shown on its node's own line: it holds no nodes."""
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    return not isinstance(value, msgspec.Struct)


# --- expressions as source --------------------------------------------

# How strongly an expression binds, from the loosest to the tightest.
_YIELD, _WALRUS, _TEST, _OR, _AND, _NOT, _COMPARE, _BITOR = range(8)
_UNARY, _POWER, _AWAIT, _ATOM = 13, 14, 15, 16
_OPERATORS = {"|": _BITOR, "^": 8, "&": 9, "<<": 10, ">>": 10, "+": 11, "-": 11}
_BRACKETS = {"tuple": "({})", "list": "[{}]", "set": "{{{}}}", "dict": "{{{}}}", "generator": "({})"}
_OPERATORS.update({"*": 12, "/": 12, "//": 12, "%": 12, "@": 12, "**": _POWER})


def binds(operator: str) -> int:
    """How strongly a binary operator binds: more than those of which this is less."""
    return _OPERATORS[operator]


def unparse(node: Expr) -> str:
    """The source of an expression on one line, normalised: single spaces, double quotes, only the parentheses needed.

    Of the replaced parts of f-strings conversions and format specifications are lost, as they are in the tree.
    """
    return _render(node)[0]


def _render(node: Expr) -> tuple[str, int]:
    return _RENDERERS[type(node)](node)


def _at(node: Expr, least: int) -> str:
    """The source of ``node``, in parentheses where it binds less than ``least``."""
    text, binding = _render(node)
    return text if binding >= least else f"({text})"


def _constant(node: tree.Constant) -> tuple[str, int]:
    value = node.value
    if node.kind:
        return str(value), _ATOM
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f"), _ATOM
    if isinstance(value, float) and value == float("inf"):
        return "1e999", _ATOM
    return repr(value), _ATOM


def _joined(node: tree.Joined) -> tuple[str, int]:
    replaced = {id(part): _replacement(part) for part in node.parts if not _is_text(part)}
    quotes = [quote for quote in ('"', "'", '"""', "'''") if not any(quote in text for text in replaced.values())]
    quote = quotes[0] if quotes else '"'
    texts = [replaced[id(part)] if id(part) in replaced else _literal_text(part, quote) for part in node.parts]
    return f"f{quote}{''.join(texts)}{quote}", _ATOM


def _is_text(part: Expr) -> bool:
    return isinstance(part, tree.Constant) and isinstance(part.value, str) and not part.kind


def _replacement(part: Expr) -> str:
    value = part.parts[0] if isinstance(part, tree.Joined) and not part.exact else part
    text = _at(value, _OR)
    return f"{{ {text}}}" if text.startswith("{") else f"{{{text}}}"


def _literal_text(part: Expr, quote: str) -> str:
    text = _constant(part)[0][1:-1].replace("{", "{{").replace("}", "}}")  # type: ignore[arg-type]
    return text if quote == '"' else text.replace('\\"', '"').replace("'", "\\'")


def _subscript(node: tree.Subscript) -> tuple[str, int]:
    index = node.index
    if isinstance(index, tree.Display) and index.kind == "tuple" and index.items:
        inside = _items(index.items, comma=len(index.items) == 1)
    else:
        inside = _at(index, _TEST)
    return f"{_at(node.value, _ATOM)}[{inside}]", _ATOM


def _slice(node: tree.Slice) -> tuple[str, int]:
    lower, upper, step = ("" if part is None else _at(part, _TEST) for part in (node.lower, node.upper, node.step))
    return f"{lower}:{upper}" + (f":{step}" if step else ""), _ATOM


def _attribute(node: tree.Attribute) -> tuple[str, int]:
    number = isinstance(node.value, tree.Constant) and isinstance(node.value.value, (int, float))
    value = f"({unparse(node.value)})" if number else _at(node.value, _ATOM)
    return f"{value}.{node.name}", _ATOM


def _call(node: tree.Call) -> tuple[str, int]:
    return f"{_at(node.func, _ATOM)}({', '.join(map(_argument, node.args))})", _ATOM


def _argument(argument: tree.Argument) -> str:
    if argument.name is not None:
        return f"{argument.name}={_at(argument.value, _TEST)}"
    return "*" * argument.star + _at(argument.value, _TEST if argument.star else _WALRUS)


def _unary(node: tree.Unary) -> tuple[str, int]:
    if node.op == "not":
        return f"not {_at(node.operand, _NOT)}", _NOT
    return node.op + _at(node.operand, _UNARY), _UNARY


def _binary(node: tree.Binary) -> tuple[str, int]:
    text, binding = _render(node.first)
    for op, operand in node.rest:
        strength = _OPERATORS[op]
        left, right = (_AWAIT, _UNARY) if op == "**" else (strength, strength + 1)
        text = f"{text if binding >= left else f'({text})'} {op} {_at(operand, right)}"
        binding = strength
    return text, binding


def _bool(node: tree.Bool) -> tuple[str, int]:
    binding = _OR if node.op == "or" else _AND
    return f" {node.op} ".join(_at(value, binding + 1) for value in node.values), binding


def _compare(node: tree.Compare) -> tuple[str, int]:
    texts = [_at(node.first, _BITOR), *(f"{op} {_at(operand, _BITOR)}" for op, operand in node.rest)]
    return " ".join(texts), _COMPARE


def _if(node: tree.IfExp) -> tuple[str, int]:
    return f"{_at(node.body, _OR)} if {_at(node.test, _OR)} else {_at(node.orelse, _TEST)}", _TEST


def _display(node: tree.Display) -> tuple[str, int]:
    inside = _items(node.items, comma=node.kind == "tuple" and len(node.items) == 1)
    return _BRACKETS[node.kind].format(inside), _ATOM


def _items(items: tuple[Expr, ...], comma: bool) -> str:
    return ", ".join(_at(item, _WALRUS) for item in items) + ("," if comma else "")


def _dict(node: tree.DictDisplay) -> tuple[str, int]:
    items = (f"**{_at(v, _BITOR)}" if k is None else f"{_at(k, _TEST)}: {_at(v, _TEST)}" for k, v in node.items)
    return "{" + ", ".join(items) + "}", _ATOM


def _comprehension(node: tree.Comprehension) -> tuple[str, int]:
    value = _at(node.value, _TEST)
    if node.kind == "dict":
        value = f"**{value}" if node.key is None else f"{_at(node.key, _TEST)}: {value}"
    return _BRACKETS[node.kind].format(" ".join([value, *map(_clause, node.clauses)])), _ATOM


def _clause(clause: tree.Clause) -> str:
    tests = "".join(f" if {_at(test, _OR)}" for test in clause.tests)
    return f"for {_at(clause.target, _BITOR)} in {_at(clause.iterable, _OR)}{tests}"


def _lambda(node: tree.Lambda) -> tuple[str, int]:
    texts = []
    kinds = [param.kind for param in node.params]
    for number, param in enumerate(node.params):
        if param.kind == "kw" and "*" not in kinds and kinds.index("kw") == number:
            texts.append("*")
        default = "" if param.default is None else f"={_at(param.default, _TEST)}"
        texts.append(f"{param.kind if '*' in param.kind else ''}{param.name}{default}")
        if param.kind == "pos" and "pos" not in kinds[number + 1 :]:
            texts.append("/")
    head = "lambda " + ", ".join(texts)
    return f"{head.rstrip()}: {_at(node.body, _TEST)}", _TEST


def _yield(node: tree.Yield) -> tuple[str, int]:
    value = "" if node.value is None else f" {_at(node.value, _TEST)}"
    return f"yield{' from' if node.delegate else ''}{value}", _YIELD


_RENDERERS: dict[type, Callable[[Any], tuple[str, int]]] = {
    tree.Name: lambda node: (node.id, _ATOM),
    tree.Constant: _constant,
    tree.Joined: _joined,
    tree.Attribute: _attribute,
    tree.Subscript: _subscript,
    tree.Slice: _slice,
    tree.Call: _call,
    tree.Unary: _unary,
    tree.Binary: _binary,
    tree.Bool: _bool,
    tree.Compare: _compare,
    tree.IfExp: _if,
    tree.Display: _display,
    tree.DictDisplay: _dict,
    tree.Comprehension: _comprehension,
    tree.Starred: lambda node: (f"*{_at(node.value, _BITOR)}", _WALRUS),
    tree.Lambda: _lambda,
    tree.Walrus: lambda node: (f"{node.target.id} := {_at(node.value, _TEST)}", _WALRUS),
    tree.Await: lambda node: (f"await {_at(node.value, _ATOM)}", _AWAIT),
    tree.Yield: _yield,
}
