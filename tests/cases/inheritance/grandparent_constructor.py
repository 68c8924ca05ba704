"""super() with an explicit class skips the parent's constructor."""

from abc import ABC, abstractmethod

from torch import nn


class Top(nn.Module):
    def __init__(self):
        super().__init__()
        self.act = nn.Identity()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        return self.act(self.rnn(x)[0])


class Middle(Top, ABC):
    @abstractmethod
    def name(self):
        raise NotImplementedError

    def __init__(self):
        super().__init__()
        self.act = nn.ReLU()


class Bottom(Middle):
    def name(self):
        return "bottom"

    def __init__(self):
        super(Middle, self).__init__()


# drive: Bottom()(torch.zeros(5, 2, 3))
