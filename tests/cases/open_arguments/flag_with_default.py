"""A constructor flag that nothing scanned decides."""

from torch import nn


class Net(nn.Module):
    def __init__(self, use_relu=False):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=sometimes
        self.act = nn.ReLU() if use_relu else nn.Identity()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc if "use_relu" defined=10


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(use_relu=True)(torch.zeros(5, 2, 3))
