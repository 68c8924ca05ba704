"""The plain function on the output sequence."""

import torch
import torch.nn as nn


class Regressor(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.rnn = nn.RNN(features, hidden, batch_first=True)  #: layer enc on_output=yes called=true type=torch.nn.RNN
        self.linear = nn.Linear(hidden, hidden)

    def forward(self, x):
        out, _ = self.rnn(x)
        out = self.linear(out)
        return torch.relu(out)  #: after enc


# drive: Regressor(3, 4)(torch.zeros(2, 5, 3))
