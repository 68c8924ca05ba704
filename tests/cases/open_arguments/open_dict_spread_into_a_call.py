import torch
from torch import nn


def build(act="tanh", deep=False):
    return nn.Sequential(nn.ReLU() if act == "relu" else nn.Tanh(), nn.ReLU() if deep else nn.Tanh())


class Net(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        first, second = build(**cfg)
        self.first, self.second = first, second

    def forward(self, x):
        x = self.first(self.rnn(x)[0])  #: after rnn if "] == " defined=6
        return self.second(x)  #: after rnn if "(default False)" defined=6


# drive: Net({})(torch.rand(2, 1, 3))
# drive: Net({"act": "relu", "deep": True})(torch.rand(2, 1, 3))
