"""What a model is given by name is spread into a dict with a setting: the rest are tensors all the same."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, **given):
        options = {"use": True, **given}
        y = self.rnn(options["x"].relu())[0]  #: before enc
        return torch.relu(y) if options["use"] else y  #: after enc if "use"


# drive: Net()(x=torch.zeros(5, 2, 3))
# drive: Net()(x=torch.zeros(5, 2, 3), use=False)
