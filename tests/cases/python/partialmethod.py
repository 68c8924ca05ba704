from functools import partialmethod

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn


    def forward(self, x):
        return self.run(x)

    def _run(self, x, which):
        return torch.relu(getattr(self, which)(x)[0])  #: after rnn

    run = partialmethod(_run, which="rnn")


# drive: Net()(torch.rand(2, 1, 3))
