"""A relation between two parts that holds because the larger model chooses ReLU: definite in the larger model."""

from torch import nn


class Bridge(nn.Module):
    def __init__(self, activation):
        super().__init__()
        self.fc = nn.Linear(4, 4)
        self.act = nn.ReLU() if activation == "relu" else nn.Tanh()

    def forward(self, h):
        return self.act(self.fc(h))  #: after enc defined=10; before dec defined=10


class Whole(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = nn.GRU(3, 4)  #: layer enc
        self.bridge = Bridge("relu")
        self.dec = nn.GRU(3, 4)  #: layer dec on_output=no

    def forward(self, x, y):
        _, h = self.enc(x)
        return self.dec(y, self.bridge(h))[0]


# drive: Whole()(torch.zeros(5, 2, 3), torch.zeros(4, 2, 3))
