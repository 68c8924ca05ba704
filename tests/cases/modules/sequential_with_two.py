"""A Sequential with two ReLUs on two lines gives two applications at one call."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.front = nn.Sequential(
            nn.Linear(3, 8),
            nn.ReLU(),
            nn.Linear(8, 4),
            nn.ReLU(inplace=True),
        )
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=no

    def forward(self, x):
        out, _ = self.rnn(self.front(x))  #: before rnn defined=11; before rnn defined=13
        return out


# drive: Net()(torch.zeros(5, 2, 3))
