"""One ReLU under a flag, another behind the unknown: each with its own certainty."""

import torch
from elsewhere import mix
from torch import nn


class Net(nn.Module):
    def __init__(self, rectify=False):
        super().__init__()
        self.rectify = rectify
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=sometimes

    def forward(self, x):
        out, _ = self.rnn(x)
        mixed = torch.relu(mix(out, x.mean()))  #: after enc maybe "mix"
        if self.rectify:
            out = torch.relu(out)  #: after enc if "rectify"
        return out, mixed


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(True)(torch.zeros(5, 2, 3))
