"""Options in **kwargs, one popped with a default before the rest goes on."""

from torch import nn


class Net(nn.Module):
    def __init__(self, **options):
        super().__init__()
        rectify = options.pop("rectify", False)
        self.rnn = nn.GRU(3, 4, **options)  #: layer enc
        self.act = nn.ReLU() if rectify else nn.Identity()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc if defined=11


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(rectify=True, num_layers=2)(torch.zeros(5, 2, 3))
