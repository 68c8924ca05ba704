"""What is kept on the model from call to call, under conditions, in lists and dicts, and in a part that another shares."""

import torch
from torch import nn


class Memory:
    def __init__(self):
        self.last = None
        self.seen = []
        self.named = {}

    def keep(self, name, value):
        self.last = value
        self.seen.append(value)
        self.named[name] = value


class Net(nn.Module):
    def __init__(self, keep=False):
        super().__init__()
        self.keep = keep
        self.memory = Memory()
        self.shared = self.memory
        self.rnn = nn.GRU(3, 3)  #: layer rnn on_output=sometimes
        self.state = None
        self.count = 0

    def forward(self, x):
        if self.state is not None:
            torch.relu(self.state)  #: after rnn if "again"
        if self.shared.last is not None:
            torch.relu(self.shared.last)  #: after rnn if "keep"
        for old in self.memory.seen:
            torch.relu(old)  #: after rnn if "keep"
        if "out" in self.memory.named:
            torch.relu(self.memory.named["out"])  #: after rnn if "keep"
        if "other" in self.memory.named:
            torch.relu(self.memory.named["other"])
        out = self.rnn(x)[0]
        self.state = out.detach()
        self.count += 1
        if self.keep:
            self.memory.keep("out", out)
        return out

    def reset(self):
        self.state = None


# drive: [net(torch.zeros(5, 2, 3)) for net in [Net()] for _ in range(2)]
# drive: [net(torch.zeros(5, 2, 3)) for net in [Net(True)] for _ in range(2)]
# drive: Net()(torch.zeros(5, 2, 3))
