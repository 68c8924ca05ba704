"""The flag is a field of a configuration with a default."""

from dataclasses import dataclass

from torch import nn


@dataclass
class Config:
    width: int = 4
    final_relu: bool = False


class Net(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.rnn = nn.GRU(3, config.width)  #: layer enc
        self.act = nn.ReLU() if config.final_relu else nn.Tanh()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc if "final_relu"


# drive: Net(Config())(torch.zeros(5, 2, 3))
# drive: Net(Config(final_relu=True))(torch.zeros(5, 2, 3))
