"""Lists that each round of a loop makes anew keep their places, however many rounds there are."""

import torch
from torch import nn


class Nested(nn.Module):
    def __init__(self, depth=2):
        super().__init__()
        self.layers = nn.ModuleList(
            [nn.ModuleList([nn.GRU(4, 4), nn.Linear(4, 4), nn.ReLU()]) for _ in range(depth)]  #: layer nested
        )

    def forward(self, x):
        for rnn, linear, act in self.layers:
            x, _ = rnn(x)
            x = act(linear(x))  #: after nested defined=11; before nested if "again" defined=11
        return x


class Appended(nn.Module):
    def __init__(self, depth=2):
        super().__init__()
        self.layers = nn.ModuleList([])
        for _ in range(depth):
            layer = nn.ModuleList([nn.ReLU()])
            layer.append(nn.GRU(4, 4))  #: layer appended
            self.layers.append(layer)

    def forward(self, x):
        for layer in self.layers:
            x = layer[1](x)[0]
        return layer[0](x)  #: after appended defined=26


class Rows(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer kept
        self.aux = nn.GRU(4, 4)  #: layer aside on_output=no

    def forward(self, xs):
        rows = []
        for x in xs:
            rows.append([self.rnn(x)[0], self.aux(x)[0]])
        return [torch.relu(a) for a, _ in rows], [b for _, b in rows]  #: after kept


class Columns(nn.Module):
    def __init__(self, length=2):
        super().__init__()
        self.length = length
        self.rnn = nn.GRU(4, 4)  #: layer in_front on_output=no
        self.aux = nn.GRU(4, 4)  #: layer behind

    def forward(self, x):
        rows = []
        for _ in range(self.length):
            rows.append([self.rnn(x)[0], self.aux(x)[0]])
        columns = list(zip(*rows))
        return torch.relu(torch.cat(columns[1])), columns[0]  #: after behind


class Blocks(nn.Module):
    def __init__(self, depth=3):
        super().__init__()
        self.rnn = nn.LSTM(4, 4)  #: layer first
        blocks = []
        for i in range(depth):
            act = nn.ReLU() if i > 0 else nn.Tanh()
            blocks.append(nn.Sequential(nn.Linear(4, 4), act))
        self.net = nn.Sequential(*blocks)

    def forward(self, x):
        return self.net(self.rnn(x)[0])  #: after first if "again" defined=70


class Longer(nn.Module):
    """A list that a round makes and a later one adds to."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer longer

    def forward(self, xs):
        seen = {}
        for x in xs:
            if "all" not in seen:
                seen["all"] = [x]
            seen["all"].append(self.rnn(x)[0])
        return torch.relu(seen["all"][-1])  #: after longer


def drive(depth):
    x, xs = torch.zeros(5, 2, 4), torch.zeros(3, 5, 2, 4)
    Nested(depth)(x), Appended(depth)(x), Blocks(depth)(x), Rows()(xs), Longer()(xs), Columns()(x)


# drive: drive(2)
# drive: drive(1)
