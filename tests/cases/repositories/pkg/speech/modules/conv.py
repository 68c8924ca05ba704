import torch
import torch.nn as nn


class MaskConv(nn.Module):
    def __init__(self, seq_module):
        super().__init__()
        self.seq_module = seq_module

    def forward(self, x, lengths):
        for module in self.seq_module:
            x = module(x)  #: before rnn
            mask = torch.zeros(x.size(), dtype=torch.bool)
            for i, length in enumerate(lengths):
                length = length.item()
                if (mask[i].size(2) - length) > 0:
                    mask[i].narrow(2, length, mask[i].size(2) - length).fill_(1)
            x = x.masked_fill(mask, 0)
        return x, lengths


def conv_stack(act=nn.Hardtanh):
    return MaskConv(nn.Sequential(
        nn.Conv2d(1, 2, kernel_size=3, padding=1),
        nn.BatchNorm2d(2),
        act(),
    ))
