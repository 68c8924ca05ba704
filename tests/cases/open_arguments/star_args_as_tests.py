import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn

    def forward(self, x, *extra, **flags):
        y = self.rnn(x)[0]
        if extra:
            y = y.relu()  #: after rnn if "extra"
        if flags:
            y = torch.relu(y)  #: after rnn if "flags"
        head, *tail = y.unbind(0)
        return head if not tail else torch.stack(tail).relu()  #: after rnn if "tail"


# drive: Net()(torch.rand(1, 1, 3))
# drive: Net()(torch.rand(2, 1, 3), 1, flag=2)
