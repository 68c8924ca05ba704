"""A stack of transformer layers: its ReLU is the one of the layer that was cloned."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        layer = nn.TransformerEncoderLayer(4, 2, 8)
        self.mixer = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.rnn = nn.LSTM(4, 4)  #: layer rnn on_output=no

    def forward(self, x):
        out, _ = self.rnn(self.mixer(x))  #: before rnn defined=9
        return out


# drive: Net()(torch.zeros(5, 2, 4))
