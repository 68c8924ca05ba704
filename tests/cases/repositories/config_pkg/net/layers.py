import torch.nn as nn


def get_activation(name):
    if name == "relu":
        return nn.ReLU()
    elif name == "tanh":
        return nn.Tanh()
    elif name == "none":
        return nn.Identity()
    raise ValueError(name)


def get_cell(name):
    return {"gru": nn.GRU, "lstm": nn.LSTM}[name]


def mlp(dims, activation):
    layers = []
    for i, (a, b) in enumerate(zip(dims[:-1], dims[1:])):
        layers.append(nn.Linear(a, b))
        if i < len(dims) - 2:
            layers.append(get_activation(activation))
    return nn.Sequential(*layers)
