"""What is computed under a with statement goes on behind it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        with torch.no_grad(), torch.autograd.set_detect_anomaly(False):
            out, _ = self.rnn(x)
        with torch.enable_grad():
            return torch.relu(out)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
