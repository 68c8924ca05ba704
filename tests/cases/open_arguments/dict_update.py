"""update puts something into an open dict."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(3, 4)  #: layer r9

    def forward(self, batch):
        batch.update(h=self.a(batch["x"])[0])
        return torch.relu(batch["h"])  #: after r9


# drive: Net()({"x": torch.zeros(5, 2, 3)})
