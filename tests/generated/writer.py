"""Writes the text of one program, choice by choice: what is in scope, where lines go, and how large it may become."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from textwrap import indent
from typing import Any, NamedTuple, TypeAlias, TypeVar

from hypothesis import strategies as st

from generated.programs import MAX_OPEN, Model, Param, Program

T = TypeVar("T")
Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]

SEQ, VEC, ANY = "seq", "vec", "any"
"""The shapes of tensors: (steps, 2, 4), (2, 4), and in a function that is given both, either."""

FUEL = 22
"""About how many pieces a program is made of."""

NN_IMPORTS = {
    "nn": "from torch import nn",
    "torch.nn": "import torch.nn",
    "tnn": "import torch.nn as tnn",
}
F_IMPORTS = {
    "F": "import torch.nn.functional as F",
    "torch.nn.functional": "import torch.nn.functional",
    "functional": "from torch.nn import functional",
}


class Layer(NamedTuple):
    """An attribute that holds a recurrent layer; ``states`` are the tensors in its state, None if that depends."""

    text: str
    states: int | None


@dataclass
class File:
    """One module of the program: its imports, and its definitions in their order."""

    name: str
    nn: str
    f: str
    imports: set[str] = field(default_factory=lambda: {"import torch"})
    blocks: list[str] = field(default_factory=list)

    @property
    def module(self) -> str:
        return self.name.removesuffix(".py").replace("/", ".")

    def text(self) -> str:
        ordered = sorted(self.imports, key=lambda line: (line.startswith("from"), line))
        return "\n\n\n".join(["\n".join(ordered), *self.blocks]) + "\n"


@dataclass
class Class:
    """A class that is being written; ``hooks`` are the methods that a subclass may override."""

    model: Model
    base: str
    is_main: bool
    given_to_base: str = ""
    body: list[str] = field(default_factory=list)
    init: list[str] = field(default_factory=list)
    constants: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    hooks: list[tuple[str, str]] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    cells: list[Layer] = field(default_factory=list)
    activations: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)

    @property
    def has_init(self) -> bool:
        """Whether it has a constructor of its own."""
        return bool(self.init or self.model.params or self.given_to_base)

    def text(self) -> str:
        init = [f"super().__init__({self.given_to_base})", *self.init]
        head = ", ".join(["self", *map(str, sorted(self.model.params, key=lambda p: p.default is not None))])
        parts = ["\n".join(self.body)] if self.body else []
        if self.has_init:
            parts.append(f"def __init__({head}):\n" + indent("\n".join(init), "    "))
        return f"class {self.model.name}({self.base}):\n" + indent(
            "\n\n".join([*parts, *self.methods]) or "pass", "    "
        )


class Drafts:
    """What all writers of one program share: its files, its models, the names given, and the fuel that is left."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.files: list[File] = []
        self.classes: list[Class] = []
        self.fuel = FUEL
        self._names: dict[str, int] = {}

    def name(self, stem: str) -> str:
        """A name of this stem that was not given before."""
        self._names[stem] = count = self._names.get(stem, 0) + 1
        return stem if count == 1 else f"{stem}{count}"

    def program(self) -> Program:
        files = {file.name: file.text() for file in self.files if file.blocks}
        packages = {name.rpartition("/")[0] for name in files} - {""}
        inits = {f"{name}/__init__.py": "" for name in sorted(packages)}
        return Program({**inits, **files}, tuple(cls.model for cls in self.classes))


