"""Everything is named by a yaml-like dictionary."""
import copy

import torch
import torch.nn as nn

CFG = {
    "model": {
        "encoder": {"name": "GRU", "args": {"input_size": 3, "hidden_size": 4, "batch_first": True}},
        "head": [
            {"name": "Linear", "args": {"in_features": 4, "out_features": 4}},
            {"name": "ReLU", "args": {}},
            {"name": "Linear", "args": {"in_features": 4, "out_features": 2}},
        ],
        "aux_head": [
            {"name": "Linear", "args": {"in_features": 4, "out_features": 4}},
            {"name": "ELU", "args": {}},
        ],
    },
    "train": {"lr": 1e-3, "epochs": 1},
}


def make(spec):
    return getattr(nn, spec["name"])(**spec.get("args", {}))  #: layer enc type=torch.nn.GRU


def make_all(specs):
    return nn.Sequential(*[make(s) for s in specs])


class Model(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.encoder = make(cfg["encoder"])
        self.head = make_all(cfg["head"])
        self.aux_head = make_all(cfg["aux_head"])

    def forward(self, x):
        out, h = self.encoder(x)
        main = self.head(out[:, -1])  #: after enc defined=25
        aux = self.aux_head(h[-1])
        return {"main": main, "aux": aux}


def run():
    cfg = copy.deepcopy(CFG)
    model = Model(cfg["model"])
    optimizer = torch.optim.Adam(model.parameters(), lr=cfg["train"]["lr"])
    for _ in range(cfg["train"]["epochs"]):
        out = model(torch.rand(2, 3, 3))
        loss = out["main"].sum() + out["aux"].sum()
        loss.backward()
        optimizer.step()


# drive: run()
