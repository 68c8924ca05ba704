"""A function that nothing calls puts a model together; its class alone does not know of what."""

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer enc on_output=yes

    def forward(self, x):
        return self.rnn(x)[0]


class Captioner(nn.Module):
    def __init__(self, encoder, head):
        super().__init__()
        self.encoder, self.head = encoder, head

    def forward(self, x):
        torch.relu(x)
        return self.head(self.encoder(x))  #: after enc


def build():
    return Captioner(Encoder(), nn.Sequential(nn.Linear(4, 4), nn.ReLU()))


# drive: build()(torch.zeros(5, 2, 4))
