"""The larger model hands its own open argument down: conditional on the larger model's argument."""

from torch import nn


class Bridge(nn.Module):
    def __init__(self, activation):
        super().__init__()
        self.act = nn.ReLU() if activation == "relu" else nn.Tanh()

    def forward(self, h):
        return self.act(h)  #: after enc if "bridge_act" defined=9; before dec if "bridge_act" defined=9


class Whole(nn.Module):
    def __init__(self, bridge_act="tanh"):
        super().__init__()
        self.enc = nn.GRU(3, 4)  #: layer enc
        self.bridge = Bridge(bridge_act)
        self.dec = nn.GRU(3, 4)  #: layer dec on_output=no

    def forward(self, x, y):
        _, h = self.enc(x)
        return self.dec(y, self.bridge(h))[0]


# drive: Whole()(torch.zeros(5, 2, 3), torch.zeros(4, 2, 3))
# drive: Whole("relu")(torch.zeros(5, 2, 3), torch.zeros(4, 2, 3))
