import torch


def positive(x):
    return torch.relu(x)  #: after enc
