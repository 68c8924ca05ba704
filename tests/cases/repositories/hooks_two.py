"""Forward hooks: one replaces the output of the LSTM with its ReLU, one only records; parametrized weights carry nothing."""

import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize


class Positive(nn.Module):
    def forward(self, w):
        return torch.relu(w)


def rectify(module, inputs, output):
    seq, state = output
    return torch.relu(seq), state  #: after enc; before dec


class Recorder:
    def __init__(self):
        self.norms = []

    def __call__(self, module, inputs, output):
        self.norms.append(output[0].norm().item())


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = nn.LSTM(3, 4)  #: layer enc
        self.enc.register_forward_hook(rectify)
        self.dec = nn.LSTM(4, 4)  #: layer dec on_output=no
        self.recorder = Recorder()
        self.dec.register_forward_hook(self.recorder)
        self.proj = parametrizations.weight_norm(nn.Linear(4, 2))
        self.gain = nn.Linear(2, 2, bias=False)

    def forward(self, x):
        out, _ = self.enc(x)
        out, _ = self.dec(out)
        y = self.gain(self.proj(out))
        return torch.nn.functional.softplus(y - max(self.recorder.norms))


# drive: Net()(torch.rand(3, 2, 3))
