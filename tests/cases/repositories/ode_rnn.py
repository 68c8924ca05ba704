"""ODE-RNN: Euler steps of a derivative net between GRUCell updates; activation by name from a table on the class."""

import torch
from torch import nn


class ODEFunc(nn.Module):
    ACTS = {"relu": nn.ReLU(), "tanh": nn.Tanh(), "softplus": nn.Softplus()}

    def __init__(self, dim, nonlinearity):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(dim, dim), self.ACTS[nonlinearity], nn.Linear(dim, dim))
        self.nfe = 0

    def forward(self, t, y):
        self.nfe += 1
        return self.net(y)  #: after cell if "nonlinearity"; before cell if "nonlinearity"


def odeint(func, y0, t, method="euler"):
    solution = [y0]
    for t0, t1 in zip(t[:-1], t[1:]):
        dt, y = t1 - t0, solution[-1]
        if method == "euler":
            y = y + dt * func(t0, y)
        elif method == "midpoint":
            half = y + func(t0, y) * dt / 2
            y = y + dt * func(t0 + dt / 2, half)
        solution.append(y)
    return torch.stack(solution)


class ODERNN(nn.Module):
    def __init__(self, inputs=2, dim=4, nonlinearity="relu"):
        super().__init__()
        self.dim = dim
        self.func = ODEFunc(dim, nonlinearity)
        self.cell = nn.GRUCell(inputs, dim)  #: layer cell
        self.readout = nn.Linear(dim, 1)

    def forward(self, x, times):
        h = x.new_zeros(x.size(0), self.dim)
        ys = []
        for i in range(x.size(1)):
            h = odeint(self.func, h, times)[-1]
            h = self.cell(x[:, i], h)
            ys.append(self.readout(h))
        return torch.stack(ys, 1)


# drive: ODERNN()(torch.rand(2, 1, 2), torch.linspace(0, 1, 3))
# drive: ODERNN()(torch.rand(2, 3, 2), torch.linspace(0, 1, 3))
# drive: ODERNN(nonlinearity="tanh")(torch.rand(2, 3, 2), torch.linspace(0, 1, 3))
