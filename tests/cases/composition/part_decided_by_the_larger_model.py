"""The part's flag is open in the part, and the larger model decides it: one fact, the part's, conditional."""

from torch import nn


class Part(nn.Module):
    def __init__(self, use_relu=False):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = nn.ReLU() if use_relu else nn.Identity()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc if "use_relu" defined=10


class Whole(nn.Module):
    def __init__(self):
        super().__init__()
        self.part = Part(use_relu=True)

    def forward(self, x):
        return self.part(x)


# drive: Whole()(torch.zeros(5, 2, 3))
# drive: Part()(torch.zeros(5, 2, 3))
