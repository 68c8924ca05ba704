"""Two ModuleLists walked together: cells and their activations."""

from torch import nn


class Deep(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnns = nn.ModuleList([nn.GRU(3, 3), nn.GRU(3, 3)])  #: layer stack
        self.acts = nn.ModuleList([nn.ReLU(), nn.Identity()])

    def forward(self, x):
        for rnn, act in zip(self.rnns, self.acts):
            x, _ = rnn(x)
            x = act(x)  #: after stack; before stack
        return x


# drive: Deep()(torch.zeros(5, 2, 3))
