"""What a generated program is: its files, the models in it, and every way in which they can be called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

STEPS = (1, 2, 3)
"""Lengths of a sequence: a loop over its steps that runs once, twice, and often."""

MAX_OPEN = 3
"""Open arguments of one model, so that its drives can go through all their combinations."""


@dataclass(frozen=True)
class Param:
    """A parameter of a constructor or of ``forward``, and what is given for it, as source text.

    ``is_closed`` says that the values are all that it can be.
    """

    name: str
    default: str | None
    values: tuple[str, ...]
    is_closed: bool = True

    def __str__(self) -> str:
        return self.name if self.default is None else f"{self.name}={self.default}"


@dataclass
class Model:
    """A class of the program. It maps a sequence (steps, 2, 4), or if it is ``small`` a step (2, 4), to one like it."""

    name: str
    file: str
    is_small: bool
    params: list[Param] = field(default_factory=list)
    inputs: list[Param] = field(default_factory=list)
    has_steps: bool = False
    keeps_state: bool = False

    def drives(self) -> list[str]:
        """Every combination of arguments, of lengths, and of successive calls where it keeps a state, as expressions.

        None for a model with an argument that no list of values exhausts: its facts are those of who constructs it.
        """
        closed = all(param.is_closed for param in self.params)
        return [drive for arguments in _combinations(self.params) for drive in self._calls(arguments)] if closed else []

    def _calls(self, arguments: str) -> Iterator[str]:
        for steps in STEPS if self.has_steps else STEPS[-1:]:
            tensor = f"torch.ones({'' if self.is_small else f'{steps}, '}2, 4)"
            calls = [", ".join(filter(None, (tensor, given))) for given in _combinations(self.inputs)]
            yield from (f"{self.name}({arguments})({call})" for call in calls)
            for row in _successions(calls) if self.keeps_state else ():
                yield f"[(net({'), net('.join(row)})) for net in [{self.name}({arguments})]]"


def _successions(calls: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Two calls, each after each other, and three of a kind."""
    yield from product(calls, repeat=2)
    yield from ((call, call, call) for call in calls)


def _combinations(params: Sequence[Param]) -> list[str]:
    """The argument lists of a call: every value of every parameter with every other."""
    return [", ".join(row) for row in product(*([f"{p.name}={value}" for value in p.values] for p in params))]


@dataclass(frozen=True, repr=False)
class Program:
    """Source text by file name, and the models, each after those that it is made of."""

    files: dict[str, str]
    models: tuple[Model, ...]

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What Hypothesis prints: the assertion shows the program itself, in a better form."""
        printer.text(f"<{', '.join(self.files)}>")
