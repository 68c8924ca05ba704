"""Activations that are near ReLU and are not."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class SquaredReLU(nn.Module):
    def forward(self, x):
        return torch.pow(F.relu(x), 2)  #: after rnn


class SoftClip(nn.Module):
    def forward(self, x):
        return torch.maximum(x, torch.zeros_like(x))


class Swish(nn.Module):
    def __init__(self, beta=1.0):
        super().__init__()
        self.beta = beta

    def forward(self, x):
        return x * torch.sigmoid(self.beta * x)


def get(name):
    table = dict(relu6=nn.ReLU6, prelu=nn.PReLU, rrelu=nn.RReLU, elu=nn.ELU, celu=nn.CELU, selu=nn.SELU,
                 hardtanh=nn.Hardtanh, hswish=nn.Hardswish, threshold=lambda: nn.Threshold(0.0, 0.0))
    return table[name]()


class Zoo(nn.Module):
    NAMES = ("relu6", "prelu", "rrelu", "elu", "celu", "selu", "hardtanh", "hswish", "threshold")

    def __init__(self, dim=4):
        super().__init__()
        self.rnn = nn.LSTM(dim, dim, batch_first=True)  #: layer rnn
        self.acts = nn.ModuleList([get(n) for n in self.NAMES])
        self.swish = Swish()
        self.clip = SoftClip()
        self.sq = SquaredReLU()
        self.real = nn.ReLU()

    def forward(self, x):
        out, (h, c) = self.rnn(F.relu6(x))
        for act in self.acts:
            out = out + act(out)
        out = F.leaky_relu(F.hardtanh(out), 0.0)
        out = self.clip(self.swish(out)).clamp_min(0)
        skip = self.real(x)
        return out + skip, self.sq(c[-1])


# drive: Zoo()(torch.rand(2, 3, 4))
