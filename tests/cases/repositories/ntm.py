"""Neural Turing machine-like memory with the state kept on self."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Memory(nn.Module):
    def __init__(self, n=5, m=4):
        super().__init__()
        self.n, self.m = n, m
        self.register_buffer("mem_bias", torch.full((n, m), 0.1))

    def reset(self, b):
        self.memory = self.mem_bias.clone().repeat(b, 1, 1)

    def read(self, w):
        return torch.matmul(w.unsqueeze(1), self.memory).squeeze(1)

    def write(self, w, e, a):
        erase = torch.matmul(w.unsqueeze(-1), e.unsqueeze(1))
        add = torch.matmul(w.unsqueeze(-1), a.unsqueeze(1))
        self.memory = self.memory * (1 - erase) + add

    def address(self, k, beta):
        return F.softmax(beta * F.cosine_similarity(self.memory + 1e-16, k.unsqueeze(1) + 1e-16, dim=-1), dim=1)


class Head(nn.Module):
    def __init__(self, memory, ctrl):
        super().__init__()
        self.memory = memory
        self.fc = nn.Linear(ctrl, memory.m + 1 + 2 * memory.m)

    def forward(self, h):
        k, beta, e, a = torch.split(self.fc(h), [self.memory.m, 1, self.memory.m, self.memory.m], dim=1)
        w = self.memory.address(torch.tanh(k), F.softplus(beta))
        self.memory.write(w, torch.sigmoid(e), F.relu(a))  #: after ctrl; before ctrl if
        return self.memory.read(w)


class NTM(nn.Module):
    def __init__(self, n_in=3, ctrl=4):
        super().__init__()
        self.memory = Memory()
        self.controller = nn.LSTMCell(n_in + 4, ctrl)  #: layer ctrl
        self.head = Head(self.memory, ctrl)
        self.out = nn.Linear(ctrl + 4, 2)
        self.ctrl = ctrl

    def reset(self, b):
        self.memory.reset(b)
        self.prev_read = torch.zeros(b, 4)
        self.state = (torch.zeros(b, self.ctrl), torch.zeros(b, self.ctrl))

    def step(self, x):
        self.state = self.controller(torch.cat([x, self.prev_read], 1), self.state)
        self.prev_read = self.head(self.state[0])
        return torch.sigmoid(self.out(torch.cat([self.state[0], self.prev_read], 1)))

    def forward(self, xs):
        self.reset(xs.size(1))
        return torch.stack([self.step(x) for x in xs])


# drive: NTM()(torch.rand(3, 2, 3))
# drive: NTM()(torch.rand(1, 2, 3))
