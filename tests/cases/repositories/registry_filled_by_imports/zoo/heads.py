from torch import nn

from . import register


@register
class ReluHead(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.out = nn.Linear(dim, 1)

    def forward(self, x):
        return self.out(x).relu()  #: after zoo if "head"


@register
class PlainHead(ReluHead):
    def forward(self, x):
        return self.out(x)
