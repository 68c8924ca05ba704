"""A part run through torch.utils.checkpoint."""

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.fc = nn.Linear(4, 4)

    def tail(self, out):
        return torch.relu(self.fc(out))  #: after enc

    def forward(self, x):
        out, _ = checkpoint(self.rnn, x, use_reentrant=False)
        return checkpoint(self.tail, out, use_reentrant=False)


# drive: Net()(torch.zeros(5, 2, 3))
