"""What other files define goes by other names here, is asked of its module, or is told by a text."""

import models
import torch
from layers import TextEncoder, rnn
from nets import Recurrent
from torch import nn


class Renamed(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = TextEncoder()
        self.own = Recurrent(3, 3)  #: layer own

    def forward(self, x):
        bent = torch.relu(self.enc(x))  #: after enc; before own
        return torch.relu(self.own(bent)[0])  #: after own; after enc


class Asked(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = rnn.build()

    def forward(self, x):
        return torch.relu(self.enc(x))  #: after enc


class Chosen(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.net = getattr(models, name)()

    def forward(self, x):
        return torch.relu(self.net(x))  #: after reader


def looked_up(name, x):
    net = models.__dict__[name]()
    return torch.relu(net(x))  #: after reader


# drive: Renamed()(torch.zeros(2, 2, 3)), Asked()(torch.zeros(2, 2, 3)), Chosen("Reader")(torch.zeros(2, 2, 3)), looked_up("Reader", torch.zeros(2, 2, 3))
