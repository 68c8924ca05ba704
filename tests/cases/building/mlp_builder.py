"""The common MLP builder, with the activation as class and the output activation as an option."""

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
        self.core = nn.LSTM(3, 4)  #: layer core
        self.q = mlp([4, 8, 1], nn.ReLU)

    def forward(self, x):
        out, _ = self.core(x)
        return self.q(out)  #: after core defined=10


# drive: Critic()(torch.zeros(5, 2, 3))
