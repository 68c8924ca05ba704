"""An open dict that an annotation tells of."""

import torch
import torch.nn as nn


from typing import Dict


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.b = nn.GRU(3, 4)  #: layer r12

    def forward(self, batch: Dict[str, torch.Tensor]):
        batch["h"] = self.b(batch["x"])[0]
        return torch.relu(batch["mask"]), batch


# drive: Net()({"x": torch.zeros(5, 2, 3), "mask": torch.zeros(5)})
