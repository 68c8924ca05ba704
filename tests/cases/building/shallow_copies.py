"""A copy is another list, dict or object that holds the same: what is set in it is not set in the original."""

import copy

import torch
from torch import nn


class Hypothesis:
    def __init__(self, state):
        self.state = state
        self.kept = [state]


class Own:
    def __init__(self, state):
        self.state = state

    def __copy__(self):
        return Own(torch.relu(self.state))  #: after reader; before loud


class Config:
    act = torch.tanh


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        config = Config()
        self.reader = nn.GRU(3, 4)  #: layer reader
        self.silent = nn.GRU(4, 4)  #: layer silent on_output=no
        self.loud = nn.GRU(4, 4)  #: layer loud on_output=no
        other = copy.copy(config)
        other.act = torch.relu
        self.act = config.act

    def forward(self, x):
        inputs = [torch.tanh(x)]
        deep = copy.deepcopy(inputs)
        deep[0].relu_()
        out, state = self.reader(inputs[0])
        found = [Hypothesis(state)]
        for _ in range(2):
            new = copy.copy(found[0])
            new.state = torch.relu(new.state)  #: after reader
            found.append(new)
        outs, named = [out], {"out": out}
        for held, key in ((copy.copy(outs), 0), (copy.copy(named), "out")):
            held[key] = torch.relu(held[key])  #: after reader
        quiet = self.silent(self.act(outs[0] + named["out"]), found[0].state)[0]
        copy.copy(found[0]).kept.append(torch.relu(state))  #: after reader; before loud
        return quiet, self.loud(copy.copy(Own(out)).state, sum(found[0].kept))[0]


# drive: Net()(torch.zeros(5, 2, 3))
