"""Layer helpers with switches, off by default and on elsewhere."""
import torch
import torch.nn as nn


class Linear(nn.Module):
    def __init__(self, i, o, relu=False, bn=False):
        super().__init__()
        self.fc = nn.Linear(i, o)
        self.bn = nn.BatchNorm1d(o) if bn else None
        self.relu = nn.ReLU(inplace=True) if relu else None

    def forward(self, x):
        x = self.fc(x)
        if self.bn is not None:
            x = self.bn(x)
        if self.relu is not None:
            x = self.relu(x)  #: before rnn
        return x


def dense(i, o, activation=None):
    mods = [nn.Linear(i, o)]
    if activation:
        mods.append(activation())
    return nn.Sequential(*mods)


class Net(nn.Module):
    def __init__(self, use_hidden=True):
        super().__init__()
        self.inp = Linear(3, 4, relu=True)
        self.rnn = nn.GRU(4, 4, batch_first=True)  #: layer rnn
        self.proj = Linear(4, 4)
        self.out = dense(4, 4)
        self.side = dense(3, 4, nn.ReLU)
        self.hid = dense(4, 4, activation=nn.ReLU)
        self.use_hidden = use_hidden

    def forward(self, x):
        y, h = self.rnn(self.inp(x))
        z = self.out(self.proj(y[:, -1])) + self.side(x.mean(1))
        if self.use_hidden:
            z = z + self.hid(h.squeeze(0))  #: after rnn if "use_hidden"
        return z


# drive: Net()(torch.rand(2, 3, 3))
# drive: Net(False)(torch.rand(2, 3, 3))
