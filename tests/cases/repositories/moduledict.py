"""Heads in a ModuleDict, clones by deepcopy."""
import copy

import torch
import torch.nn as nn


def clones(module, n):
    return nn.ModuleList([copy.deepcopy(module) for _ in range(n)])


class MLP(nn.Module):
    def __init__(self, dim, act):
        super().__init__()
        self.fc = nn.Linear(dim, dim)
        self.act = act

    def forward(self, x):
        return self.act(self.fc(x))  #: after enc defined=31; after enc2 defined=31


class MultiTask(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.encoders = nn.ModuleDict({
            "audio": nn.GRU(dim, dim, batch_first=True),  #: layer enc
            "video": nn.GRU(dim, dim, batch_first=True),  #: layer enc2
            "text": nn.Linear(dim, dim),
        })
        self.heads = nn.ModuleDict()
        self.heads["emotion"] = MLP(dim, nn.ReLU())
        self.heads["topic"] = MLP(dim, nn.ReLU())
        self.heads.update({"age": MLP(dim, nn.SiLU())})
        self.mix = clones(nn.Linear(dim, dim), 2)

    def encode(self, batch):
        feats = {}
        for name in ("audio", "video"):
            out, _ = self.encoders[name](batch[name])
            feats[name] = out.mean(dim=1)
        feats["text"] = self.encoders["text"](batch["text"])
        return feats

    def forward(self, batch):
        f = self.encode(batch)
        both = torch.cat([f["audio"], f["video"]], dim=0)
        for m in self.mix:
            both = m(both)
        return {
            "emotion": self.heads["emotion"](both),
            "topic": self.heads["topic"](f["text"]),
            "age": self.heads["age"](both),
        }


# drive: MultiTask()({"audio": torch.rand(2, 3, 4), "video": torch.rand(2, 3, 4), "text": torch.rand(2, 4)})
