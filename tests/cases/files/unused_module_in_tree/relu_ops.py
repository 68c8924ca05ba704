import torch


def finish(x):
    return torch.relu(x)
