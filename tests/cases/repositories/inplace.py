"""In-place chains and overwriting: copy_, fill_, zero_ on all of it, masked_scatter_, index_add_, lerp_, swap of names."""

import torch
from torch import nn


class InPlace(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.a = nn.LSTM(dim, dim)  #: layer a
        self.b = nn.LSTM(dim, dim)  #: layer b
        self.c = nn.LSTM(dim, dim)  #: layer c on_output=no
        self.register_buffer("cache", torch.zeros(3, 2, dim), persistent=False)

    @torch.no_grad()
    def forward(self, x):
        a = self.a(x)[0].clone()
        r = torch.relu(a)  #: after a; before b; before c
        r2 = r.clone()
        r2.fill_(0.5)
        first = r2.add_(x)
        self.cache.copy_(r)
        cached = self.cache[:2]
        b = self.b(cached)[0]
        target = torch.zeros(4, 2, 4)
        target.index_add_(0, torch.tensor([0, 2]), b)
        target.masked_fill_(target > 1, 0)
        out, alias = target, first
        out, alias = alias, out
        out = torch.lerp(out, x, 0.5)
        alias.clamp_(min=-1).relu_()  #: after a; after b; before c
        c = self.c(alias[:3])[0]
        out.zero_()
        out.addcmul_(x, x)
        return out.relu(), c


# drive: InPlace()(torch.rand(3, 2, 4))
