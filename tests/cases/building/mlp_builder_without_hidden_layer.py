"""Trap: with two sizes the builder makes no hidden layer, and so no ReLU."""

from torch import nn


def mlp(sizes, activation, output_activation=nn.Identity):
    layers = []
    for j in range(len(sizes) - 1):
        act = activation if j < len(sizes) - 2 else output_activation
        layers += [nn.Linear(sizes[j], sizes[j + 1]), act()]
    return nn.Sequential(*layers)


class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.core = nn.LSTM(3, 4)  #: layer core on_output=no
        self.q = mlp([4, 1], nn.ReLU)

    def forward(self, x):
        return self.q(self.core(x)[0])


# drive: Critic()(torch.zeros(5, 2, 3))
