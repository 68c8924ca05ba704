"""A dict that spreads an open one: its own entries and others; numbers beside open elements; rows turned."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, options, count):
        super().__init__()
        self.options, self.count = options, count
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.last = nn.GRU(3, 4)  #: layer last on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        table = {"out": out, **self.options}
        for name, value in table.items():
            if name == "out":
                torch.relu(value)  #: after rnn if "out"
        for name in table:
            if name == "in":
                torch.relu(out)  #: after rnn if
        steps = [x for _ in range(self.count)]
        for number, step in enumerate([*steps, self.last(x)[0]]):
            torch.relu(step)  #: after last
            if number == 0:
                torch.relu(step)
        for number in range(self.count, 0, -1):
            torch.tanh(out)
        inputs, outputs = zip(*[(x, out), (x, out)])
        torch.relu(inputs[0])
        return torch.relu(outputs[1])  #: after rnn


# drive: Net({"out": torch.ones(1)}, 1)(torch.zeros(5, 2, 3))
# drive: Net({"in": 1}, 1)(torch.zeros(5, 2, 3))
