"""A chained call is placed where its chain starts."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        out, _ = self.rnn(x)
        y = (
            self.fc(out)  #: after enc
            .transpose(0, 1)
            .contiguous()
            .relu()
            .mean(dim=1)
        )
        return y


# drive: Net()(torch.zeros(5, 2, 3))
