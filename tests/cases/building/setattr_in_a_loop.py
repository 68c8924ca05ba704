"""setattr with computed names; one layer is recurrent, the ReLU feeds it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        for name, layer in [("body", nn.Linear(3, 4)), ("core", nn.LSTM(4, 4))]:  #: layer core on_output=no
            setattr(self, name + "_layer", layer)

    def forward(self, x):
        x = torch.relu(self.body_layer(x))  #: before core
        return self.core_layer(x)[0]


# drive: Net()(torch.zeros(5, 2, 3))
