"""Functions whose names end with an underscore write into their first argument."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        step = self.rnn(x)[0][0, 0]
        held = torch.zeros(4)
        torch.relu(held)
        torch.addmv_(held, torch.ones(4, 4), step)
        torch.xlogy_(torch.ones(4), step)
        return torch.relu(held), torch.relu(torch.ones(4))  #: after rnn


# drive: Net()(torch.zeros(5, 2, 3))
