"""A round beyond those that are run one by one has a number beyond theirs."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, bend=True):
        super().__init__()
        self.bend = bend
        self.cell = nn.GRUCell(3, 3)  #: layer cell on_output=sometimes

    def forward(self, x):
        for number in range(100):
            x = self.cell(x)
            if number == 40 and self.bend:
                x = torch.relu(x)  #: after cell if "number == 40"; before cell if "number == 40"
            if number == 38 and self.bend:
                x = torch.relu(x)  #: after cell if "bend"; before cell if "bend"
            if number == 100:
                x = torch.relu(x)  #: spurious after cell if "100"; spurious before cell if "100"
        return x


# drive: Net()(torch.zeros(2, 3))
# drive: Net(False)(torch.zeros(2, 3))
