"""inplace=True with the result dropped still changes the tensor."""

import torch.nn.functional as F
from torch import nn


class Frontend(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(3, 6, 3, padding=1)
        self.rnn = nn.GRU(6, 4, batch_first=True)  #: layer rnn

    def forward(self, x):
        x = self.conv(x.transpose(1, 2))
        F.relu(x, inplace=True)  #: before rnn
        out, _ = self.rnn(x.transpose(1, 2))
        return out


# drive: Frontend()(torch.zeros(2, 5, 3))
