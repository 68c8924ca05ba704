"""Slices of lists and tuples: from, to, by steps, from behind; what is put into them; nested and repeated lists."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, count=1):
        super().__init__()
        self.count = count
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        steps = [x, out, x, x]
        torch.relu(steps[::2][1])
        torch.relu(steps[-3:][0])  #: after rnn
        torch.relu(steps[:1][0])
        torch.relu(steps[2:][0])
        torch.relu(steps[::-1][2])  #: after rnn
        torch.relu(steps[-1])
        steps[0] = out
        torch.relu(steps[0])  #: after rnn
        del steps[0]
        torch.relu(steps[0])  #: after rnn
        torch.relu(steps[1])
        table = [[x, out]] * 2 + [[x, x]]
        torch.relu(table[1][0])
        torch.relu(table[1][1])  #: after rnn
        torch.relu(table[2][1])
        many = [x] * 2
        many.append(out)
        torch.relu(many[1])
        torch.relu(many[2])  #: after rnn
        pair = (x,) + (out,)
        torch.relu(pair[0])
        torch.relu(pair[self.count])  #: after rnn if "count"
        held = {"a": x}
        held["a"], held["b"] = held.get("c", x), out
        torch.relu(held["a"])
        torch.relu(held["b"])  #: after rnn
        return {**held, "b": x}["b"]


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(0)(torch.zeros(5, 2, 3))
