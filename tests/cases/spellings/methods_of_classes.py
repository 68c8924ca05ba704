"""Methods that are called of their class, with the object as the first argument."""

import torch
from torch import nn


class Own(nn.Module):
    def bend(self, x):
        return torch.relu(x)  #: after rnn

    def fold(self, x):
        return torch.tanh(x)

    def forward(self, x):
        return Own.fold(self, x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.act = nn.ReLU()
        nn.Module.register_module(self, "late", nn.ReLU())
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.own = Own()

    def forward(self, x):
        out = nn.GRU.forward(self.rnn, x)[0]
        torch.Tensor.relu(out)  #: after rnn
        torch.Tensor.tanh(out)
        torch.Tensor.relu_(out.clone())  #: after rnn
        nn.ReLU.forward(self.act, out)  #: after rnn defined=21
        nn.Module.__call__(self.act, out)  #: after rnn defined=21
        self.late(out)  #: after rnn defined=22
        Own.bend(self.own, out)
        Own.fold(self.own, out)
        self.own(out)
        torch.Tensor.add(x[..., :1], out).relu()  #: after rnn
        torch.Tensor.size(out)
        kept = x.clone()
        torch.Tensor.copy_(kept, out[..., :3])
        kept.relu()  #: after rnn
        return self.own(out)


# drive: Net()(torch.zeros(5, 2, 3))
