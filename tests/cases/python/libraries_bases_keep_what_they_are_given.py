"""Classes derived from a library's hold what that was given, whether their own constructor hands it on or not."""

import torch
from torch import nn
from torch.distributions import Categorical, Normal


class Choice(Categorical):
    def best(self):
        return self.probs.argmax(-1)


class Spread(Normal):
    def __init__(self, middle):
        super().__init__(middle, 1.0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        self.other = nn.GRU(3, 3)  #: layer other on_output=no

    def forward(self, x):
        states, _ = self.rnn(x)
        best = torch.relu(Choice(logits=states).best().float())  #: after rnn
        middle = torch.relu(Spread(states).mean)  #: after rnn
        drawn = torch.relu(Spread(states).rsample())  #: after rnn
        mode = torch.relu(Categorical(logits=states).mode.float())  #: after rnn
        silent = torch.relu(Spread(x).mean)  #: before other
        return best, middle, drawn, mode, self.other(silent)[0]


# drive: Net()(torch.ones(2, 2, 3))
