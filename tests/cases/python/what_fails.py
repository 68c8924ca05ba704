"""What Python cannot do on known things raises, or is open; an iterator that is empty ends the way."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, count=2):
        super().__init__()
        self.count = count
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        try:
            next(iter([]))
            torch.relu(out)
        except StopIteration:
            torch.relu(out)  #: after rnn
        if 3 == "3" or "a" in [1, 2] or isinstance(3, nn.Module) or isinstance([1], dict):
            torch.relu(out)
        if isinstance(nn.GRU, type) and isinstance(self.rnn, (dict, nn.RNNBase)) and isinstance({}, dict):
            torch.relu(out)  #: after rnn
        if 7 % 4 == 3 and 2**3 == 8 and -self.count < 0 and 7 // 2 == 3:
            torch.relu(out)  #: after rnn if "count"
        if len(self.count * [x]) == 3:
            torch.relu(out)  #: after rnn if
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(-1)(torch.zeros(5, 2, 3))
# drive: Net(3)(torch.zeros(5, 2, 3))
