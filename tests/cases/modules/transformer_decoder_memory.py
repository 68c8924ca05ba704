"""The recurrent output is the memory of a transformer decoder layer."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.decoder = nn.TransformerDecoderLayer(d_model=4, nhead=2, dim_feedforward=8, activation="relu")

    def forward(self, x, target):
        memory, _ = self.rnn(x)
        return self.decoder(target, memory)  #: after enc defined=10


# drive: Net()(torch.zeros(5, 2, 3), torch.zeros(4, 2, 4))
