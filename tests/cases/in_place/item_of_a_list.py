"""A tensor in a list is rectified in place through the list."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.act = nn.ReLU(inplace=True)
        self.fc = nn.Linear(3, 3)

    def forward(self, x):
        y = self.fc(x)
        inputs = [y, x * 2]
        self.act(inputs[0])  #: before enc defined=10
        return self.rnn(y)[0]


# drive: Net()(torch.zeros(5, 2, 3))
