"""What a scan cannot see: cases import this module, and it is never among the scanned files."""

from __future__ import annotations

import torch


class Block(torch.nn.Module):
    """Doubles what it is given."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Twice the input."""
        return 2 * x


def mix(*tensors: torch.Tensor) -> torch.Tensor:
    """The sum of what it is given."""
    return sum(tensors[1:], tensors[0])


def flag(value: bool) -> bool:
    """The value itself."""
    return value


def unchanged(value: object) -> object:
    """The value itself."""
    return value
