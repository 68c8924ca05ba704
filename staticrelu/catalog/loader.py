"""From ``rules/catalog/*.yaml`` to a ``Catalog``.

A file has up to four sections, each optional:

- ``aliases``: for a canonical name or prefix, a list of its other spellings;
- ``entries``: a list of groups. A group is some fields of ``Entry`` and the names that they are true of: ``names``, a
  list, or ``activations``, a list of names for each kind of activation. ``in`` is a prefix for them all. A name is
  written ``name`` or, where parameters matter, ``name(first, second)``;
- ``methods``: the same for methods and attributes of tensors and of what is like them;
- ``packages``: the same for prefixes: what a name in the package does that has no entry (``layers: true``: its
  capitalised names are classes of layers).

Four conventions spare repetition: a view has the traits ``view`` and ``rearranges``; what ends in one underscore writes
its first parameter and gives it back; a parameter called ``inplace`` makes a call write its first input; a function
that does not say what it writes writes what its package's functions write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, get_args

from staticrelu.catalog.folder import rules_folder
from staticrelu.catalog.model import (
    Catalog,
    Choice,
    Container,
    Deed,
    Entry,
    Given,
    Kind,
    Package,
    Result,
    Shape,
    is_in_place,
)
from staticrelu.catalog.nodes import Node, Reader

_TRAITS_OF_VIEWS = frozenset(("view", "rearranges"))
_SIGNATURE = re.compile(r"([\w.]+)(?:\((\*?\w+(?:, ?\*?\w+)*)\))?")


def load(extra: Sequence[Path] = ()) -> Catalog:
    """The shipped catalog, with the files (or folders of ``*.yaml``) of ``extra`` added; what comes later wins.

    Raises ``CatalogError`` with file, line and what was expected.
    """
    draft = _Draft()
    for source in (rules_folder("catalog"), *extra):
        for path in sorted(source.glob("*.yaml")) if source.is_dir() else [source]:
            _File(Reader(path), draft).read()
    return draft.catalog()


_Fields: TypeAlias = dict[str, Any]
"""What is said of an ``Entry``, by its attributes' names."""


class _Draft:
    """What the files read so far have said."""

    def __init__(self) -> None:
        self.entries: dict[str, _Fields] = {}
        self.methods: dict[str, Entry] = {}
        self.packages: dict[str, Package] = {}
        self.aliases: dict[str, str] = {}

    def catalog(self) -> Catalog:
        """All of it, with the convention applied that functions write what their package's functions write."""
        packages = Catalog({}, {}, self.packages, {})
        for name, fields in self.entries.items():
            if "writes" not in fields and fields.get("kind", "function") == "function":
                package = packages.package(name)
                if package is not None:
                    fields.update(writes=package.function.writes, whole=package.function.whole)
        entries = {name: Entry(**fields) for name, fields in self.entries.items()}
        return Catalog(entries, self.methods, self.packages, self.aliases)


class _Group(NamedTuple):
    """One group: its fields, and each of its names with the activation kind that it stands under (or None)."""

    fields: _Fields
    names: list[tuple[Node, str | None]]


_Read: TypeAlias = Callable[[Reader, Node], Any]


class _File:
    """One file, read into the draft."""

    def __init__(self, reader: Reader, draft: _Draft) -> None:
        self._reader = reader
        self._draft = draft
        self._listed: set[tuple[str, str]] = set()

    def read(self) -> None:
        """Read all sections."""
        sections = {
            "aliases": self._aliases,
            "entries": self._entries,
            "methods": self._methods,
            "packages": self._packages,
        }
        for key, key_node, value in self._reader.mapping(self._reader.root, "a catalog"):
            if key not in sections:
                self._reader.fail(key_node, f"expected one of {', '.join(sections)}, not `{key}`")
            sections[key](value)

    def _aliases(self, node: Node) -> None:
        for canonical, _, spellings in self._reader.mapping(node, "canonical names with their other spellings"):
            for item in self._reader.items(spellings, "other spellings"):
                spelling = self._reader.text(item, "a dotted name")
                self._once("alias", spelling, item)
                self._draft.aliases[spelling] = canonical

    def _entries(self, node: Node) -> None:
        for item, fields in self._named(node):
            self._once("entry", fields["name"], item)
            self._draft.entries[fields["name"]] = fields

    def _methods(self, node: Node) -> None:
        for item, fields in self._named(node, kind="method"):
            self._once("method", fields["name"], item)
            self._draft.methods[fields["name"]] = Entry(**fields)

    def _packages(self, node: Node) -> None:
        for item, fields in self._named(node, {**_FIELDS, "layers": Reader.flag}):
            layers = fields.pop("layers", False)
            self._once("package", fields["name"], item)
            function = Entry(**fields)
            self._draft.packages[function.name] = Package(name=function.name, function=function, layers=layers)

    def _named(
        self, node: Node, known: dict[str, _Read] | None = None, **defaults: str
    ) -> Iterator[tuple[Node, _Fields]]:
        """Each name of each group, with the fields that are true of it."""
        for group in self._groups(node, known or _FIELDS):
            for item, kind in group.names:
                fields = {**defaults, **group.fields}
                if kind is not None:
                    fields["activation"] = Choice(default=kind)
                yield item, self._signature(item, fields)

    def _groups(self, node: Node, known: dict[str, _Read]) -> Iterator[_Group]:
        for item in self._reader.items(node, "groups of names"):
            group = _Group({}, [])
            for key, key_node, value in self._reader.mapping(item, "a group of names"):
                if key == "names":
                    group.names.extend((name, None) for name in self._reader.items(value, "names"))
                elif key == "activations":
                    group.names.extend(self._by_kind(value))
                elif key in known:
                    group.fields[key] = known[key](self._reader, value)
                else:
                    self._reader.fail(key_node, f"expected one of names, activations, {', '.join(known)}, not `{key}`")
            if not group.names:
                self._reader.fail(item, "expected `names` or `activations` in this group")
            yield group

    def _by_kind(self, node: Node) -> Iterator[tuple[Node, str]]:
        for kind, _, names in self._reader.mapping(node, "kinds of activation with their names"):
            for item in self._reader.items(names, "names"):
                yield item, kind

    def _signature(self, node: Node, fields: _Fields) -> _Fields:
        """The fields, with what the written name and its conventions add to them."""
        found = _SIGNATURE.fullmatch(self._reader.text(node, "a name"))
        if found is None:
            self._reader.fail(node, "expected a name, or name(parameter, parameter)")
        prefix = fields.pop("in", "")
        fields["name"] = f"{prefix}.{found[1]}" if prefix else found[1]
        fields["parameters"] = tuple(part.strip() for part in found[2].split(",")) if found[2] else ()
        if fields.get("view"):
            fields["traits"] = fields.get("traits", frozenset()) | _TRAITS_OF_VIEWS
        if "inplace" in fields["parameters"]:
            fields["inplace"] = "inplace"
        if is_in_place(found[1]) and "writes" not in fields:
            _write_first(fields)
        if fields.get("result") in ("same", "calls") and not fields.get("of"):
            self._reader.fail(node, f"expected `of` beside `result: {fields['result']}`: which parameter is it?")
        return fields

    def _once(self, what: str, name: str, node: Node) -> None:
        if (what, name) in self._listed:
            self._reader.fail(node, f"expected each {what} once in a file, but `{name}` is already there")
        self._listed.add((what, name))


