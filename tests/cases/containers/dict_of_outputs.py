"""Values kept in a dict under different keys stay apart."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.text = nn.GRU(3, 4)  #: layer text
        self.audio = nn.GRU(3, 4)  #: layer audio on_output=no

    def forward(self, x):
        found = {}
        found["text"] = self.text(x)[0]
        found["audio"] = self.audio(x)[0]
        found["text"] = torch.relu(found["text"])  #: after text
        return found


# drive: Net()(torch.zeros(5, 2, 3))
