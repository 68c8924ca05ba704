"""A plain Python list of modules, unpacked into a Sequential."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        layers = [nn.Linear(4, 4)]
        layers += [nn.ReLU(), nn.Dropout(0.1)]
        layers.append(nn.Linear(4, 2))
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.head = nn.Sequential(*layers)

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.head(out)  #: after enc defined=10


# drive: Net()(torch.zeros(5, 2, 3))
