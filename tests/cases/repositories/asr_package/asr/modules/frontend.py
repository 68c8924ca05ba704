"""VGG-like front end."""

import torch.nn.functional as F
from torch import nn


class Frontend(nn.Module):
    def __init__(self, idim, odim):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 2, 3, padding=1)
        self.proj = nn.Linear(2 * (idim // 2), odim)

    def forward(self, x, ilens):
        x = F.relu(self.conv1(x.unsqueeze(1)))  #: before bl
        x = F.max_pool2d(x, (1, 2), ceil_mode=False)
        b, c, t, f = x.shape
        x = x.transpose(1, 2).contiguous().view(b, t, c * f)
        return self.proj(x), ilens
