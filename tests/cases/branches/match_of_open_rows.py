"""A row of open length against patterns: of some number, and with a star for the rest."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, *xs):
        match tuple(self.rnn(x)[0] for x in xs):
            case (first, second):
                return torch.relu(first + second)  #: after rnn if "line 14"
            case (first, *rest):
                return torch.relu(first)  #: after rnn if "line 16"
        return xs


class Known(nn.Module):
    def __init__(self, bend=True):
        super().__init__()
        self.bend = bend
        self.rnn = nn.GRU(3, 4)  #: layer known on_output=sometimes

    def forward(self, x):
        states, last = self.rnn(x)
        match (states, last, x):
            case (first, second):
                return torch.relu(first + second)
            case (first, *_) if self.bend:
                return torch.relu(first)  #: after known if "bend"
        return states


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3), torch.zeros(5, 2, 3))
# drive: Known()(torch.zeros(5, 2, 3))
# drive: Known(False)(torch.zeros(5, 2, 3))
