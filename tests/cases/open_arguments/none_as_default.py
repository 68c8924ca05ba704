"""An optional activation: None by default; the only constructing place passes a ReLU."""

from torch import nn


class Cellwise(nn.Module):
    def __init__(self, act=None):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer cell
        self.act = act

    def forward(self, x):
        h = self.cell(x)
        if self.act is not None:
            h = self.act(h)  #: after cell defined=22
        return h


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = Cellwise(nn.ReLU())

    def forward(self, x):
        return self.inner(x)


# drive: Net()(torch.zeros(2, 3))
