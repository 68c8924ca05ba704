"""What a list was made of, element by element, stands beside what it was made of in a ``zip``: the same test decides both."""

import torch
from torch import nn


class Flags(nn.Module):
    def __init__(self, flags=(True, False)):
        super().__init__()
        self.flags = flags
        self.rnn = nn.GRU(4, 4)  #: layer flags
        self.acts = nn.ModuleList([nn.ReLU() if f else nn.Tanh() for f in flags])

    def forward(self, x):
        x = self.rnn(x)[0]
        for act, f in zip(self.acts, self.flags):
            if not f:
                x = act(x)
        return x


class Turned(nn.Module):
    def __init__(self, flags=(True, False)):
        super().__init__()
        self.flags = flags
        self.rnn = nn.GRU(4, 4)  #: layer turned
        self.acts = nn.ModuleList([nn.ReLU() if f else nn.Tanh() for f in flags])

    def forward(self, x):
        x = self.rnn(x)[0]
        for act, f in zip(self.acts, reversed(self.flags)):
            if not f:
                x = act(x)  #: after turned if
        return x


class Shifted(nn.Module):
    def __init__(self, flags=(True, False)):
        super().__init__()
        self.flags = flags
        self.rnn = nn.GRU(4, 4)  #: layer shifted
        self.acts = [nn.Tanh(), *[nn.ReLU() if f else nn.Tanh() for f in flags]]

    def forward(self, x):
        x = self.rnn(x)[0]
        for act, f in zip(self.acts, self.flags):
            if not f:
                x = act(x)  #: after shifted if
        return x


class Kinds(nn.Module):
    def __init__(self, kinds=("gru", "relu", "gru")):
        super().__init__()
        self.kinds = kinds
        self.mods = nn.ModuleList([nn.GRU(4, 4) if k == "gru" else nn.ReLU() for k in kinds])  #: layer kinds

    def forward(self, x):
        for k, m in zip(self.kinds, self.mods):
            if k == "gru":
                x = m(x)[0]
            else:
                x = m(x)  #: after kinds if; before kinds if
        return x


# drive: [cls((True, False))(torch.zeros(5, 2, 4)) for cls in (Flags, Turned, Shifted)], Kinds()(torch.zeros(5, 2, 4))
# drive: [cls((False,))(torch.zeros(5, 2, 4)) for cls in (Flags, Turned, Shifted)], Kinds(("gru",))(torch.zeros(5, 2, 4))
# drive: [cls((True,))(torch.zeros(5, 2, 4)) for cls in (Flags, Turned, Shifted)], Kinds()(torch.zeros(5, 2, 4))
# drive: [cls((False, True))(torch.zeros(5, 2, 4)) for cls in (Flags, Turned, Shifted)], Kinds()(torch.zeros(5, 2, 4))
