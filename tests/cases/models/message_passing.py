"""Three rounds of message passing with a GRU as the update: ReLU on both sides, for certain."""

import torch.nn.functional as F
from torch import nn


class MPNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin0 = nn.Linear(3, 4)
        self.conv = nn.Linear(4, 4)
        self.gru = nn.GRU(4, 4)  #: layer gru

    def forward(self, x, adjacency):
        out = F.relu(self.lin0(x))  #: before gru
        h = out.unsqueeze(0)
        for _ in range(3):
            m = F.relu(adjacency @ self.conv(out))  #: before gru; after gru
            out, h = self.gru(m.unsqueeze(0), h)
            out = out.squeeze(0)
        return out


# drive: MPNN()(torch.zeros(5, 3), torch.ones(5, 5))
