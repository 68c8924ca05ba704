"""Multi-task: shared encoder, per-task heads by ModuleDict and dict-of-lambdas, deepcopies, an Optional argument and *args forwarding."""

import copy
from types import MappingProxyType

import torch
from torch import nn

TASKS = MappingProxyType({"tag": 3, "intent": 2, "score": 1})


def squeeze_excite(dim):
    return nn.Sequential(nn.Linear(dim, dim // 2), nn.ReLU(True), nn.Linear(dim // 2, dim), nn.Sigmoid())


class MultiTask(nn.Module):
    def __init__(self, dim=4, prior=None):
        super().__init__()
        self.encoder = nn.GRU(dim, dim, batch_first=True)  #: layer enc
        self.twin = copy.deepcopy(self.encoder)
        self.se = squeeze_excite(dim)
        proto = nn.Sequential(nn.Linear(dim, dim), nn.ReLU())
        self.heads = nn.ModuleDict()
        for task, n in TASKS.items():
            self.heads[task] = nn.Sequential(copy.deepcopy(proto) if task != "score" else nn.Identity(), nn.Linear(dim, n))
        self.pool = {
            "tag": lambda seq, last: seq,
            "intent": lambda seq, last: last,
            "score": lambda seq, last: seq.amax(1),
        }
        self.memory = nn.LSTM(dim, dim, batch_first=True) if prior else None  #: layer memory on_output=sometimes

    def run(self, task, seq, last):
        return self.heads[task](self.pool[task](seq, last))  #: after enc if "score" defined=22; after memory if "prior" defined=22

    def forward(self, x, *tasks, **flags):
        x = x * self.se(x.mean(1, keepdim=True))  #: before enc defined=13; before memory if "prior"
        seq, last = self.encoder(x)
        other, _ = self.twin(x.flip(1))
        seq = seq + other.flip(1)
        if self.memory is not None:
            seq, (last, _) = self.memory(seq)
        return {task: self.run(task, seq, last[-1]) for task in tasks or TASKS}


# drive: MultiTask()(torch.rand(2, 3, 4))
# drive: MultiTask(prior=True)(torch.rand(2, 3, 4), "tag", "intent")
# drive: MultiTask()(torch.rand(2, 3, 4), "score")
