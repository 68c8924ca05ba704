import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc

    def forward(self, inputs):
        x, state = inputs["obs"], inputs["state"]
        if isinstance(state, dict):
            state = tuple(state.values())
        else:
            raise TypeError(type(state))
        y, _ = self.rnn(x, state)
        return torch.relu(y)  #: after enc


# drive: Net()({"obs": torch.randn(5, 2, 3), "state": {"h": torch.zeros(1, 2, 4), "c": torch.zeros(1, 2, 4)}})
