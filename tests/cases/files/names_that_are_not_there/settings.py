import torch

bend = torch.tanh
fold = torch.sigmoid


def choose(name):
    return {"fold": fold, "bend": torch.relu}[name]
