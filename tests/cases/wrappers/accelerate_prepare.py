"""What a library prepares for a device is what it was given."""

import torch
from accelerate import Accelerator
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def forward(self, x):
        return self.rnn(x)[0]


def train(batches):
    accelerator = Accelerator()
    model = Net()
    model, optimizer = accelerator.prepare(model, torch.optim.Adam(model.parameters()))
    model = accelerator.prepare(model)
    for x in batches:
        loss = torch.relu(model(x)).mean()  #: after rnn
        accelerator.backward(loss)
        torch.relu(accelerator.gather(x))
        optimizer.step()
