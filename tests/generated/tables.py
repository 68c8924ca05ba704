"""The grammar of the programs: each production is one function, registered for what it makes.

An *expression* gives the text of a tensor of a shape, a *statement* writes lines, an *activation* gives the text of
something that can be called with a tensor, and so on, as the tables say. The simplest stand
first in each table: programs shrink towards them. A production that does not fit where it is tried gives None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from generated.writer import SEQ, Writer

Expression: TypeAlias = Callable[[Writer, str], "str | None"]
Statement: TypeAlias = Callable[[Writer], None]
Activation: TypeAlias = Callable[[Writer], "str | None"]

P = TypeVar("P")

EXPRESSIONS: list[Expression] = []
STATEMENTS: list[Statement] = []
ACTIVATIONS: list[Activation] = []
MODULES: list[Callable[[Writer], str]] = []
LAYERS: list[Callable[[Writer, str], str | None]] = []

FUNCTIONS = ("relu", "tanh", "relu", "sigmoid")
"""ReLU and its decoys, as functions of torch and methods of tensors."""
FUNCTIONAL = ("relu", "elu", "relu", "softplus")
CLASSES = ("ReLU", "Tanh", "ReLU", "LeakyReLU")
FLAG = ("False", "True")


def production(table: list[P], weight: int = 1) -> Callable[[P], P]:
    """Registers a production in a table; a higher weight makes it more frequent."""

    def register(function: P) -> P:
        table.extend([function] * weight)
        return function

    return register


def tensor(w: Writer, shape: str) -> str:
    """An expression of a shape."""
    if w.burn():
        made = w.choose(EXPRESSIONS)(w, shape)
        if made is not None:
            return made
    return variable(w, shape)


def activation(w: Writer) -> str:
    """Something to be called with a tensor: a ReLU, or something like it."""
    return w.choose(ACTIVATIONS)(w) or torch_function(w)


def statements(w: Writer, most: int) -> None:
    """Up to so many statements."""
    for _ in range(w.choose([0, *range(1, most + 1), *[most] * 4])):
        if w.burn():
            w.choose(STATEMENTS)(w)


def body(w: Writer, shape: str, most: int) -> str:
    """The body of a function that gives a tensor of a shape."""
    statements(w, most)
    w.line(f"return {tensor(w, shape)}")
    return "\n".join(w.lines)


@production(EXPRESSIONS)
def variable(w: Writer, shape: str) -> str:
    """A variable, or if none has the shape, one that is made to have it."""
    return w.read(shape) or f"{w.read(SEQ)}[-1]"


@production(ACTIVATIONS)
def torch_function(w: Writer) -> str:
    return f"torch.{w.choose(FUNCTIONS)}"


# --- conditions --------------------------------------------


def condition(w: Writer) -> str | None:
    """Something open to ask for; None where nothing more may be open."""
    asked = w.choose([constructor_flag, input_flag, constant])(w)
    return f"not {asked}" if asked and w.maybe(3) else asked


def constructor_flag(w: Writer) -> str | None:
    """An attribute that holds a flag of the constructor."""
    if w.cls is None:
        return None
    if w.cls.flags and (w.maybe() or not w.may_open()):
        return w.choose(w.cls.flags)
    if not w.may_open():
        return None
    w.cls.flags.append(w.attribute("flag", w.param("flag", w.choose([*FLAG, None]), FLAG)))
    return w.cls.flags[-1]


def input_flag(w: Writer) -> str | None:
    """A flag of forward."""
    if not w.is_entry or w.cls is None:
        return constructor_flag(w)
    known = [param.name for param in w.cls.model.inputs if param.values == FLAG]
    if known and (w.maybe() or not w.may_open()):
        return w.choose(known)
    return w.input("use", w.choose([*FLAG, None]), FLAG) if w.may_open() else None


def constant(w: Writer) -> str:
    """Something that is known."""
    name = w.drafts.name("USE")
    w.define(f"{name} = {w.choose(FLAG)}")
    return name