class Writer:
    """Writes the lines of one function, and what they need: attributes, parameters, helpers, other classes.

    ``scope`` holds the variables that can be read, with their shapes; ``flags`` the conditions that can be asked.
    """

    def __init__(self, drafts: Drafts, file: File, cls: Class | None = None) -> None:
        self.drafts = drafts
        self.file = file
        self.cls = cls
        self.lines: list[str] = []
        self.scope: dict[str, str] = {}
        self.outer: frozenset[str] = frozenset()
        """Variables of the functions around this one: they can be read, and not bound anew."""
        self.depth = 0
        self.is_entry = False
        """Whether the function is ``forward`` itself: its parameters can be added to."""
        self.returns: str | None = None
        """The shape that the function gives, where it may return early."""

    # --- choices --------------------------------------------

    def choose(self, options: Sequence[T]) -> T:
        """One of the options; a smaller program has an earlier one."""
        return self.drafts.draw(st.sampled_from(options)) if len(options) > 1 else options[0]

    def maybe(self, of: int = 2) -> bool:
        """True once in so many."""
        return self.drafts.draw(st.integers(0, of - 1)) == of - 1

    def burn(self, fuel: int = 1) -> bool:
        """Whether another piece may be begun."""
        if self.drafts.fuel < fuel:
            return False
        self.drafts.fuel -= fuel
        return True

    # --- text --------------------------------------------

    def line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    def lines_text(self) -> str:
        return "\n".join(self.lines)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """An indented block; what is first bound in it cannot be relied on after it."""
        self.line(head)
        outer, start = self.scope, len(self.lines)
        self.scope, self.depth = dict(outer), self.depth + 1
        yield
        if len(self.lines) == start:
            self.line("pass")
        self.scope, self.depth = outer, self.depth - 1

    def inner(self, scope: dict[str, str], returns: str | None = None) -> Writer:
        """A writer for another function of the same file and class."""
        other = copy(self)
        other.lines, other.scope, other.depth, other.returns, other.is_entry = [], dict(scope), 0, returns, False
        return other

    def bind(self, stem: str, shape: str) -> str:
        """A name to bind: a new one, or one that is overwritten."""
        old = [name for name, other in self.scope.items() if other == shape and name not in self.outer]
        return self.assigned(self.choose(old), shape) if old and self.maybe() else self.new(stem, shape)

    def assign(self, stem: str, shape: str, value: str) -> None:
        """Bind a value to a name."""
        self.line(f"{self.bind(stem, shape)} = {value}")

    def new(self, stem: str, shape: str) -> str:
        """A new variable."""
        return self.assigned(self.drafts.name(stem), shape)

    def assigned(self, name: str, shape: str) -> str:
        """The name, as the variable that was written last."""
        self.scope.pop(name, None)
        self.scope[name] = shape
        return name

    def read(self, shape: str) -> str | None:
        """A variable of a shape, if there is any; mostly the latest."""
        names = [name for name, other in self.scope.items() if other == shape]
        return self.choose(names[-1:] * 3 + names[-2:-4:-1]) if names else None

    # --- what is around the function --------------------------------------------

    @property
    def nn(self) -> str:
        self.file.imports.add(NN_IMPORTS[self.file.nn])
        return self.file.nn

    @property
    def f(self) -> str:
        self.file.imports.add(F_IMPORTS[self.file.f])
        return self.file.f

    def define(self, text: str) -> None:
        self.file.blocks.append(text)

    def attribute(self, stem: str, value: str) -> str:
        """An attribute that the constructor sets; gives the expression that reads it."""
        assert self.cls is not None
        name = self.drafts.name(stem)
        self.cls.init.append(f"self.{name} = {value}")
        return f"self.{name}"

    def may_open(self) -> bool:
        model = self.cls.model if self.cls is not None else None
        return model is not None and len(model.params) + len(model.inputs) < MAX_OPEN

    def param(self, stem: str, default: str | None, values: tuple[str, ...], is_closed: bool = True) -> str:
        """A new parameter of the constructor."""
        assert self.cls is not None
        name = self.drafts.name(stem)
        self.cls.model.params.append(Param(name, default, values, is_closed))
        return name

    def input(self, stem: str, default: str | None, values: tuple[str, ...]) -> str:
        """A new parameter of ``forward``."""
        assert self.cls is not None
        name = self.drafts.name(stem)
        self.cls.model.inputs.append(Param(name, default, values))
        return name
