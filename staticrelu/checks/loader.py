"""From ``rules/checks/*.yaml``, and the folders of a user, to rules. One file, one rule."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias, get_args

from staticrelu.catalog import Catalog, CatalogError, rules_folder
from staticrelu.catalog.nodes import Node, Reader
from staticrelu.checks.rule import ANY, CERTAINTIES, CHOSEN, SEVERITIES, Called, Help, Query, Rule, Selector, Selectors
from staticrelu.graph import Op

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SUBJECTS = ("layer", "activation", "module")
_WAYS = {
    "from": "start",
    "through": "through",
    "not through": "not_through",
    "only through": "only_through",
    "to": "end",
}
_FIELDS: TypeAlias = dict[str, Any]


def load(catalog: Catalog, folders: Sequence[Path] = ()) -> list[Rule]:
    """The shipped rules and those in ``folders`` (or files), by code. The catalog says which kinds and traits there are.

    Raises ``CatalogError`` with file, line and what was expected.
    """
    rules: dict[str, Rule] = {}
    for path in _files([rules_folder("checks"), *folders]):
        reader = Reader(path)
        rule = _File(reader, catalog, str(path)).read()
        for word in (rule.code, rule.name):
            earlier = next((r for r in rules.values() if word in (r.code, r.name)), None)
            if earlier is not None:
                reader.fail(
                    reader.root, f"expected a code and a name of its own, but {earlier.path} has `{word}` already"
                )
        rules[rule.code] = rule
    return [rules[code] for code in sorted(rules)]


def _files(sources: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for source in sources:
        files = sorted(source.glob("*.yaml")) if source.is_dir() else [source]
        if not files:
            raise CatalogError(str(source), 1, 1, "expected rules (*.yaml) in this folder")
        found += files
    return found


class _File:
    """One file, read into a rule."""

    def __init__(self, reader: Reader, catalog: Catalog, path: str) -> None:
        self._reader = reader
        self._kinds = sorted(catalog.kinds() | {ANY, CHOSEN})
        self._traits = sorted(catalog.all_traits())
        self._path = path

    def read(self) -> Rule:
        """The rule, complete and checked."""
        readers: dict[str, Callable[[Node], Any]] = {
            "code": lambda node: self._matching(node, _CODE, "a code like AB123"),
            "name": lambda node: self._matching(node, _NAME, "a name like relu-on-output"),
            "summary": lambda node: self._reader.text(node, "one sentence"),
            "severity": lambda node: self._one_of(node, SEVERITIES),
            "default": lambda node: self._one_of(node, ("on", "off")) == "on",
            "certainty": lambda node: self._one_of(node, CERTAINTIES),
            "match": self._query,
            "message": lambda node: self._reader.text(node, "a message"),
            "help": self._help,
        }
        root = self._reader.root
        fields = self._mapping(root, "a rule", readers, optional=("default", "certainty"))
        query: Query = fields.pop("match")
        self._check_message(root, fields["message"], query)
        return Rule(query=query, path=self._path, **fields)

    def _mapping(
        self, node: Node, what: str, readers: dict[str, Callable[[Node], Any]], optional: Sequence[str] = ()
    ) -> _FIELDS:
        """The values of a mapping with these keys, all of which must be there but for the optional ones."""
        fields: _FIELDS = {}
        for key, key_node, value in self._reader.mapping(node, what):
            if key not in readers:
                self._reader.fail(key_node, f"expected one of {', '.join(readers)}, not `{key}`")
            fields[key] = readers[key](value)
        for key in readers:
            if key not in fields and key not in optional:
                self._reader.fail(node, f"expected `{key}` in {what}")
        return fields

    def _matching(self, node: Node, pattern: re.Pattern[str], what: str) -> str:
        text = self._reader.text(node, what)
        if not pattern.fullmatch(text):
            self._reader.fail(node, f"expected {what}, not `{text}`")
        return text

    def _one_of(self, node: Node, words: Sequence[str]) -> str:
        text = self._reader.text(node, f"one of {', '.join(words)}")
        if text not in words:
            self._reader.fail(node, f"expected one of {', '.join(words)}, not `{text}`")
        return text

    def _help(self, node: Node) -> Help:
        keys = ("text", "bad", "good")
        read: dict[str, Callable[[Node], Any]] = dict.fromkeys(keys, lambda value: self._reader.text(value, "a text"))
        fields = self._mapping(node, "the help", read)
        if "# here" not in fields["bad"]:
            self._reader.fail(node, "expected `# here` at the end of each line of `bad` that the rule reports")
        return Help(**fields)

    def _check_message(self, node: Node, message: str, query: Query) -> None:
        """Only things that the query has may be named."""
        known = {"it"} if query.find else {key for key, name in _WAYS.items() if name in ("start", "end")}
        known |= {"through"} if query.through else set()
        try:
            named = {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}
        except ValueError as error:
            self._reader.fail(node, f"expected a message with balanced braces: {error}")
        for name in sorted(named - known):
            self._reader.fail(node, f"expected in `message` one of {', '.join(sorted(known))}, not `{{{name}}}`")

    # --- the query --------------------------------------------

    def _query(self, node: Node) -> Query:
        fields: _FIELDS = {}
        for key, key_node, value in self._reader.mapping(node, "a query"):
            if key == "at":
                fields[key] = self._one_of(value, ("from", "through", "to"))
            elif key == "find" or key in _WAYS:
                fields[_WAYS.get(key, key)] = self._selectors(value)
            else:
                self._reader.fail(key_node, f"expected one of find, {', '.join(_WAYS)}, at, not `{key}`")
        if ("find" in fields) == ("start" in fields) or ("start" in fields) != ("end" in fields):
            self._reader.fail(node, "expected either `find`, or `from` and `to`")
        if "find" in fields and len(fields) > 1:
            self._reader.fail(node, "expected nothing beside `find`")
        return Query(**fields)

    def _selectors(self, node: Node) -> Selectors:
        items = [node] if node.is_mapping else self._reader.items(node, "a selector or a list of selectors")
        return tuple(self._selector(item) for item in items)

    def _selector(self, node: Node) -> Selector:
        fields: _FIELDS = {}
        readers = self._selector_readers()
        for key, key_node, value in self._reader.mapping(node, "a selector"):
            if key not in readers:
                self._reader.fail(key_node, f"expected one of {', '.join(readers)}, not `{key}`")
            fields[key.replace(" ", "_")] = readers[key](value)
        subject = [key for key in _SUBJECTS if key in fields]
        allowed = _ALLOWED[subject[0] if subject else ""]
        for key in fields:
            if len(subject) > 1 or key not in allowed:
                self._reader.fail(node, f"expected beside `{(subject or ['trait'])[0]}` only {', '.join(allowed)}")
        if not fields:
            self._reader.fail(node, f"expected one of {', '.join(readers)}")
        return Selector(**fields)

    def _selector_readers(self) -> dict[str, Callable[[Node], Any]]:
        def words(what: str, allowed: Sequence[str] = ()) -> Callable[[Node], tuple[str, ...]]:
            return lambda node: self._words(node, what, allowed)

        return {
            "layer": words("types of layers"),
            "activation": words("kinds of activation", self._kinds),
            "module": words("kinds of activation", self._kinds),
            "trait": words("traits", self._traits),
            "op": words("kinds of operation", get_args(Op)),
            "apply": words("names"),
            "inside": words("kinds of activation", self._kinds),
            "given": words("names of arguments"),
            "not given": words("names of arguments"),
            "called": lambda node: self._one_of(node, get_args(Called)),
            "into": words("names of parameters"),
            "same": self._reader.flag,
            "in place": self._reader.flag,
            "unused": self._reader.flag,
        }

    def _words(self, node: Node, what: str, allowed: Sequence[str]) -> tuple[str, ...]:
        items = [node] if node.text is not None else self._reader.items(node, what)
        for item in items:
            if allowed:
                self._one_of(item, allowed)
        return tuple(self._reader.text(item, what) for item in items)


_ALLOWED = {
    "layer": ("layer", "inside", "given", "not_given", "called", "into", "same"),
    "activation": ("activation", "in_place", "unused"),
    "module": ("module", "called"),
    "": ("trait", "op", "apply"),
}
"""What a selector may say, by what it speaks of."""
