"""Without inplace the dropped result changes nothing: after the layer, and before none."""

import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(3, 4)  #: layer first
        self.second = nn.GRU(4, 4)  #: layer second on_output=no

    def forward(self, x):
        out, _ = self.first(x)
        F.relu(out)  #: after first
        out, _ = self.second(out)
        return out


# drive: Net()(torch.zeros(5, 2, 3))
