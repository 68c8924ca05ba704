"""Layers of cells in a time loop, states in lists, ReLU on the last layer's outputs only."""

import torch
from torch import nn


class DeepLSTM(nn.Module):
    def __init__(self, size, layers=2):
        super().__init__()
        self.cells = nn.ModuleList([nn.LSTMCell(size, size) for _ in range(layers)])  #: layer cells
        self.fc = nn.Linear(size, 1)

    def forward(self, x):
        states = [(x[0] * 0, x[0] * 0) for _ in self.cells]
        outputs = []
        for value in x:
            for i, cell in enumerate(self.cells):
                states[i] = cell(value, states[i])
                value = states[i][0]
            outputs.append(value)
        return torch.relu(self.fc(torch.stack(outputs)))  #: after cells


# drive: DeepLSTM(4)(torch.zeros(5, 2, 4))
