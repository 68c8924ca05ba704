"""Names that an import does not find, a switch that is set on a module, a file that is called as a library is."""

import settings
import torch
from torch import nn

from settings import choose

settings.bend = torch.relu


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        settings.bend(out)  #: after rnn
        return choose("fold")(out)


# drive: Net()(torch.zeros(5, 2, 3))
