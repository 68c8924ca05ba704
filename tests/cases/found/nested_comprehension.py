import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell
        self.state = None

    def forward(self, xs):
        def step(x):
            nonlocal h
            h = torch.relu(self.cell(x, h))  #: after cell; before cell if
            return h

        h = torch.zeros(2, 4)
        return torch.stack([step(x) for x in xs])


# drive: Net()(torch.rand(3, 2, 4))
# drive: Net()(torch.rand(1, 2, 4))
