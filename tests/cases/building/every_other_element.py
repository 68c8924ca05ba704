"""Every other element of a list that a loop fills is another one."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self, n=4):
        super().__init__()
        self.blocks = nn.ModuleList()
        for i in range(n):
            self.blocks.append(nn.GRU(4, 4) if i % 2 else nn.ReLU())  #: layer r11

    def forward(self, x):
        for b in self.blocks:
            if isinstance(b, nn.GRU):
                x = b(x)[0]
            else:
                x = b(x)  #: after r11 if; before r11 if
        return x


# drive: Net(1)(torch.zeros(5, 2, 4))
# drive: Net(3)(torch.zeros(5, 2, 4))
