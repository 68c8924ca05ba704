"""The subclass hands its own open argument to the base under another name."""

from torch import nn


class Base(nn.Module):
    def __init__(self, final_activation):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.final = nn.ReLU() if final_activation == "relu" else nn.Identity()

    def forward(self, x):
        return self.final(self.rnn(x)[0])  #: after enc if "activation" defined=10


class Net(Base):
    def __init__(self, activation="none"):
        super().__init__(final_activation=activation)


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("relu")(torch.zeros(5, 2, 3))
