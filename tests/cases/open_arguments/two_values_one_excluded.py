"""The value that would bring the ReLU behind the layer is the one under which the layer is not built."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, core="gru"):
        super().__init__()
        self.core = core
        self.fc = nn.Linear(3, 4)
        if core == "gru":
            self.rnn = nn.GRU(4, 4)  #: layer enc on_output=no

    def forward(self, x):
        x = self.fc(x)
        if self.core == "gru":
            x, _ = self.rnn(x)
        if self.core == "mlp":
            x = torch.relu(x)
        return x


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("mlp")(torch.zeros(5, 2, 3))
