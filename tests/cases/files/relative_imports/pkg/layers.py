import torch
from torch import nn


class Rectify(nn.Module):
    def forward(self, x):
        return torch.relu(x)  #: after enc
