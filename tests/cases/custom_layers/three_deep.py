"""ReLU three modules down, on both sides of the recurrent layer."""

import torch.nn.functional as F
from torch import nn


class Act(nn.Module):
    def forward(self, x):
        return F.relu(x)  #: before enc; after enc


class Dense(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.fc, self.act = nn.Linear(n_in, n_out), Act()

    def forward(self, x):
        return self.act(self.fc(x))


class Prenet(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.dense = Dense(n_in, n_out)

    def forward(self, x):
        return F.dropout(self.dense(x), 0.5, self.training)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.prenet = Prenet(3, 4)
        self.rnn = nn.GRU(4, 4)  #: layer enc
        self.post = Dense(4, 2)

    def forward(self, x):
        out, _ = self.rnn(self.prenet(x))
        return self.post(out)


# drive: Net()(torch.zeros(5, 2, 3))
