import torch
from torch import nn


class Head(nn.Module):
    def forward(self, x):
        return torch.relu(x)
