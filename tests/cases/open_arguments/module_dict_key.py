"""Multi-task heads in a ModuleDict looked up with an open key; only one of the heads has a ReLU."""

import torch
import torch.nn as nn


class MultiTask(nn.Module):
    def __init__(self, dim=3):
        super().__init__()
        self.encoders = nn.ModuleDict(
            {
                "text": nn.LSTM(dim, dim),  #: layer text
                "audio": nn.GRU(dim, dim),  #: layer audio
            }
        )
        self.heads = nn.ModuleDict({"tag": nn.Linear(dim, 2), "rank": nn.Sequential(nn.Linear(dim, 1), nn.ReLU())})
        self.heads["parse"] = nn.Sequential(nn.Linear(dim, 4), nn.Softsign())
        self.pre = nn.ModuleDict([["text", nn.Identity()], ["audio", nn.ReLU()]])

    def forward(self, x, modality, task="tag"):
        x = self.pre[modality](x)  #: before audio if "modality"
        out, _ = self.encoders[modality](x)
        if task not in self.heads:
            raise KeyError(task)
        return self.heads[task](out)  #: after text if "task"; after audio if "task"


class FixedKeys(nn.Module):
    def __init__(self, dim=3):
        super().__init__()
        self.nets = nn.ModuleDict()
        for name in ("rnn", "relu"):
            self.nets[name] = nn.GRU(dim, dim) if name == "rnn" else nn.ReLU()  #: layer fixed on_output=no
        self.nets.update({"tanh": nn.Tanh()})

    def forward(self, x):
        keys = list(self.nets.keys())
        return self.nets[keys[2]](self.nets["rnn"](x)[0]), keys


# drive: (MultiTask()(torch.rand(2, 2, 3), "text"), MultiTask()(torch.rand(2, 2, 3), "text", "rank"), FixedKeys()(torch.rand(2, 2, 3)))
# drive: (MultiTask()(torch.rand(2, 2, 3), "audio", "rank"), FixedKeys()(torch.rand(2, 2, 3)))
# drive: (MultiTask()(torch.rand(2, 2, 3), "audio", "parse"), FixedKeys()(torch.rand(2, 2, 3)))
