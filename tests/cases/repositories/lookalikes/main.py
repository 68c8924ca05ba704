import torch
import torch.nn as nn

from lib import functional as F
from lib.layers import LSTM, GRUWithAct, act, relu
from lib.layers import GRU as TorchGRU


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = LSTM(3, 4)
        self.b = GRUWithAct(4, 4)
        self.c = TorchGRU(4, 4, batch_first=True)  #: layer other
        self.act = act(0.2)
        self.relu = relu()

    def forward(self, x):
        x = F.lstm(x)
        x, _ = self.a(x)
        x, _ = self.b(x)
        x = self.relu(self.act(x))  #: after gru; before other
        x, h = self.c(x)
        return F.relu(x), h


# drive: Model()(torch.rand(2, 3, 3))
