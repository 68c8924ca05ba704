"""The function imported from its module and renamed; the layer class imported by its bare name."""

from torch.nn import LSTM, Linear, Module
from torch.nn.functional import relu as rectify


class Tagger(Module):
    def __init__(self):
        super(Tagger, self).__init__()
        self.lstm = LSTM(3, 4, bidirectional=True)  #: layer enc type=torch.nn.LSTM
        self.proj = Linear(8, 2)

    def forward(self, x):
        out, (h_n, c_n) = self.lstm(x)
        return self.proj(rectify(out))  #: after enc


# drive: Tagger()(torch.zeros(5, 2, 3))
