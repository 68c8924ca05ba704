"""What one import brings in is filled below it: the class and the table, after another name of that import was used."""

from parts import LAYERS, Holder, nn, torch

Holder.act = torch.relu
LAYERS["relu"] = torch.relu


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        Holder().bend(out)
        return LAYERS["relu"](out)  #: after rnn


# drive: Net()(torch.zeros(5, 2, 3))
