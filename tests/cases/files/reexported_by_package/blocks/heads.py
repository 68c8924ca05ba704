from torch import nn


class TanhHead(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(size, size), nn.Tanh())

    def forward(self, x):
        return self.body(x)


class ReluHead(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(size, size), nn.ReLU())

    def forward(self, x):
        return self.body(x)  #: after enc defined=16
