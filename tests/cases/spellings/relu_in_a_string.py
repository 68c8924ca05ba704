"""Trap: the word in texts, comments and names of variables applies nothing."""

import torch
from torch import nn

relu = "relu"


class Net(nn.Module):
    def __init__(self, activation="relu"):
        super().__init__()
        self.activation = activation  # relu
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        """Apply torch.relu(out)."""
        relu_out, _ = self.rnn(x)
        print("relu", relu, self.activation)
        return torch.tanh(relu_out)


# drive: Net()(torch.zeros(5, 2, 3))
