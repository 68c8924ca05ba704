"""The hidden state is detached and carried to the next batch, through ReLU."""

import torch
from torch import nn

rnn = nn.RNN(3, 4)  #: layer enc


def train(batches):
    hidden = torch.zeros(1, 2, 4)
    for batch in batches:
        out, hidden = rnn(batch, hidden)
        hidden = torch.relu(hidden).detach()  #: after enc; before enc if
    print(hidden.sum().item())


if __name__ == "__main__":
    train(torch.zeros(3, 5, 2, 3))

# drive: train(torch.zeros(3, 5, 2, 3))
# drive: train(torch.zeros(1, 5, 2, 3))
