"""What a mask or a list takes of a tensor is a copy, and so is another precision: what is written there stays there."""

import torch
from torch import nn


class Copies(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer low
        self.high = nn.GRU(4, 4)  #: layer high on_output=no

    def forward(self, x):
        out = self.low(x)[0].detach().clone()
        out[out > -5].relu_()  #: after low
        out[~torch.isnan(out) & (out != 1)].relu_()  #: after low
        out[:, out.eq(0).any(2)[0].logical_not()].relu_()  #: after low
        out[(out < 1)[0, :, 0].unsqueeze(0).expand(5, 2)].relu_()  #: after low
        out[:, [0, 1]].relu_()  #: after low
        out.double().relu_()  #: after low
        return self.high(out)[0]


class Views(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer first
        self.middle = nn.GRU(4, 4)  #: layer middle
        self.high = nn.GRU(4, 4)  #: layer last on_output=no

    def forward(self, x):
        out = self.low(x)[0].detach().clone()
        out[:, 1:].relu_()  #: after first; before middle; before last
        out = self.middle(out)[0].detach().clone()
        mask = out > 0
        out[mask] = out[mask].relu_()  #: after first; after middle; before last
        return self.high(out)[0]


# drive: Copies()(torch.randn(5, 2, 3)), Views()(torch.randn(5, 2, 3))
