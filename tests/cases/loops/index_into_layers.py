"""Layers and activations by index in a counted loop of known length."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnns = nn.ModuleList([nn.LSTM(4, 4), nn.LSTM(4, 4)])  #: layer stack
        self.acts = [nn.ReLU(), nn.Tanh()]

    def forward(self, x):
        for i in range(len(self.rnns)):
            x, _ = self.rnns[i](x)
            x = self.acts[i](x)  #: after stack defined=10; before stack defined=10
        return x


# drive: Net()(torch.zeros(5, 2, 4))
