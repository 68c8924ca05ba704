"""NTM: an LSTM controller, memory kept in an object, heads built by a base class and a mixin; ReLU on the shift key."""

import torch
from torch import nn
import torch.nn.functional as F


class Memory:
    def __init__(self, slots, width):
        self.slots, self.width = slots, width

    def reset(self, batch):
        self.content = torch.full((batch, self.slots, self.width), 1e-2)

    def read(self, w):
        return torch.matmul(w.unsqueeze(1), self.content).squeeze(1)

    def write(self, w, erase, add):
        e = torch.matmul(w.unsqueeze(-1), erase.unsqueeze(1))
        a = torch.matmul(w.unsqueeze(-1), add.unsqueeze(1))
        self.content = self.content * (1 - e) + a

    def address(self, k, beta):
        sim = F.cosine_similarity(self.content, k.unsqueeze(1), dim=-1)
        return F.softmax(beta * sim, dim=1)


class HeadBase(nn.Module):
    def __init__(self, memory, controller_size):
        super().__init__()
        self.memory = memory
        self.fc = nn.Linear(controller_size, sum(self.lengths()))

    def lengths(self):
        return [self.memory.width, 1]

    def split(self, embedding):
        return torch.split(self.fc(embedding), self.lengths(), dim=1)


class ReadHead(HeadBase):
    def forward(self, embedding):
        k, beta = self.split(embedding)
        return self.memory.read(self.memory.address(k, F.softplus(beta)))


class WriteHead(HeadBase):
    def lengths(self):
        return [*super().lengths(), self.memory.width, self.memory.width]

    def forward(self, embedding):
        k, beta, e, a = self.split(embedding)
        a = F.relu(a)  #: after ctrl; before ctrl if
        self.memory.write(self.memory.address(k, F.softplus(beta)), torch.sigmoid(e), a)


class NTM(nn.Module):
    def __init__(self, inputs=2, outputs=2, size=4):
        super().__init__()
        self.memory = Memory(3, 3)
        self.size = size
        self.lstm = nn.LSTM(inputs + 3, size)  #: layer ctrl
        self.heads = nn.ModuleList([WriteHead(self.memory, size), ReadHead(self.memory, size)])
        self.fc = nn.Linear(size + 3, outputs)

    def step(self, x, prev_read, state):
        out, state = self.lstm(torch.cat([x, prev_read], dim=1).unsqueeze(0), state)
        out = out.squeeze(0)
        read = prev_read
        for head in self.heads:
            result = head(out)
            if isinstance(head, ReadHead):
                read = result
        return torch.sigmoid(self.fc(torch.cat([out, read], 1))), read, state

    def forward(self, xs):
        self.memory.reset(xs.size(1))
        read = torch.zeros(xs.size(1), 3)
        state, ys = None, []
        for x in xs:
            y, read, state = self.step(x, read, state)
            ys.append(y)
        return torch.stack(ys)


# drive: NTM()(torch.rand(1, 2, 2))
# drive: NTM()(torch.rand(3, 2, 2))
