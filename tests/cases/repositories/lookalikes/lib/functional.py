import torch


def relu(x):
    """Not what it is called."""
    return torch.where(x > 0, x, 0.01 * x)


def lstm(x):
    return torch.relu(x)  #: before gru; before other
