import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, args):
        super().__init__()
        self.rnn = getattr(nn, args.cell)(4, 4)  #: layer rnn

    def forward(self, x):
        out, _ = self.rnn(x)
        return torch.relu(out)  #: after rnn if "cell =="


class Args:
    def __init__(self, cell):
        self.cell = cell


# drive: Net(Args("GRU"))(torch.rand(2, 3, 4))
# drive: Net(Args("LSTM"))(torch.rand(2, 3, 4))
# drive: Net(Args('Linear'))(torch.rand(2, 3, 4))
