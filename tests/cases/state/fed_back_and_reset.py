"""What a model keeps from call to call: a state that is fed back; one that is reset."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.kept = nn.GRUCell(3, 4)  #: layer kept on_output=yes
        self.reset = nn.GRUCell(3, 4)  #: layer reset on_output=no
        self.state, self.last = None, torch.zeros(2, 4)

    def forward(self, x):
        self.last = torch.zeros(2, 4)
        torch.relu(self.last)
        self.last = self.reset(x[0])
        state = self.kept(x[0], self.state)
        self.state = torch.relu(state)  #: after kept; before kept if "called again"
        return self.state


# drive: Net()(torch.zeros(5, 2, 3))
# drive: [net(torch.zeros(5, 2, 3)) for net in [Net()] for _ in range(2)]
