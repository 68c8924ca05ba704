"""The critic with ReLU is only ever given real data; the fakes go to another critic."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class SeqGen(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 3)  #: layer gen
        self.proj = nn.Linear(3, 3)

    def forward(self, z, steps):
        h, x, ys = z, torch.zeros_like(z), []
        for _ in range(steps):
            h = self.cell(x, h)
            x = torch.tanh(self.proj(h))
            ys.append(x)
        return torch.stack(ys, 1)


class Critic(nn.Module):
    def __init__(self, act=F.leaky_relu):
        super().__init__()
        self.act = act
        self.a = nn.Linear(3, 4)
        self.b = nn.Linear(4, 1)

    def forward(self, x):
        return self.b(self.act(self.a(x))).mean()


class Trainer:
    def __init__(self, steps=2):
        self.gen = SeqGen()
        self.real_critic = Critic(F.relu)
        self.fake_critic = Critic()
        self.steps = steps

    def d_step(self, real):
        z = torch.randn(real.size(0), 3)
        fake = self.gen(z, self.steps).detach()
        return self.fake_critic(fake) - self.real_critic(real)

    def g_step(self, n):
        return -self.fake_critic(self.gen(torch.randn(n, 3), self.steps))

    def fit(self, loader):
        for real in loader:
            self.d_step(real).backward()
            self.g_step(real.size(0)).backward()


def main():
    Trainer().fit([torch.rand(2, 2, 3)])


# drive: main()
