"""add_module with computed names, read back with getattr."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        for i in range(2):
            self.add_module(f"fc{i}", nn.Linear(4, 4))
            self.add_module(f"act{i}", nn.ReLU() if i == 0 else nn.Tanh())

    def forward(self, x):
        out, _ = self.rnn(x)
        for i in range(2):
            out = getattr(self, f"fc{i}")(out)
            out = getattr(self, f"act{i}")(out)  #: after enc defined=12
        return out


# drive: Net()(torch.zeros(5, 2, 3))
