"""A dict that is an attribute of something open."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.b = nn.GRU(3, 4)  #: layer r9

    def forward(self, g):
        g.ndata["m"] = torch.relu(g.ndata["x"])
        return self.b(g.ndata["x"])[0]


# drive: Net()(__import__("types").SimpleNamespace(ndata={"x": torch.zeros(5, 2, 3)}))
