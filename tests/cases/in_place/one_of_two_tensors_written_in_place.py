"""A name that holds one tensor or another: what is written in place through either name is seen through both."""

import torch
from torch import nn


class Read(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer read

    def forward(self, x, same=True):
        y = x if same else 2 * x
        x.relu_()  #: missing before read if "same"
        return self.rnn(y)


class Write(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer write

    def forward(self, x, same=True):
        if same:
            y = x
        else:
            y = x + 1
        y.relu_()  #: missing before write if "same"
        return self.rnn(x)


class Cleared(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer cleared

    def forward(self, x, same=True):
        if same:
            y = x.relu_()  #: spurious before cleared if "same"
        else:
            y = 2 * x
        x.zero_()
        return self.rnn(y)


class Zeroed(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer zeroed

    def forward(self, x, same=True):
        y = torch.relu(x)  #: missing before zeroed if "same"; spurious before zeroed
        z = y if same else x
        z.zero_()
        return self.rnn(y)


# drive: [net(torch.ones(3, 2, 4), True) for net in (Read(), Write(), Cleared(), Zeroed())]
# drive: [net(torch.ones(3, 2, 4), False) for net in (Read(), Write(), Cleared(), Zeroed())]
