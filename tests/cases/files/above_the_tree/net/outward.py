"""A relative import that leads out of what is scanned: the name is unknown, and named."""

import torch
from torch import nn

from .. import fold
from ..layers import bend
from .steps import turn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=unknown

    def forward(self, x):
        states = self.rnn(x)[0]
        torch.relu(fold(states))  #: after rnn maybe ".fold"
        torch.relu(turn(states))  #: after rnn maybe ".steps.turn"
        return torch.relu(bend(states))  #: after rnn maybe "..layers.bend"
