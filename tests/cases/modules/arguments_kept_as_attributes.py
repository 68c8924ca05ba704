"""What a layer is constructed with decides as its attributes: as they are given, as tuples, by default; a bias is none."""

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self, size=4):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        self.fc = nn.Linear(4, size)
        self.plain = nn.Linear(4, 4, bias=False)
        self.conv = nn.Conv1d(4, 4, 1)
        self.drop = nn.Dropout(0.0)
        self.norm = nn.LayerNorm(4)

    def forward(self, x):
        y = self.norm(self.drop(self.rnn(x)[0]))
        if self.drop.p > 0 or self.fc.in_features > 4 or self.norm.normalized_shape == 4:
            y = F.relu(y)
        if self.conv.kernel_size == (1,) and self.conv.stride[0] == 1 and self.drop.inplace is False:
            y = F.relu(y)  #: after rnn
        if self.fc.out_features == 5:
            y = F.relu(y)  #: after rnn if "size == 5"
        return F.relu(y) if self.plain.bias is not None else y


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(5)(torch.zeros(5, 2, 3))
