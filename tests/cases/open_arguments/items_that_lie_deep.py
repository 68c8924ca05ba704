"""Items of a configuration that lie as deep as is told apart: each is told from its neighbours, and from theirs."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, config):
        super().__init__()
        deep = config["a"]["b"]["c"]["d"]["e"]
        self.bend = deep["f"]["g"]
        self.turn = deep["h"]["g"]
        self.skip = deep["f"]["h"]
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        states = self.rnn(x)[0]
        if self.bend and not self.turn:
            states = states + torch.relu(states)  #: after rnn if "and not"
        if self.bend and not self.skip:
            states = states + torch.relu(states)  #: after rnn if "and not"
        return states


# drive: Net({"a": {"b": {"c": {"d": {"e": {"f": {"g": True, "h": False}, "h": {"g": False}}}}}}})(torch.zeros(5, 2, 3))
# drive: Net({"a": {"b": {"c": {"d": {"e": {"f": {"g": False, "h": False}, "h": {"g": False}}}}}}})(torch.zeros(5, 2, 3))
