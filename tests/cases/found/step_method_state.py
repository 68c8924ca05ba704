import torch
from torch import nn


class Memory(nn.Module):
    def reset(self):
        self.memory = torch.zeros(2, 4)

    def read(self):
        return self.memory * 2

    def write(self, a):
        self.memory = self.memory + a


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.memory = Memory()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def reset(self):
        self.memory.reset()
        self.prev = torch.zeros(2, 4)

    def step(self, x):
        h = self.cell(x + self.prev)
        self.memory.write(torch.relu(h))  #: after cell; before cell if
        self.prev = self.memory.read()
        return self.prev

    def forward(self, xs):
        self.reset()
        return torch.stack([self.step(x) for x in xs])


# drive: Net()(torch.rand(3, 2, 4))
# drive: Net()(torch.rand(1, 2, 4))
