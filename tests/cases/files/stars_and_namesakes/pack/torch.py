import torch


def relu(x):
    return torch.tanh(x)


def tanh(x):
    return torch.relu(x)  #: after rnn
