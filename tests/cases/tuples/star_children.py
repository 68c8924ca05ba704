import torch
from torch import nn


class Tree(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 3)  #: layer cell

    def encode(self, node):
        x, *children = node
        if not children:
            return self.cell(torch.relu(x))  #: before cell
        h = self.encode(children[0])
        return self.cell(x, torch.relu(h))  #: after cell if "children"; before cell if "children"

    def forward(self, node):
        return self.encode(node)


# drive: Tree()((torch.rand(1, 3),))
# drive: Tree()((torch.rand(1, 3), (torch.rand(1, 3),)))
