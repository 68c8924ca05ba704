"""What a try's body raises is caught: that it may raise takes nothing for granted behind it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, bend=False):
        super().__init__()
        self.bend = bend
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        try:
            if not self.bend:
                raise ValueError("no bend")
        except ValueError:
            out = torch.tanh(out)
        if self.bend:
            out = torch.relu(out)  #: after rnn if "bend"
        return out


class Sure(nn.Module):
    def __init__(self, bend=False):
        super().__init__()
        self.bend = bend
        self.rnn = nn.GRU(3, 4)  #: layer sure on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        try:
            if not self.bend:
                raise ValueError("no bend")
        finally:
            torch.tanh(out)
        if self.bend:
            out = torch.relu(out)  #: after sure
        return out


# drive: (Net(True)(torch.zeros(5, 2, 3)), Sure(True)(torch.zeros(5, 2, 3)))
# drive: (Net()(torch.zeros(5, 2, 3)), Sure(True)(torch.zeros(5, 2, 3)))
