import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def step(self, x):
        self.read = torch.relu(self.cell(x + self.read))  #: after cell; before cell if
        return self.read

    def forward(self, xs):
        self.read = torch.zeros(2, 4)
        return torch.stack(list(self.step(x) for x in xs))


# drive: Net()(torch.rand(3, 2, 4))
# drive: Net()(torch.rand(1, 2, 4))
