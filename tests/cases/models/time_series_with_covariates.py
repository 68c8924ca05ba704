"""Static covariates through ReLU join the recurrent output behind the layer: never before it."""

import torch
from torch import nn


class Forecaster(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 4, batch_first=True)  #: layer lstm on_output=no
        self.static = nn.Sequential(nn.Linear(2, 4), nn.ReLU())
        self.out = nn.Linear(8, 1)

    def forward(self, x, covariates):
        out, _ = self.lstm(x)
        static = self.static(covariates)
        static = static.unsqueeze(1).expand(-1, out.size(1), -1)
        return self.out(torch.cat([out, static], dim=-1))


# drive: Forecaster()(torch.zeros(2, 5, 3), torch.zeros(2, 2))
