"""Elements that a filter drops are dropped."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, last=True):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer enc
        self.cell = nn.GRU(3, 3)  #: layer top
        self.last = last

    def forward(self, x):
        parts = {"a": x, "b": torch.relu(x), "c": torch.sigmoid(x)}
        kept = dict(filter(lambda pair: pair[0] != "b", parts.items()))
        out, _ = self.rnn(sum(kept.values()))
        steps = [out, torch.relu(out)]  #: after enc; before top if "last"
        some = list(filter(lambda step: step is not None, [steps[0], None, steps[1] if self.last else None]))
        return self.cell(some[-1])[0]


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(False)(torch.zeros(5, 2, 3))
