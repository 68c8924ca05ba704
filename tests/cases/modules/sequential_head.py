"""A Sequential head with one ReLU among other layers."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc
        self.head = nn.Sequential(
            nn.Linear(4, 4),
            nn.Dropout(0.5),
            nn.ReLU(),
            nn.Linear(4, 1),
        )

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.head(out[-1])  #: after enc defined=13


# drive: Net()(torch.zeros(5, 2, 3))
