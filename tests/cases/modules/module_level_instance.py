"""One activation instance at the top level of the file."""

from torch import nn

relu = nn.ReLU()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        return relu(self.fc(self.rnn(x)[0]))  #: after enc defined=5


# drive: Net()(torch.zeros(5, 2, 3))
