"""What one open thing is unpacked into is one thing each: one may be true where the other is not."""

import torch
from torch import nn


class Pairs(nn.Module):
    def __init__(self, options):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer pairs
        self.on = False
        for key, value in options:
            if key == "act" and value == "relu":
                self.on = True

    def forward(self, x):
        y = self.rnn(x)[0]
        return torch.relu(y) if self.on else y  #: after pairs if "options"


class Flags(nn.Module):
    def __init__(self, spec):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer flags
        self.spec = spec

    def forward(self, x):
        y = self.rnn(x)[0]
        use, skip = self.spec
        if use and not skip:
            y = y.relu()  #: after flags if "spec[0] and not spec[1]"
        return y


class Sizes(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer sizes

    def forward(self, x):
        y = self.rnn(x)[0]
        steps, batch, *_ = x.shape
        if steps == 5 and batch == 2:
            y = y.relu()  #: after sizes if "x.shape[0] == 5 and x.shape[1] == 2"
        return y



# drive: (Pairs([("act", "relu")])(torch.zeros(5, 2, 3)), Flags((True, False))(torch.zeros(5, 2, 3)), Sizes()(torch.zeros(5, 2, 3)))
# drive: (Pairs([("act", "tanh")])(torch.zeros(5, 2, 3)), Flags((True, True))(torch.zeros(5, 2, 3)), Sizes()(torch.zeros(4, 2, 3)))
