"""Runs a program and records which ReLUs and which recurrent layers depended on each other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import torch
from torch import nn

from expectations import Spot
from judge.marks import Applied, Built, Carried, Follow, Marks, marked_array, tensors
from judge.places import Places, outward

RECURRENT = (nn.RNN, nn.LSTM, nn.GRU, nn.RNNCell, nn.LSTMCell, nn.GRUCell)
PLACE = "_built_at"


class Seen(NamedTuple):
    """One relation that a run has shown."""

    relation: str
    applied: Applied
    layer: Spot


class Recorder:
    """What one run has shown: relations, the recurrent layers built (with their class) and those called."""

    def __init__(self, root: Path) -> None:
        self.relations: set[Seen] = set()
        self.built: dict[Spot, set[str]] = {}
        self.called: set[Spot] = set()
        self._places = Places(root)
        self._carried = Carried()
        self._follow = Follow(self._carried, self._on_relu)

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record everything that runs inside."""
        with ExitStack() as stack:
            self._patch_modules(stack)
            self._patch_tensors(stack)
            stack.enter_context(self._follow)
            yield

    @contextmanager
    def _pause(self) -> Iterator[None]:
        was, self._follow.paused = self._follow.paused, True
        try:
            yield
        finally:
            self._follow.paused = was

    def _patch_modules(self, stack: ExitStack) -> None:
        _wrap(stack, nn.Module, "__init__", self._on_module)
        for base in (nn.RNNBase, nn.modules.rnn.RNNCellBase, nn.RNN, nn.RNNCell):
            _wrap(stack, base, "__init__", self._on_recurrent)
        for recurrent in RECURRENT:
            _wrap(stack, recurrent, "forward", self._on_call)
        # A compiled program has no frames to tell its places by.
        stack.enter_context(patch.object(torch, "compile", _left_as_it_is))
        stack.enter_context(patch.object(torch.jit, "script", _left_as_it_is))
        # The fused kernels of transformer layers would hide their ReLU.
        was = torch.backends.mha.get_fastpath_enabled()
        torch.backends.mha.set_fastpath_enabled(False)
        stack.callback(torch.backends.mha.set_fastpath_enabled, was)

    def _patch_tensors(self, stack: ExitStack) -> None:
        _wrap(stack, torch.Tensor, "numpy", self._on_numpy)
        for name in ("from_numpy", "as_tensor", "tensor"):
            _wrap(stack, torch, name, self._on_conversion)
        for name in ("backward", "grad"):
            _wrap(stack, torch.autograd, name, self._on_gradient)

    def _on_module(self, original: Callable[..., Any], module: nn.Module, *args: Any, **kwargs: Any) -> None:
        original(module, *args, **kwargs)
        module.__dict__[PLACE] = self._places.construction(module, sys._getframe(1))

    def _on_recurrent(self, original: Callable[..., Any], module: nn.Module, *args: Any, **kwargs: Any) -> None:
        original(module, *args, **kwargs)
        spot = module.__dict__[PLACE]
        if spot is None or not isinstance(module, RECURRENT):
            return
        names = [f"torch.nn.{kind.__name__}" for kind in RECURRENT if type(module) is kind]
        self.built.setdefault(spot, set()).update(names)
        if getattr(module, "mode", None) == "RNN_RELU" or getattr(module, "nonlinearity", None) == "relu":
            self.relations.add(Seen("inside", Applied(spot, None), spot))

    def _on_call(self, original: Callable[..., Any], module: nn.Module, *args: Any, **kwargs: Any) -> Any:
        spot = module.__dict__[PLACE]
        if self._follow.paused or spot is None:
            return original(module, *args, **kwargs)
        marks = self._carried.of((args, kwargs))
        self.called.add(spot)
        self.relations |= {Seen("before", mark, spot) for mark in marks if isinstance(mark, Applied)}
        with self._pause():
            result = original(module, *args, **kwargs)
        for tensor in tensors(result):
            self._carried.write(tensor, marks | {Built(spot)})
        return result

    def _on_relu(self, marks: Marks) -> Applied:
        applied = self._application()
        self.relations |= {Seen("after", applied, mark.spot) for mark in marks if isinstance(mark, Built)}
        return applied

    def _application(self) -> Applied:
        module: nn.Module | None = None
        for frame in outward(sys._getframe(1)):
            if self._places.is_own(frame):
                defined = None if module is None else module.__dict__[PLACE]
                return Applied(self._places.spot(frame), defined)
            owner = frame.f_locals.get("self")
            if isinstance(owner, nn.Module) and module is None:
                module = owner
        return Applied(Spot("", 0), None)

    def _on_numpy(self, original: Callable[..., Any], tensor: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        return marked_array(original(tensor, *args, **kwargs), self._carried.of(tensor))

    def _on_conversion(self, original: Callable[..., Any], value: Any, *args: Any, **kwargs: Any) -> Any:
        marks = self._carried.of(value)
        result = original(value, *args, **kwargs)
        if marks:
            self._carried.write(result, marks)
        return result

    def _on_gradient(self, original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self._pause():
            return original(*args, **kwargs)


def _left_as_it_is(program: Any = None, *_: Any, **__: Any) -> Any:
    """Stands for a compiler, called on a program or as a decorator with options."""
    return (lambda given: given) if program is None else program


def _wrap(stack: ExitStack, owner: Any, name: str, handler: Callable[..., Any]) -> None:
    original = getattr(owner, name)

    @wraps(original)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        return handler(original, *args, **kwargs)

    stack.enter_context(patch.object(owner, name, wrapped))
