"""What a module gives that works in place is the tensor that it was given: emptying one empties both."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer enc
        self.squash = nn.Hardtanh(inplace=True)
        self.act = nn.ReLU(inplace=True)

    def forward(self, x):
        with torch.no_grad():
            out, _ = self.rnn(x)
            kept = self.act(out)  #: after enc defined=12
            kept.zero_()
            return torch.relu(out)


# drive: Net()(torch.zeros(5, 2, 3))
