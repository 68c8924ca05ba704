import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, cfg, **kwargs):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        first = {"act": "tanh", **cfg}
        last = {**cfg, "act": "relu"}
        self.a = nn.ReLU() if first["act"] == "relu" else nn.Tanh()
        self.b = nn.ReLU() if last["act"] == "relu" else nn.Tanh()
        self.c = nn.ReLU() if "deep" in last else nn.Tanh()
        self.d = nn.ReLU() if kwargs["d"] == "relu" else nn.Tanh()
        self.e = nn.ReLU() if kwargs["e"] != "relu" else nn.Tanh()
        self.f = nn.ReLU() if cfg.get("wide", False) else nn.Tanh()

    def forward(self, x):
        y = self.rnn(x)[0]
        y = self.a(y)  #: after rnn if "cfg[" defined=11
        y = self.b(y)  #: after rnn defined=12
        y = self.c(y)  #: after rnn if " in cfg" defined=13
        y = self.d(y)  #: after rnn if "kwargs[" defined=14
        y = self.e(y)  #: after rnn if "!= " defined=15
        return self.f(y)  #: after rnn if "cfg[" defined=16


# drive: Net({}, d="tanh", e="relu")(torch.rand(2, 1, 3))
# drive: Net({"act": "relu", "deep": 1, "wide": True}, d="relu", e="tanh")(torch.rand(2, 1, 3))
