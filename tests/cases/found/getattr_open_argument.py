import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, cell):
        super().__init__()
        self.rnn = getattr(nn, cell)(4, 4)  #: layer rnn

    def forward(self, x):
        out, _ = self.rnn(x)
        return torch.relu(out)  #: after rnn if "cell =="


# drive: Net("GRU")(torch.rand(2, 3, 4))
# drive: Net("LSTM")(torch.rand(2, 3, 4))
# drive: Net('Linear')(torch.rand(2, 3, 4))
