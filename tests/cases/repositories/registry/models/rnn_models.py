import torch
import torch.nn as nn

from .builder import MODELS


@MODELS.register_module()
class PlainHead(nn.Module):
    def __init__(self, dim, act=None):
        super().__init__()
        self.fc = nn.Linear(dim, 2)
        self.act = act or nn.Identity()

    def forward(self, x):
        return self.act(self.fc(x))


@MODELS.register_module("relu_head")
class ReluHead(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.fc = nn.Linear(dim, 2)

    def forward(self, x):
        return torch.relu(self.fc(x))  #: after enc


@MODELS.register_module()
class Encoder(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.rnn = nn.GRU(dim, dim, batch_first=True)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[1][-1]
