"""What is put into an open dict under one key is not what is read under another."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(3, 4)  #: layer r9
        self.b = nn.GRU(3, 4)  #: layer r10

    def forward(self, batch):
        batch["a"] = self.a(batch["x"])[0]
        batch["b"] = self.b(batch["x"])[0]
        return torch.relu(batch["a"])  #: after r9


# drive: Net()({"x": torch.zeros(5, 2, 3)})