def _write_first(fields: _Fields) -> None:
    first = ("self",) if fields.get("kind") == "method" else fields["parameters"][:1]
    fields["writes"] = first
    if first and fields.setdefault("result", "same") == "same":
        fields.setdefault("of", first[0])


# --- how each field is written --------------------------------------------


def _one_of(words: object) -> _Read:
    allowed = [word for word in get_args(words) if word]

    def read(reader: Reader, node: Node) -> str:
        text = reader.text(node, f"one of {', '.join(allowed)}")
        if text not in allowed:
            reader.fail(node, f"expected one of {', '.join(allowed)}, not `{text}`")
        return text

    return read


def _text(what: str) -> _Read:
    return lambda reader, node: reader.text(node, what)


def _texts(what: str) -> _Read:
    return lambda reader, node: reader.texts(node, what)


def _shape(reader: Reader, node: Node) -> Shape:
    if node.text is not None:
        return node.text
    return tuple(_shape(reader, item) for item in reader.items(node, "a label or a list of labels"))


def _choice(reader: Reader, node: Node) -> Choice:
    if node.text is not None:
        return Choice(default=node.text)
    fields: _Fields = {}
    for key, key_node, value in reader.mapping(node, "a kind of activation, or how it is chosen"):
        if key == "kinds":
            fields[key] = _table(reader, value)
        elif key == "when":
            fields[key] = {
                name: _one_of(Given)(reader, word) for name, _, word in reader.mapping(value, "parameters with words")
            }
        elif key in ("default", "parameter", "then"):
            fields[key] = reader.text(value, "a parameter name" if key == "parameter" else "a kind of activation")
        else:
            reader.fail(key_node, f"expected one of default, parameter, kinds, when, then, not `{key}`")
    if ("when" in fields) != ("then" in fields):
        reader.fail(node, "expected `when` and `then` together")
    return Choice(**fields)


def _table(reader: Reader, node: Node) -> dict[str, str]:
    items = reader.mapping(node, "texts and what they stand for")
    return {key: reader.text(value, "a name") for key, _, value in items}


def _defaults(reader: Reader, node: Node) -> dict[str, bool | int | float]:
    return {name: _plain(reader, value) for name, _, value in reader.mapping(node, "parameters with their defaults")}


def _lengths(reader: Reader, node: Node) -> dict[str, int]:
    return {
        name: _length(reader, value) for name, _, value in reader.mapping(node, "parameters with lengths of tuples")
    }


def _length(reader: Reader, node: Node) -> int:
    text = reader.text(node, "a number from 1 to 9")
    if text not in set("123456789"):
        reader.fail(node, "expected a number from 1 to 9")
    return int(text)


def _plain(reader: Reader, node: Node) -> bool | int | float:
    text = reader.text(node, "true, false or a number")
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        reader.fail(node, "expected true, false or a number")


_FIELDS: dict[str, _Read] = {
    "in": _text("a dotted prefix"),
    "kind": _one_of(Kind),
    "base": _text("a class name"),
    "defaults": _defaults,
    "tuples": _lengths,
    "switches": _texts("parameter names"),
    "inputs": _texts("parameter names"),
    "result": _one_of(Result),
    "of": _text("a parameter name"),
    "reads": _texts("parameter names"),
    "returns": _shape,
    "writes": _texts("parameter names"),
    "whole": Reader.flag,
    "part": Reader.flag,
    "view": Reader.flag,
    "activation": _choice,
    "traits": lambda reader, node: frozenset(reader.texts(node, "traits")),
    "recurrent": Reader.flag,
    "inside": _choice,
    "container": _one_of(Container),
    "entries": _texts("method names"),
    "does": _one_of(Deed),
    "constant": _plain,
    "table": _table,
}
