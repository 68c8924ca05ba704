"""FeUdal-like: manager LSTM and worker LSTM; goals detached (still flow), dilated states in a ring; cosine reward."""

import torch
import torch.nn.functional as F
from torch import nn


class DilatedLSTM(nn.Module):
    def __init__(self, size, hidden, radius=2):
        super().__init__()
        self.cell = nn.LSTMCell(size, hidden)  #: layer manager
        self.radius = radius
        self.index = 0
        self.states = None

    def reset(self, batch, hidden):
        self.states = [(torch.zeros(batch, hidden), torch.zeros(batch, hidden)) for _ in range(self.radius)]
        self.index = 0

    def forward(self, x):
        slot = self.index % self.radius
        self.states[slot] = self.cell(x, self.states[slot])
        self.index += 1
        return sum(h for h, _ in self.states) / self.radius


class FuN(nn.Module):
    def __init__(self, obs=3, dim=4, actions=2):
        super().__init__()
        self.dim = dim
        self.percept = nn.Sequential(nn.Linear(obs, dim), nn.ReLU())
        self.space = nn.Sequential(nn.Linear(dim, dim), nn.ReLU())
        self.manager = DilatedLSTM(dim, dim)
        self.worker = nn.LSTMCell(dim, actions * dim)  #: layer worker
        self.phi = nn.Linear(dim, dim, bias=False)

    def forward(self, observations):
        batch = observations.size(1)
        self.manager.reset(batch, self.dim)
        hw = cw = observations.new_zeros(batch, self.worker.hidden_size)
        goals, logits = [], []
        for obs in observations:
            z = self.percept(obs)  #: before manager; before worker
            s = self.space(z)  #: before manager
            g = F.normalize(self.manager(s), dim=-1)
            goals.append(g.detach())
            hw, cw = self.worker(z, (hw, cw))
            w = self.phi(sum(goals))
            u = hw.view(batch, -1, self.dim)
            logits.append(torch.einsum("bad,bd->ba", u, w))
        intrinsic = F.cosine_similarity(goals[-1], goals[0]).relu()  #: after manager
        return torch.stack(logits).softmax(-1), intrinsic


# drive: FuN()(torch.rand(3, 2, 3))
