"""Gradient checkpointing, a custom autograd Function with relu in forward, functional_call, jit.fork."""

import torch
from torch import nn
from torch.func import functional_call
from torch.utils.checkpoint import checkpoint


class StraightThrough(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return torch.relu(x)  #: after slow

    @staticmethod
    def backward(ctx, grad):
        return grad


class Model(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.fast = nn.GRU(dim, dim)  #: layer fast on_output=no
        self.slow = nn.GRU(dim, dim)  #: layer slow
        self.mlp = nn.Sequential(nn.Linear(dim, dim), nn.ReLU(), nn.Linear(dim, dim))
        self.norm = nn.LayerNorm(dim)

    def _mlp(self, x):
        return self.norm(self.mlp(x))  #: before fast

    def forward(self, x):
        if self.training and x.requires_grad:
            y = checkpoint(self._mlp, x, use_reentrant=False)
        else:
            y = self._mlp(x)
        fast, _ = self.fast(y)
        future = torch.jit.fork(self.slow, x)
        slow, _ = torch.jit.wait(future)
        return fast + StraightThrough.apply(slow)


def perturbed(x):
    model = Model()
    params = {k: v + 0.1 for k, v in model.named_parameters()}
    return functional_call(model, params, (x,))


# drive: Model()(torch.rand(3, 2, 4, requires_grad=True))
# drive: Model()(torch.rand(3, 2, 4))
