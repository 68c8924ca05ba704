"""topk, gather, where and einsum carry values on."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(3, 4)  #: layer a
        self.b = nn.GRU(3, 4)  #: layer b
        self.c = nn.GRU(3, 4)  #: layer c

    def forward(self, x):
        _, index = self.a(x)[0].topk(2, dim=-1)
        picked = torch.relu(x.gather(-1, index))  #: after a
        chosen = torch.where(self.b(x)[0] > 0, 1.0, 0.0)
        product = torch.einsum("tbh,tbk->thk", chosen, self.c(x)[0])
        return picked, torch.relu(product)  #: after b; after c


# drive: Net()(torch.zeros(5, 2, 3))
