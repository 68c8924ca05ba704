import torch
import torch.nn as nn

from models import build_model

CONFIG = dict(
    encoder=dict(type="Encoder", dim=4),
    head=dict(type="relu_head", dim=4),
    aux=dict(type="PlainHead", dim=4),
)


class System(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = build_model(CONFIG["encoder"])
        self.head = build_model(CONFIG["head"])
        self.aux = build_model(CONFIG["aux"])

    def forward(self, x):
        h = self.encoder(x)
        return self.head(h), self.aux(h)


def main():
    system = System()
    return system(torch.rand(2, 3, 4))


# drive: main()
