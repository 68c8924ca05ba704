"""The base of policy networks with an optional GRU, fed by a convolutional or dense front end."""

import torch
from torch import nn


class NNBase(nn.Module):
    def __init__(self, recurrent, n_in, hidden):
        super().__init__()
        self._recurrent = recurrent
        if recurrent:
            self.gru = nn.GRU(n_in, hidden)  #: layer gru

    @property
    def is_recurrent(self):
        return self._recurrent

    def _forward_gru(self, x, hxs, masks):
        if x.size(0) == hxs.size(0):
            x, hxs = self.gru(x.unsqueeze(0), (hxs * masks).unsqueeze(0))
            return x.squeeze(0), hxs.squeeze(0)
        n = hxs.size(0)
        steps = x.view(x.size(0) // n, n, x.size(1))
        outputs = []
        hxs = hxs.unsqueeze(0)
        for step in steps:
            scores, hxs = self.gru(step.unsqueeze(0), hxs * masks.unsqueeze(0))
            outputs.append(scores)
        return torch.cat(outputs, dim=0).flatten(0, 1), hxs.squeeze(0)


class MLPBase(NNBase):
    def __init__(self, n_in, recurrent=False, hidden=4):
        super().__init__(recurrent, hidden, hidden)
        self.main = nn.Sequential(nn.Linear(n_in, hidden), nn.ReLU())
        self.critic = nn.Sequential(nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, inputs, hxs, masks):
        x = self.main(inputs)  #: before gru if "recurrent" defined=35
        if self.is_recurrent:
            x, hxs = self._forward_gru(x, hxs, masks)
        return self.critic(x), hxs  #: after gru if "recurrent" defined=36


# drive: MLPBase(3)(torch.zeros(2, 3), torch.zeros(2, 4), torch.ones(2, 1))
# drive: MLPBase(3, True)(torch.zeros(2, 3), torch.zeros(2, 4), torch.ones(2, 1))
# drive: MLPBase(3, True)(torch.zeros(6, 3), torch.zeros(2, 4), torch.ones(2, 1))
