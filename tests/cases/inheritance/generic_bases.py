"""Generic classes: parameters of types in the bases do not hide the methods that are inherited."""

from typing import Generic, TypeVar

import torch
from torch import nn

Cell = TypeVar("Cell", bound=nn.Module)
Item = TypeVar("Item")


class Wrapper(nn.Module, Generic[Cell]):
    def __init__(self, cell: Cell):
        super().__init__()
        self.cell = cell

    def forward(self, x):
        return self.after(self.cell(x)[0])

    def after(self, out):
        return out


class Rectifying(Wrapper[nn.GRU]):
    def after(self, out):
        return torch.relu(out)  #: after gru


class Plain(Wrapper[nn.LSTM]):
    pass


class Pairs(Generic[Item]):
    def __init__(self, *items: Item) -> None:
        self.items = items

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Item:
        return self.items[index]

    def __iter__(self):
        return iter(self.items)

    def __contains__(self, item: Item) -> bool:
        return item in self.items


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = Rectifying(nn.GRU(4, 4))  #: layer gru
        self.two = Plain(nn.LSTM(4, 4))  #: layer lstm
        self.relu = nn.ReLU()
        self.linear = nn.Linear(4, 4)

    def forward(self, x):
        pair: Pairs[torch.Tensor] = Pairs(self.one(x), self.two(x))
        first = self.linear(pair[0])
        second = self.relu(pair[1])  #: after lstm defined=55
        for part in pair:
            first = first + part
        return first, second, len(pair)


# drive: Net()(torch.rand(3, 2, 4))
