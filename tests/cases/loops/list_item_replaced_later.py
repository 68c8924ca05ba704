"""What a later round puts in place of an item that the first round left as it was: seen in the round after, and behind the loop."""

import torch
from torch import nn


class Within(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer within on_output=sometimes

    def forward(self, x, count):
        state, last = x, [x]
        for _ in range(count):
            torch.relu(last[0])  #: after within if "again"
            last[0] = state
            state = self.cell(state)
        return state


class Behind(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer behind on_output=sometimes

    def forward(self, x, count):
        state, last, first = x, [x], [x]
        for _ in range(count):
            last[0], first[0] = state, x
            state = self.cell(state)
        torch.relu(first[0])
        torch.relu(last[0])  #: after behind if "again"
        return state


class Growing(nn.Module):
    def __init__(self):
        super().__init__()
        self.sizes = [3]
        self.cell = nn.GRUCell(4, 4)  #: layer growing on_output=sometimes

    def forward(self, x, count):
        state, steps = x, [x]
        for _ in range(count):
            torch.relu(steps[0])  #: after growing if "again"
            steps[0] = state
            steps.append(x)
            self.sizes.append(4)
            state = self.cell(state)
        return state if self.sizes[0] == 3 else torch.relu(state)


# drive: [net()(torch.zeros(2, 4), 1) for net in (Within, Behind, Growing)]
# drive: [net()(torch.zeros(2, 4), 3) for net in (Within, Behind, Growing)]
