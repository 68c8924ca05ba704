"""relu RNNs by nonlinearity from a config, beside unrelated ReLU."""
import torch
import torch.nn as nn
from types import SimpleNamespace

cfg = SimpleNamespace(hidden=4, fast="relu", slow="tanh", out_act=None)


class TwoSpeed(nn.Module):
    def __init__(self, c):
        super().__init__()
        kwargs = {"nonlinearity": c.fast, "batch_first": True}
        self.fast = nn.RNN(3, c.hidden, **kwargs)  #: layer fast on_output=unknown; inside fast
        self.slow = nn.RNN(3, c.hidden, nonlinearity=c.slow, batch_first=True)  #: layer slow on_output=unknown; inside slow if "c.slow"
        self.cell = nn.RNNCell(c.hidden, c.hidden, True, "relu")  #: layer cell on_output=unknown; inside cell
        self.out = nn.Linear(2 * c.hidden, 1)
        self.out_act = c.out_act or nn.Identity()
        self.bias = nn.Sequential(nn.Linear(3, 1), nn.ReLU())

    def forward(self, x):
        f, _ = self.fast(x)
        s, _ = self.slow(x[:, ::2])
        h = torch.zeros(x.size(0), 4)
        for t in range(f.size(1)):
            h = self.cell(f[:, t], h)
        y = self.out_act(self.out(torch.cat([h, s[:, -1]], -1)))
        return y + self.bias(x.mean(1))


def main():
    return TwoSpeed(cfg)(torch.rand(2, 4, 3))


# drive: main()
# drive: main(), TwoSpeed(SimpleNamespace(hidden=4, fast='tanh', slow='relu', out_act=None))(torch.rand(2, 4, 3))
