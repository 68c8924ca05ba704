"""Tuples of constants are keys that are told apart, wherever the dict comes from and however it is asked."""

from collections import defaultdict

import torch
from torch import nn

STEPS = {("soft", 0): torch.tanh, ("hard", 0): torch.relu}


class Net(nn.Module):
    def __init__(self, way="soft"):
        super().__init__()
        self.way = way
        self.rnns = nn.ModuleList(nn.GRU(4, 4) for _ in range(2))  #: layer rnn
        self.silent = nn.GRU(4, 4)  #: layer silent on_output=no
        self.loud = nn.GRU(4, 4)  #: layer loud on_output=no

    def forward(self, x):
        outs = {("fw", i): rnn(x)[0] for i, rnn in enumerate(self.rnns)}
        outs["bw", 0] = torch.relu(outs["fw", 0])  #: after rnn; before loud
        if ("fw", 7) in outs:
            return torch.relu(outs["fw", 0])
        found = defaultdict(list)
        for (name, number), out in outs.items():
            found[name, number].append(out if name == "fw" else STEPS.get((name, 1), torch.tanh)(out))
        raw = found["fw", 1][0] + outs.pop(("fw", 0)) + outs.get(("fw", 0), x.new_zeros(4))
        del outs["fw", 1]
        (rectified,) = outs.values()
        chosen = STEPS[self.way, 0](raw)  #: after rnn if "hard"
        return self.silent(STEPS["soft", 0](raw))[0], self.loud(rectified)[0], chosen


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net("hard")(torch.zeros(5, 2, 4))
