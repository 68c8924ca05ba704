import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def forward(self, xs):
        h = torch.zeros(2, 4)
        return torch.stack([h := torch.relu(self.cell(x, h)) for x in xs])  #: after cell; before cell if


# drive: Net()(torch.rand(3, 2, 4))
# drive: Net()(torch.rand(1, 2, 4))
