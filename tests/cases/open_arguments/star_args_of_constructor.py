import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, *sizes, **options):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        self.mid = nn.ReLU() if options else nn.Tanh()
        self.top = nn.Identity() if not sizes else nn.ReLU()

    def forward(self, x):
        y = self.mid(self.rnn(x)[0])  #: after rnn if "options"
        return self.top(y)  #: after rnn if "sizes"


# drive: Net()(torch.rand(1, 1, 3))
# drive: Net(3, relu=True)(torch.rand(2, 1, 3))
