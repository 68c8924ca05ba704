"""EEG model: EEGNet blocks, weight-normed conv, a bidirectional GRU stack in nested lists; max-norm linear; ELU by default, factory gives ReLU."""

from typing import Callable, Optional

import torch
from torch import nn
from torch.nn.utils import weight_norm


class MaxNormLinear(nn.Linear):
    def __init__(self, *args, max_norm=1.0, **kwargs):
        self.max_norm = max_norm
        super().__init__(*args, **kwargs)

    def forward(self, x):
        with torch.no_grad():
            self.weight.data = torch.renorm(self.weight.data, p=2, dim=0, maxnorm=self.max_norm)
        return super().forward(x)


class EEGNet(nn.Module):
    def __init__(self, chans=3, samples=16, act: Optional[Callable[[], nn.Module]] = None):
        super().__init__()
        act = act or nn.ELU
        self.block1 = nn.Sequential(
            nn.Conv2d(1, 2, (1, 5), padding=(0, 2), bias=False),
            nn.BatchNorm2d(2),
            nn.Conv2d(2, 4, (chans, 1), groups=2, bias=False),
            act(),
            nn.AvgPool2d((1, 4)),
        )
        self.tcn = weight_norm(nn.Conv1d(4, 4, 3, padding=1))
        self.grus = nn.ModuleList([nn.ModuleList([nn.GRU(4, 4), nn.GRU(4, 4)]) for _ in range(2)])  #: layer gru on_output=no
        self.fc = MaxNormLinear(8, 2, max_norm=0.5)

    def forward(self, x):
        x = self.block1(x.unsqueeze(1)).squeeze(2)  #: before gru if "relu"
        x = self.tcn(x) + x
        seq = x.permute(2, 0, 1)
        sides = []
        for fwd, bwd in self.grus:
            left, _ = fwd(seq)
            right, _ = bwd(seq.flip(0))
            sides.append((left[-1], right[-1]))
            seq = left + right.flip(0)
        return self.fc(torch.cat(sides[-1], dim=1))


def classify(x, relu: bool):
    net = EEGNet(act=nn.ReLU) if relu else EEGNet()
    return net(x).argmax(1)


# drive: classify(torch.rand(2, 3, 16), False)
# drive: classify(torch.rand(2, 3, 16), True)
