"""In-place scatters add to what the target carries."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRUCell(3, 4)  #: layer a
        self.b = nn.GRUCell(3, 4)  #: layer b
        self.c = nn.GRUCell(4, 4)  #: layer c on_output=no

    @torch.no_grad()
    def forward(self, x, index):
        memory = torch.zeros(6, 4)
        memory.index_add_(0, index, self.a(x))
        memory[index] = self.b(x)
        memory = torch.relu(memory)  #: after a; after b; before c
        return self.c(memory)


# drive: Net()(torch.zeros(2, 3), torch.tensor([0, 3]))
