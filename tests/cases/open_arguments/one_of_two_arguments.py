import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, kind=None, fallback="tanh", wide=None):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        kind = kind if kind is not None else fallback
        if wide is None:
            wide = False
        self.act = nn.ReLU() if kind == "relu" else nn.Tanh()
        self.top = nn.ReLU() if wide else nn.Tanh()

    def forward(self, x):
        y = self.act(self.rnn(x)[0])  #: after rnn if "kind is None (default None) and fallback == " defined=12
        return self.top(y)  #: after rnn if "wide" defined=13


# drive: Net()(torch.rand(2, 1, 3))
# drive: Net(fallback="relu")(torch.rand(2, 1, 3))
# drive: Net("relu", "tanh", True)(torch.rand(2, 1, 3))
