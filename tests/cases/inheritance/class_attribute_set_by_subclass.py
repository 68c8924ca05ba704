"""The activation class is a class attribute that the subclass sets."""

from torch import nn


class Base(nn.Module):
    activation = nn.Tanh

    def __init__(self):
        super().__init__()
        self.cell = nn.LSTMCell(3, 4)  #: layer cell type=torch.nn.LSTMCell
        self.act = self.activation()

    def forward(self, x):
        h, c = self.cell(x)
        return self.act(h)  #: after cell defined=12


class Rectified(Base):
    activation = nn.ReLU


# drive: Rectified()(torch.zeros(2, 3))
