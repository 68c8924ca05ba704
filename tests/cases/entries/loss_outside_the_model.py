"""The training function applies ReLU to what the model returns: a fact of the function."""

import torch
from torch import nn


class Scorer(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.fc = nn.Linear(4, 1)

    def forward(self, x):
        return self.fc(self.rnn(x)[1][-1])


def hinge(model, good, bad):
    return torch.relu(1 - model(good) + model(bad)).mean()  #: after enc


def train(good, bad):
    model = Scorer()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    optimizer.zero_grad()
    loss = hinge(model, good, bad)
    loss.backward()
    optimizer.step()


# drive: train(torch.zeros(5, 2, 3), torch.ones(5, 2, 3))
