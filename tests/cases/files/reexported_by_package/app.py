"""Names re-exported by a package's __init__, one of them renamed."""

from blocks import Encoder, Head
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder(3, 4)
        self.head = Head(4)

    def forward(self, x):
        return self.head(self.encoder(x))


# drive: Net()(torch.zeros(5, 2, 3))
