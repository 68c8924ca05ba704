"""The activation class is an argument with a default."""

from torch import nn


class Net(nn.Module):
    def __init__(self, act_layer=nn.ReLU, drop=0.0):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.head = nn.Sequential(nn.Linear(4, 4), act_layer(), nn.Dropout(drop))

    def forward(self, x):
        return self.head(self.rnn(x)[0])  #: after enc if "act_layer" defined=10


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(nn.GELU)(torch.zeros(5, 2, 3))
