"""Reading a YAML file of rules node by node, so that every complaint has a line and says what was expected.

The file is taken as the parser's events, not as what the library would make of them: nothing is constructed, every
scalar is text as it is written, tags, anchors and aliases are refused (a few aliases can stand for a billion nodes),
and nesting is bounded (the library's own composer overflows the stack).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

import yaml

from staticrelu.catalog.folder import CatalogError
from staticrelu.regular import read_regular

MAX_RULE_BYTES = 1_000_000
"""Twenty times the largest file shipped; a larger one is no file of rules."""

MAX_RULE_NESTING = 16
"""Levels of lists and mappings; the deepest shape in use has seven."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node(NamedTuple):
    """A text, or (``items``) a list or a mapping, whose keys and values take turns. The place counts from 1."""

    line: int
    column: int
    text: str | None
    items: list[Node]
    is_mapping: bool = False


class Reader:
    """The nodes of one file, and the way to complain about them."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)
        self.root = self._compose(self._read(path))

    def fail(self, node: Node, message: str) -> NoReturn:
        """Raise a ``CatalogError`` at the node."""
        raise CatalogError(self._path, node.line, node.column, message)

    def mapping(self, node: Node, what: str) -> Iterator[tuple[str, Node, Node]]:
        """Key, key node and value node of each item of a mapping; a key given twice is refused."""
        if not node.is_mapping:
            self.fail(node, f"expected {what}, as a mapping")
        keys: set[str] = set()
        for key_node, value in zip(node.items[::2], node.items[1::2], strict=True):
            key = self.text(key_node, "a key")
            if key in keys:
                self.fail(key_node, f"`{key}` is given twice")
            keys.add(key)
            yield key, key_node, value

    def items(self, node: Node, what: str) -> list[Node]:
        """The nodes of a list."""
        if node.text is not None or node.is_mapping:
            self.fail(node, f"expected {what}, as a list")
        return node.items

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(self.text(item, what) for item in self.items(node, f"a list of {what}"))

    def text(self, node: Node, what: str) -> str:
        """A text, exactly as it is written."""
        if node.text is None:
            self.fail(node, f"expected {what}, as text")
        return node.text

    def flag(self, node: Node) -> bool:
        """``true`` or ``false``."""
        if node.text not in ("true", "false"):
            self.fail(node, "expected true or false")
        return node.text == "true"

    def _compose(self, text: str) -> Node:
        try:
            document = self._nodes(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise CatalogError(self._path, line, column, f"expected YAML: {error.problem or error.context}") from None
        except yaml.YAMLError as error:
            raise CatalogError(self._path, 1, 1, f"expected YAML: {error}") from None
        if len(document.items) > 1:
            self.fail(document.items[1], "expected one document")
        if not document.items:
            self.fail(document, "expected a mapping, but the file is empty")
        return document.items[0]

    def _nodes(self, events: Iterator[yaml.Event]) -> Node:
        open_nodes = [Node(1, 1, None, [])]
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event)
                open_nodes[-1].items.append(node)
                if node.text is None:
                    open_nodes.append(node)
                    if len(open_nodes) > MAX_RULE_NESTING:
                        self.fail(node, f"expected at most {MAX_RULE_NESTING} levels of lists and mappings")
            elif isinstance(event, yaml.CollectionEndEvent):
                open_nodes.pop()
        return open_nodes[0]

    def _node(self, event: yaml.NodeEvent) -> Node:
        text = event.value if isinstance(event, yaml.ScalarEvent) else None
        line, column = (event.start_mark.line, event.start_mark.column) if event.start_mark else (0, 0)
        node = Node(line + 1, column + 1, text, [], isinstance(event, yaml.MappingStartEvent))
        if event.anchor is not None:
            self.fail(node, "expected no anchor and no alias: write the value out where it is used")
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag is not None:
            self.fail(node, f"expected no tag, but here is `{event.tag}`")
        return node

    def _read(self, path: Path) -> str:
        try:
            data = read_regular(path, MAX_RULE_BYTES + 1)
            text = data.decode("utf-8")
        except OSError as error:
            raise CatalogError(self._path, 1, 1, f"cannot be read: {error.strerror or error}") from None
        except UnicodeDecodeError:
            raise CatalogError(self._path, 1, 1, "expected text in UTF-8") from None
        if len(data) > MAX_RULE_BYTES:
            raise CatalogError(self._path, 1, 1, f"expected at most {MAX_RULE_BYTES:,} bytes")
        return text
