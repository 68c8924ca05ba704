"""A ModuleDict made by comprehension, walked by items."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.heads = nn.ModuleDict({name: nn.Sequential(nn.Linear(4, 2), nn.ReLU()) for name in ("a", "b")})

    def forward(self, x):
        out, _ = self.rnn(x)
        return {name: head(out) for name, head in self.heads.items()}  #: after enc defined=10


# drive: Net()(torch.zeros(5, 2, 3))
