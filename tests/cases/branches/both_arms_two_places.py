"""Each arm has its own ReLU: two conditional facts."""

import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        if self.training:
            out = F.dropout(F.relu(out), 0.5)  #: after enc if "training"
        else:
            out = F.relu(out)  #: after enc if "training"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net().eval()(torch.zeros(5, 2, 3))
