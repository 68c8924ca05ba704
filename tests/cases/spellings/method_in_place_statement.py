"""The in-place method as a statement: the tensor itself is what goes on."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.LSTM(3, 4)  #: layer first
        self.second = nn.LSTM(4, 4)  #: layer second

    def forward(self, x):
        out, _ = self.first(x)
        out = out + 1
        out.relu_()  #: after first; before second
        out, _ = self.second(out)
        return out


# drive: Net()(torch.zeros(5, 2, 3))
