"""What does not flow: item, tolist, float, len, shapes; what does: detach, numpy and back, argmax as index."""

import numpy as np
import torch
from torch import nn


class Bridge(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.src = nn.GRU(dim, dim)  #: layer src
        self.num = nn.GRU(dim, dim)  #: layer num
        self.arr = nn.GRU(dim, dim)  #: layer arr

    @torch.no_grad()
    def forward(self, x):
        rect = torch.relu(x)  #: before arr; before src
        thr = rect.max().item()
        values = rect.flatten().tolist()
        count = float(rect.sum())
        num, _ = self.num(torch.full_like(x, thr) + torch.tensor(sum(values)) / count)
        src, _ = self.src(rect.detach().data)
        array = src.numpy()
        array = np.maximum(array, 0.0) + np.asarray(rect)
        back = torch.from_numpy(np.tanh(array)).float()
        arr, _ = self.arr(back)
        shift = nn.functional.relu(arr).mean().item()  #: after src; after arr
        rows = num.relu()  #: after num
        rolled = torch.roll(rows, shifts=int(shift), dims=0)
        return nn.functional.relu6(rolled), nn.functional.hardtanh(src, 0, 1)


# drive: Bridge()(torch.rand(3, 2, 4))
