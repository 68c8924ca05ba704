"""The method of the tensor, written at the end of a chain of calls."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4, batch_first=True)  #: layer enc
        self.out = nn.Linear(4, 4)

    def forward(self, x):
        states, _ = self.rnn(x)
        return self.out(states.mean(dim=1)).relu()  #: after enc


# drive: Net()(torch.zeros(2, 5, 3))
