"""All that a class is given goes on to its base: an option of the base is told with the default that it has there."""

import torch
from torch import nn


class Base(nn.Module):
    def __init__(self, kind="gru", every=None):
        super().__init__()
        self.every = every
        self.calls = 0
        if kind == "gru":
            self.rnn = nn.GRU(3, 4)  #: layer gru
        else:
            self.rnn = nn.LSTM(3, 4)  #: layer lstm

    def forward(self, x):
        return self.rnn(x)[0]


class Post(Base):
    def __init__(self, *args, smooth=3, **options):
        super().__init__(*args, **options)

    def forward(self, x, calls):
        y = super().forward(x)
        if (calls + 1) % self.every == 0:
            return y
        return torch.relu(y)  #: after gru if "(calls + 1) % "; after lstm if "kind"


# drive: Post(every=2)(torch.zeros(5, 2, 3), 0)
# drive: Post("lstm", every=2)(torch.zeros(5, 2, 3), 0)
# drive: Post(kind="lstm", every=2)(torch.zeros(5, 2, 3), 1)
# drive: Post(every=2)(torch.zeros(5, 2, 3), 1)
