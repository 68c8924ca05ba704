"""Mean teacher: the teacher is a deep copy of the student; losses in a function."""
import copy

import torch
import torch.nn as nn
import torch.nn.functional as F


class Student(nn.Module):
    def __init__(self, d=3, h=4):
        super().__init__()
        self.rnn = nn.GRU(d, h, batch_first=True)  #: layer rnn
        self.proj = nn.Sequential(nn.Linear(h, h), nn.BatchNorm1d(h), nn.ReLU(), nn.Linear(h, 2))
        self.cls = nn.Linear(h, 2)

    def forward(self, x, project=False):
        _, h = self.rnn(x)
        h = h.squeeze(0)
        if project:
            return self.proj(h)  #: after rnn if "project"
        return self.cls(h)


class EMA:
    def __init__(self, model, decay=0.99):
        self.model = copy.deepcopy(model)
        self.decay = decay
        for p in self.model.parameters():
            p.requires_grad_(False)

    @torch.no_grad()
    def update(self, model):
        for a, b in zip(self.model.parameters(), model.parameters()):
            a.mul_(self.decay).add_(b.data, alpha=1 - self.decay)


def consistency(p, q):
    return F.mse_loss(p.softmax(-1), q.softmax(-1))


def margin(p, q):
    return F.relu(p - q.detach() + 0.1).mean()  #: after rnn


def train(steps):
    student = Student()
    ema = EMA(student)
    opt = torch.optim.SGD(student.parameters(), lr=0.1)
    for step in range(steps):
        x = torch.rand(2, 3, 3)
        logits = student(x)
        with torch.no_grad():
            target = ema.model(x + 0.1 * torch.randn_like(x))
        ramp = F.relu(torch.tensor(step / steps))
        loss = ramp * consistency(logits, target) + margin(logits, target)
        opt.zero_grad()
        loss.backward()
        opt.step()
        ema.update(student)


# drive: train(2)
# drive: train(2), Student()(torch.rand(2, 3, 3), project=True)
