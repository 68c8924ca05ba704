"""What is asked of one element is asked anew of the next: one round may run the layer, another one the ReLU."""

import torch
from torch import nn
from torch.nn import functional as F


class Resets(nn.Module):
    """The state is bent where an episode ends."""

    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer resets

    def forward(self, xs, dones):
        h = torch.zeros(2, 4)
        for x, done in zip(xs, dones):
            if done:
                h = torch.relu(h)  #: after resets if "in a later round"; before resets if "in a later round"
            else:
                h = self.cell(x, h)
        return h


class Steps(nn.Module):
    """The element is handed to a method, which asks for it."""

    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer steps on_output=sometimes

    def step(self, h, token):
        if token is None:
            return F.relu(h)  #: after steps if "token"; before steps if "token"
        return self.cell(token, h)

    def forward(self, tokens):
        h = torch.zeros(2, 4)
        for token in tokens:
            h = self.step(h, token)
        return h


def make(kind):
    return Whole() if kind == "rnn" else nn.ReLU()


class Whole(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.GRU(4, 4)  #: layer blocks on_output=sometimes

    def forward(self, x):
        return self.net(x)[0]


class Blocks(nn.Module):
    def __init__(self, kinds):
        super().__init__()
        self.layers = nn.ModuleList([make(kind) for kind in kinds])

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)  #: after blocks if "kind"; before blocks if "kind"
        return x


class Chain(nn.Module):
    def __init__(self, kinds):
        super().__init__()
        self.chain = nn.Sequential(*[make(kind) for kind in kinds])

    def forward(self, x):
        return self.chain(x)  #: after blocks if "kind"; before blocks if "kind"


class Twin(nn.Module):
    """The same test on what is the same in every round: one choice for all of them."""

    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer twin on_output=no

    def forward(self, xs, done):
        h = torch.zeros(2, 4)
        for x in xs:
            if done:
                h = torch.relu(h)
            else:
                h = self.cell(x, h)
        return h


class OneElement(nn.Module):
    """Both tests are on one element."""

    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer one on_output=no

    def forward(self, xs, flags):
        h = torch.zeros(2, 4)
        for x, flag in zip(xs, flags):
            y = self.cell(x, h) if flag else h
            if not flag:
                y = torch.relu(y)
            h = torch.zeros(2, 4)
        return y


# drive: Resets()(torch.zeros(4, 2, 3), [0, 1, 0])
# drive: Resets()(torch.zeros(4, 2, 3), [0, 0]), Resets()(torch.zeros(4, 2, 3), [1])
# drive: Steps()([torch.zeros(2, 4), None, torch.zeros(2, 4)])
# drive: Steps()([torch.zeros(2, 4)])
# drive: Blocks(["rnn", "act", "rnn"])(torch.zeros(5, 2, 4))
# drive: Blocks(["rnn"])(torch.zeros(5, 2, 4)), Blocks(["act"])(torch.zeros(5, 2, 4))
# drive: Chain(["rnn", "act", "rnn"])(torch.zeros(5, 2, 4))
# drive: Twin()(torch.zeros(4, 2, 3), True), Twin()(torch.zeros(4, 2, 3), False)
# drive: OneElement()(torch.zeros(4, 2, 3), [True, False]), OneElement()(torch.zeros(4, 2, 3), [False])
