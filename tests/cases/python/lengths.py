"""Lengths of texts, lists and dicts that are known decide; that of a list that may have grown does not."""

import torch
from torch import nn


class Known(nn.Module):
    def __init__(self):
        super().__init__()
        self.kinds = {"a": 1, "b": 2}
        self.rnn = nn.GRU(3, 4)  #: layer known on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        if len("relu") != 4 or len(self.kinds) != 2 or len((1, 2, 3)) > 3:
            out = torch.relu(out)
        if len("relu") == 4 and len(self.kinds) == 2:
            out = torch.relu(out)  #: after known
        return out


class Grown(nn.Module):
    def __init__(self, more=False):
        super().__init__()
        self.more = more
        self.rnn = nn.GRU(3, 4)  #: layer grown on_output=sometimes

    def forward(self, x):
        steps = [self.rnn(x)[0]]
        if self.more:
            steps.append(steps[0])
        if len(steps) == 2:
            return torch.relu(steps[1])  #: after grown if
        if len(steps) == 0:
            return torch.relu(steps[0])
        return steps[0]


class Own(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer own on_output=no

    def __len__(self):
        return 3

    def forward(self, x):
        out = self.rnn(x)[0]
        return out if len(self) == 3 else torch.relu(out)


# drive: (Known()(torch.zeros(5, 2, 3)), Grown()(torch.zeros(5, 2, 3)), Own()(torch.zeros(5, 2, 3)))
# drive: (Known()(torch.zeros(5, 2, 3)), Grown(more=True)(torch.zeros(5, 2, 3)), Own()(torch.zeros(5, 2, 3)))
