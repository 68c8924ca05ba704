"""What a tensor carries: marks of the recurrent layers and the ReLUs that its value depends on.

Marks belong to the memory a tensor lies in, so views and in-place writes need no care of their own. As the facts have
it, a tensor is one value: writing a part of it adds marks, writing all of it replaces them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence
from torch.utils._python_dispatch import TorchDispatchMode

from expectations import Spot


class Applied(NamedTuple):
    """A ReLU applied at ``spot``, by a module constructed at ``defined`` if it is one."""

    spot: Spot
    defined: Spot | None


class Built(NamedTuple):
    """A recurrent layer constructed at ``spot``."""

    spot: Spot


Marks: TypeAlias = frozenset[Applied | Built]
NONE: Marks = frozenset()

SHAPE_ONLY = {
    "aten::" + name
    for name in (
        "zeros_like ones_like empty_like full_like rand_like randn_like randint_like "
        "new_zeros new_ones new_empty new_full new_empty_strided"
    ).split()
}
"""Operations that ask a tensor for its shape and type alone."""

OVERWRITING = {
    "aten::" + name
    for name in "copy_ zero_ fill_ normal_ uniform_ random_ bernoulli_ exponential_ log_normal_ cauchy_".split()
}
"""In-place operations that do not read what they write to."""

RELU = {"aten::relu", "aten::relu_"}


class Carried:
    """The marks of all tensors of one run. Marked tensors are kept alive, so that no memory is given out twice."""

    def __init__(self) -> None:
        self._marks: dict[int, Marks] = {}
        self._alive: list[torch.Tensor] = []

    def of(self, value: object) -> Marks:
        """All marks in a tensor, an array, or any nesting of them; parameters carry none."""
        return NONE.union(*(self._of_leaf(leaf) for leaf in leaves(value)))

    def write(self, tensor: torch.Tensor, marks: Marks) -> None:
        """Note that the memory under ``tensor`` was written with a value that carries ``marks``."""
        if tensor.numel() == 0:  # Empty tensors share one address and hold no value.
            return
        key = tensor.untyped_storage().data_ptr()
        whole = tensor.numel() * tensor.element_size() >= tensor.untyped_storage().nbytes()
        self._marks[key] = marks if whole else marks | self._marks.get(key, NONE)
        self._alive.append(tensor)

    def _of_leaf(self, leaf: torch.Tensor | np.ndarray[Any, Any]) -> Marks:
        if isinstance(leaf, MarkedArray):
            return leaf.marks
        if isinstance(leaf, np.ndarray | nn.Parameter):
            return NONE
        return self._marks.get(leaf.untyped_storage().data_ptr(), NONE)


class MarkedArray(np.ndarray[Any, Any]):
    """A numpy array that keeps the marks of the tensors it was made of."""

    marks: Marks = NONE

    def __array_finalize__(self, other: object) -> None:
        self.marks = getattr(other, "marks", NONE)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **kwargs: Any) -> Any:
        return _on_plain_arrays(getattr(ufunc, method), inputs, kwargs)

    def __array_function__(self, func: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return _on_plain_arrays(func, args, kwargs)


def marked_array(array: np.ndarray[Any, Any], marks: Marks) -> MarkedArray:
    """The same memory as ``array``, with marks."""
    view = array.view(MarkedArray)
    view.marks = marks
    return view


def _on_plain_arrays(func: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    found = [leaf.marks for leaf in leaves((args, kwargs)) if isinstance(leaf, MarkedArray)]
    result = func(*_plain(args), **_plain(kwargs))
    return marked_array(result, NONE.union(*found)) if isinstance(result, np.ndarray) else result


def _plain(value: Any) -> Any:
    if isinstance(value, MarkedArray):
        return value.view(np.ndarray)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return type(value)(_plain(item) for item in value) if type(value) in (list, tuple) else value


def leaves(value: object) -> Iterator[torch.Tensor | np.ndarray[Any, Any]]:
    """The tensors and arrays in a nesting of containers; of a packed sequence only its data."""
    if isinstance(value, torch.Tensor | np.ndarray):
        yield value
    elif isinstance(value, PackedSequence):
        yield value.data
    elif isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list | tuple | set):
        for item in value:
            yield from leaves(item)


def tensors(value: object) -> list[torch.Tensor]:
    """The tensors in a nesting of containers."""
    return [leaf for leaf in leaves(value) if isinstance(leaf, torch.Tensor)]


class Follow(TorchDispatchMode):
    """Carries marks through every tensor operation while it is active.

    ``on_relu`` is told the marks that go into a ReLU and gives the mark of that ReLU.
    """

    def __init__(self, carried: Carried, on_relu: Callable[[Marks], Applied]) -> None:
        super().__init__()
        self.paused = False
        self._carried = carried
        self._on_relu = on_relu

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        if self.paused:
            return func(*args, **kwargs)
        schema = func._schema
        written, unread = _written(schema, args, kwargs)
        # By position: what a tensor is overwritten with may be the tensor itself.
        read = [value for key, value in (*enumerate(args), *kwargs.items()) if key not in unread]
        marks = NONE if schema.name in SHAPE_ONLY else self._carried.of(read)
        if schema.name in RELU:
            marks |= {self._on_relu(marks)}
        before = {tensor.untyped_storage().data_ptr() for tensor in tensors((args, kwargs))}
        result = func(*args, **kwargs)
        for tensor in written:
            self._carried.write(tensor, marks)
        for tensor in _fresh(schema.name, result, before):
            self._carried.write(tensor, marks)
        return result


def _written(schema: Any, args: Any, kwargs: Any) -> tuple[list[torch.Tensor], set[int | str]]:
    """The tensors that an operation writes to, and the positions and names of what it writes without reading it."""
    written: list[torch.Tensor] = []
    unread: set[int | str] = set()
    for position, argument in enumerate(schema.arguments):
        if argument.alias_info is None or not argument.alias_info.is_write:
            continue
        value = args[position] if position < len(args) else kwargs.get(argument.name)
        written += tensors(value)
        if argument.kwarg_only or schema.name in OVERWRITING:
            unread.add(position if position < len(args) else argument.name)
    return written, unread


def _fresh(name: str, result: Any, before: set[int]) -> list[torch.Tensor]:
    """The tensors of a result that are new memory; of packing only the data, its sizes are shapes."""
    if name == "aten::_pack_padded_sequence" or name == "aten::_pad_packed_sequence":
        result = result[0]
    return [tensor for tensor in tensors(result) if tensor.untyped_storage().data_ptr() not in before]
