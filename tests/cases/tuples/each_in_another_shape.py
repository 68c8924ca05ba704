"""What is brought to one shape stays apart: each part carries the argument that it is made of, and no other."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=no
        self.met = nn.GRU(4, 4)  #: layer met
        self.last = nn.GRU(4, 4)  #: layer last on_output=no

    def forward(self, x):
        out, met = self.rnn(x)[0], self.met(x)[0]
        a, b = torch.broadcast_tensors(out, x)
        c, d = torch.atleast_2d(out, x)
        e, f = torch.meshgrid(out[0, 0], x[0, 0], indexing="ij")
        g = torch.meshgrid([out[0, 0], x[0, 0]], indexing="ij")
        parts = torch.broadcast_tensors(*[torch.relu(met), x])  #: after met
        single = torch.relu(torch.atleast_3d(met))  #: after met; before last
        rectified = torch.relu(b), torch.relu(d), torch.relu(f), torch.relu(g[1])
        return self.last(parts[1])[0] + self.last(single)[0], rectified, a, c, e


# drive: Net()(torch.rand(3, 2, 4, requires_grad=True))
