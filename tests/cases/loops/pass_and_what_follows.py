"""``pass`` does nothing, inside a loop as well; what stands after it is run, and after ``continue`` and ``break`` it is not."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, skip=False, stop=False):
        super().__init__()
        self.skip, self.stop = skip, stop
        self.cell = nn.GRUCell(3, 3)  #: layer cell on_output=yes

    def forward(self, x):
        state = x[0]
        for step in x:
            pass
            state = torch.relu(self.cell(step, state))  #: after cell; before cell
        for step in x:
            if self.skip:
                pass
            else:
                pass
            state = torch.relu(self.cell(step, state))  #: after cell; before cell
        for step in x:
            if self.skip:
                continue
            state = torch.relu(self.cell(step, state))  #: after cell if "skip=False"; before cell if "skip=False"
        for step in x:
            if self.stop:
                break
        else:
            state = torch.relu(state)  #: after cell if "stop=False"; before cell if "stop=False"
        return self.cell(state)


# drive: Net()(torch.zeros(3, 2, 3))
# drive: Net(True)(torch.zeros(3, 2, 3))
# drive: Net(False, True)(torch.zeros(3, 2, 3))
