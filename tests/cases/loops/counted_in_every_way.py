"""Ranges of known, open and negative steps: which rounds are known, and what the first number is."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, n, step=1):
        super().__init__()
        self.n, self.step = n, step
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        for i in range(2):
            if i == 1:
                torch.relu(out)  #: after rnn
            if i == 2:
                torch.relu(out)
        for i in range(3, 0, -1):
            if i == 3 or i == 1:
                torch.relu(out)  #: after rnn
            if i == 0:
                torch.relu(out)
        for i in range(0, 6, 3):
            if i in (1, 2, 6):
                torch.relu(out)
            if i == 3:
                torch.relu(out)  #: after rnn
        for i in range(2, 2):
            torch.relu(out)
        for i in range(self.n):
            if i == 0:
                torch.relu(out)  #: after rnn
            if i < 0:
                torch.relu(out)
            if i > 0:
                torch.relu(out)  #: after rnn if "again"
        for i in range(1, self.n):
            if i == 0:
                torch.relu(out)
            if i == 1:
                torch.relu(out)  #: after rnn
            if i >= 2:
                torch.relu(out)  #: after rnn if "again"
        for i in range(self.n, 0, -1):
            if i == self.n:
                torch.relu(out)  #: after rnn if "n"
        for i in range(0, self.n, self.step):
            if i == 0:
                torch.relu(out)  #: after rnn if "index == 0"
        for i in range(0, self.n, 2):
            if i == 0:
                torch.relu(out)  #: after rnn
            if i > 0:
                torch.relu(out)  #: after rnn if "again"
        for i in reversed(range(2)):
            if i == 1:
                torch.relu(out)  #: after rnn
        for i, j in zip(range(2), range(5, 7)):
            if i == 1 and j == 6:
                torch.relu(out)  #: after rnn
            if i == 0 and j == 6:
                torch.relu(out)
        for i, part in enumerate([x, out], 1):
            if i == 2:
                torch.relu(part)  #: after rnn
            if i == 1:
                torch.relu(part)
        state = x
        for i in range(60):
            state = torch.tanh(state + x)
            if i > 45 and i < 3:
                torch.relu(out)
            if i < 2:
                torch.relu(out)  #: after rnn
            if i > 50:
                torch.relu(out)  #: after rnn if "i > 50"
        return out
