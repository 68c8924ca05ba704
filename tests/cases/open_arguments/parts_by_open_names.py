"""A part, a method or a tensor's method under a name that is given: any that the name may be, each when it is that."""

import torch
from torch import nn


class Named(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell
        self.post = nn.ReLU()

    def forward(self, h, first, second):
        h = getattr(self, first)(h)  #: before cell if "first"
        return getattr(self, second)(h)  #: after cell if "second"


class Suffixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.net_gru = nn.GRU(4, 4)  #: layer gru
        self.net_lstm = nn.LSTM(4, 4)  #: layer lstm
        self.other = nn.RNN(4, 4)  #: layer other on_output=no called=false

    def forward(self, x, kind, way):
        if way == 0:
            out = getattr(self, "net_" + kind)(x)[0]
        elif way == 1:
            out = getattr(self, "net_%s" % kind)(x)[0]
        else:
            out = self.get_submodule(f"net_{kind}")(x)[0]
        return torch.relu(out)  #: after gru if "gru"; after lstm if "lstm"


class Configured(nn.Module):
    def __init__(self, act):
        super().__init__()
        self.inner = nn.ModuleDict({"reader": nn.GRU(4, 4)})  #: layer reader
        self.rectified, self.squashed = nn.ReLU(), nn.Tanh()
        self.act = act

    def forward(self, x, options):
        out = self.get_submodule(options["layer"])(x)[0]
        return getattr(self, self.act)(out)  #: after reader if "rectified"


class Stored(nn.Module):
    def __init__(self, way):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        self.silent = nn.GRU(4, 4)  #: layer silent on_output=no
        self.run = getattr(self, way + "_way")

    def relu_way(self, x):
        return torch.relu(self.rnn(x)[0])  #: after rnn if "relu"; before silent if "relu"

    def tanh_way(self, x):
        return torch.tanh(self.rnn(x)[0])

    def another(self, x):
        return torch.relu(x)

    def forward(self, x):
        return self.silent(torch.tanh(self.run(x)))[0]


class OfTensor(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer met
        self.apart = nn.GRU(4, 4)  #: layer apart on_output=no

    def forward(self, x, act):
        out = self.apart(x)[0]
        return getattr(self.rnn(x)[0], act)() + getattr(out, "tanh")()  #: after met if "relu"


# drive: Named()(torch.rand(2, 4), "cell", "post")
# drive: Named()(torch.rand(2, 4), "post", "cell")
# drive: Suffixed()(torch.rand(5, 2, 4), "gru", 0)
# drive: Suffixed()(torch.rand(5, 2, 4), "lstm", 1)
# drive: Suffixed()(torch.rand(5, 2, 4), "lstm", 2)
# drive: Configured("rectified")(torch.rand(5, 2, 4), {"layer": "inner.reader"})
# drive: Configured("squashed")(torch.rand(5, 2, 4), {"layer": "inner.reader"})
# drive: Stored("relu")(torch.rand(5, 2, 4))
# drive: Stored("tanh")(torch.rand(5, 2, 4))
# drive: OfTensor()(torch.rand(5, 2, 4), "relu")
# drive: OfTensor()(torch.rand(5, 2, 4), "tanh")
