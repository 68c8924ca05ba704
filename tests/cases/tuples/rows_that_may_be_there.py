"""Columns of rows of which some are only there under a condition, and rows that are turned."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, more=False):
        super().__init__()
        self.more = more
        self.rnn = nn.LSTM(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out, (h, c) = self.rnn(x)
        rows = [(x, x)]
        if self.more:
            rows.append((x, out))
        left, right = zip(*rows)
        torch.relu(left[0])
        torch.relu(torch.cat(left, 1))
        torch.relu(torch.cat(right, -1)) if not self.more else torch.relu(right[1])  #: after rnn if "more"
        pairs = list(zip(*[(x, out), (h, x)]))
        torch.relu(pairs[0][0])
        torch.relu(pairs[0][1])  #: after rnn
        torch.relu(pairs[1][0])  #: after rnn
        torch.relu(pairs[1][1])
        first, *rest = reversed([x, out, x])
        torch.relu(first)
        torch.relu(rest[0])  #: after rnn
        torch.relu(rest[1])
        one, *_ = reversed(rows)
        torch.relu(one[0])
        torch.relu(one[1])  #: after rnn if "more"
        torch.relu(rows[-1][1])  #: after rnn if "more"
        torch.relu(rows[0][1])
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(True)(torch.zeros(5, 2, 3))
