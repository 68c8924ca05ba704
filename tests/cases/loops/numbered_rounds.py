"""A certain round of many, lists that grow in front, and what stands under a loop's else."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, count=2):
        super().__init__()
        self.count = count
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=yes
        self.late = nn.GRU(4, 4)  #: layer late on_output=yes
        self.front = nn.GRU(4, 4)  #: layer front on_output=yes

    def forward(self, x):
        out = x
        for number in range(12):
            if number == 13:
                torch.relu(out)
            if number == 11:
                torch.relu(out)  #: after rnn
            out = self.rnn(x)[0]
        for number in range(3):
            if number == 4:
                break
        else:
            torch.relu(self.late(x)[0])  #: after late
        while True:
            break
        else:
            torch.relu(out)
        steps = [x]
        for _ in range(self.count):
            steps.insert(0, self.front(steps[0])[0])
        torch.relu(steps[-1])
        return torch.relu(steps[0])  #: after front


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net(1)(torch.zeros(5, 2, 4))
