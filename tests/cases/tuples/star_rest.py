import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 3)  #: layer cell

    def forward(self, node):
        x, *rest = node
        if not rest:
            return self.cell(torch.relu(x))  #: before cell if "rest"
        return torch.relu(self.cell(x, rest[0]))  #: after cell if "rest"


# drive: Net()((torch.rand(1, 3),))
# drive: Net()((torch.rand(1, 3), torch.rand(1, 3)))
