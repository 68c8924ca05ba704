"""What starts with two underscores belongs to the class whose body names it: a base and its subclass each have their own."""

import torch
from torch import nn


class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.__act = torch.relu
        self.__kept = None

    def __bend(self, x):
        return torch.relu(x)  #: after first

    def forward(self, x):
        return self.__act(x)  #: after first

    def bent(self, x):
        if self.__kept is None:
            self.__kept = self.__bend
        return self.__kept(x)


class Derived(Base):
    def __init__(self):
        super().__init__()
        self.__act = torch.tanh

    def __bend(self, x):
        return torch.tanh(x)

    def own(self, x):
        return self.__bend(self.__act(x))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(3, 4)  #: layer first
        self.second = nn.GRU(3, 4)  #: layer second on_output=no
        self.part = Derived()

    def forward(self, x):
        y, _ = self.first(x)
        z, _ = self.second(x)
        return self.part(y), self.part.bent(y), self.part.own(z)


# drive: Net()(torch.zeros(5, 2, 3))
