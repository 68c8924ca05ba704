"""A decorator that works for long on the docstring of a class gives the class back."""

import torch
from torch import nn

ARGUMENTS = {"size": "how many numbers go in", "hidden": "how many come out", "act": "whether a ReLU follows"}


def documented(cls):
    lines = []
    for name in dir(cls):
        for word in str(getattr(cls, name, "")).split():
            for known, text in ARGUMENTS.items():
                if word.startswith(known) or word.endswith(known):
                    lines.append(word + ": " + text)
                elif word == "return":
                    lines.append("gives: " + text)
                while len(lines) > 20:
                    lines.pop()
    for number in range(300):
        for line in list(lines):
            if len(line) > number:
                lines.append(line[:number])
    cls.__doc__ = "\n".join(lines)
    return cls


@documented
class Net(nn.Module):
    def __init__(self, size=3, hidden=4):
        super().__init__()
        self.rnn = nn.GRU(size, hidden)  #: layer enc

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
