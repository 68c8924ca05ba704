"""DNC-like: usage and link matrices as a NamedTuple state, controller an LSTMCell in a nested ModuleDict; ReLU on interface gates by slot."""

from typing import NamedTuple

import torch
from torch import Tensor, nn


class State(NamedTuple):
    memory: Tensor
    usage: Tensor
    reads: Tensor
    ctrl: tuple[Tensor, Tensor]


class DNC(nn.Module):
    def __init__(self, inp=2, cells=3, width=3, hidden=4):
        super().__init__()
        self.cells, self.width, self.hidden = cells, width, hidden
        self.nets = nn.ModuleDict(
            {
                "ctrl": nn.ModuleDict({"cell": nn.LSTMCell(inp + width, hidden)}),  #: layer cell
                "interface": nn.Linear(hidden, 3 * width + 2),
                "out": nn.Linear(hidden + width, inp),
            }
        )

    def start(self, batch):
        z = torch.zeros
        return State(
            z(batch, self.cells, self.width),
            z(batch, self.cells),
            z(batch, self.width),
            (z(batch, self.hidden), z(batch, self.hidden)),
        )

    def allocation(self, usage):
        ordered, index = torch.sort(usage, dim=1)
        prod = torch.cumprod(torch.cat([torch.ones(usage.size(0), 1), ordered[:, :-1]], 1), 1)
        return torch.zeros_like(usage).scatter(1, index, (1 - ordered) * prod)

    def step(self, x, state):
        h, c = self.nets["ctrl"]["cell"](torch.cat([x, state.reads], 1), state.ctrl)
        iface = self.nets["interface"](h)
        key, write, erase, gates = iface.split([self.width, self.width, self.width, 2], dim=1)
        strength, alloc_gate = gates.unbind(1)
        strength = 1 + torch.relu(strength)  #: after cell; before cell if
        alloc = self.allocation(state.usage) * torch.sigmoid(alloc_gate).unsqueeze(1)
        memory = state.memory * (1 - alloc.unsqueeze(2) * torch.sigmoid(erase).unsqueeze(1))
        memory = torch.baddbmm(memory, alloc.unsqueeze(2), write.unsqueeze(1))
        weights = torch.softmax(strength.unsqueeze(1) * torch.bmm(memory, key.unsqueeze(2)).squeeze(2), 1)
        reads = torch.einsum("bn,bnw->bw", weights, memory)
        usage = (state.usage + alloc).clamp(0, 1)
        new = state._replace(memory=memory, usage=usage, reads=reads, ctrl=(h, c))
        return self.nets["out"](torch.cat([h, reads], 1)), new

    def forward(self, xs):
        state, ys = self.start(xs.size(1)), []
        for x in xs.unbind(0):
            y, state = self.step(x, state)
            ys.append(y)
        return torch.stack(ys), state


# drive: DNC()(torch.rand(1, 2, 2))
# drive: DNC()(torch.rand(3, 2, 2))
