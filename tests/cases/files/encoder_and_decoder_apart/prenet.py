import torch.nn.functional as F
from torch import nn


class Prenet(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.fc = nn.Linear(n_in, n_out)

    def forward(self, x):
        return F.dropout(F.relu(self.fc(x)), 0.5)  #: before dec
