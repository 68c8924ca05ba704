"""The arguments of an activation have a default that fits the default activation; another one comes with its own."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, activation="ELU", activation_params={"alpha": 1.0}, mask={"kind": {"name": "sigmoid"}}):
        super().__init__()
        self.act = getattr(nn, activation)(**activation_params)
        self.rnn = nn.LSTM(3, 3)  #: layer enc
        self.mask = mask

    def forward(self, x):
        out, _ = self.rnn(self.act(x))  #: before enc if "activation" defined=10
        if self.mask["kind"]["name"] == "relu":
            return torch.relu(out)  #: after enc if "mask["
        return torch.sigmoid(out)


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("ReLU", {}, {"kind": {"name": "relu"}})(torch.zeros(5, 2, 3))
