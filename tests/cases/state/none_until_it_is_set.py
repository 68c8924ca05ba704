"""What is None at first, and is asked for an attribute or an item, was set to something else by then: what that says is open."""

from types import SimpleNamespace

import torch
from torch import nn

options = None


class Conf:
    table = None

    @classmethod
    def load(cls, table):
        cls.table = table


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        self.act = nn.ReLU() if options.bend else nn.Tanh()
        self.cfg = None

    def setup(self, cfg):
        self.cfg = cfg

    def forward(self, x):
        y, _ = self.rnn(x)
        a = torch.relu(y) if self.cfg.relu else y  #: after rnn if "self.cfg.relu"
        b = torch.relu(y) if Conf.table["on"] else y  #: after rnn if "Conf.table["
        c = torch.relu(y) if options is not None and options.kind == "relu" else y  #: after rnn if "flag"
        return a, b, c, self.act(y)  #: after rnn if "options.bend" defined=23


class Found(nn.Module):
    """None is left on a way that raises, which is not seen: it might be caught, or be that of a loop that does not run."""

    def __init__(self, wide=False):
        super().__init__()
        self.wide = wide
        self.rnn = nn.GRU(3, 4)  #: layer found

    def forward(self, x):
        best = None
        if self.wide:
            best = SimpleNamespace(on=True, off=False)
        y, _ = self.rnn(x)
        if best.off:
            y = torch.relu(y)  #: spurious after found if "wide=False"
        return torch.relu(y) if best.on else y  #: after found


def run(flag):
    global options
    options = SimpleNamespace(bend=flag, kind="relu" if flag else "tanh")
    Conf.load({"on": flag})
    net = Net()
    net.setup(SimpleNamespace(relu=flag))
    return net(torch.zeros(5, 2, 3)), Found(wide=True)(torch.zeros(5, 2, 3))


# drive: run(True)
# drive: run(False)
