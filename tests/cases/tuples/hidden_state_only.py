"""Only h_n goes through ReLU, the output sequence goes elsewhere: the layer has a ReLU on its output all the same."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 4)  #: layer enc

    def forward(self, x):
        out, (h_n, c_n) = self.lstm(x)
        return out, torch.relu(h_n[-1]), c_n  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
