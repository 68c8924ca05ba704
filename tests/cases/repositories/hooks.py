"""Forward hooks that capture features; checkpointing."""
import torch
import torch.nn as nn
from torch.utils.checkpoint import checkpoint


class Probe(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.fc = nn.Linear(dim, 2)

    def forward(self, x):
        return torch.relu(self.fc(x.detach()))  #: after rnn


class Backbone(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.embed = nn.Sequential(nn.Linear(3, dim), nn.ReLU())
        self.rnn = nn.GRU(dim, dim, batch_first=True)  #: layer rnn
        self.mid = nn.Linear(dim, dim)
        self.head = nn.Linear(dim, 1)

    def _tail(self, x):
        return self.head(torch.tanh(self.mid(x)))

    def forward(self, x):
        x = self.embed(x)  #: before rnn
        x, _ = self.rnn(x)
        return checkpoint(self._tail, x, use_reentrant=False)


class WithProbe(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = Backbone()
        self.probe = Probe(4)
        self.features = {}
        self.backbone.mid.register_forward_hook(self._capture)

    def _capture(self, module, inputs, output):
        self.features["mid"] = output

    def forward(self, x):
        y = self.backbone(x)
        return y, self.probe(self.features["mid"])


# drive: WithProbe()(torch.rand(2, 3, 3))
