"""What is awaited gives what it returns."""

import asyncio

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    async def encode(self, x):
        return self.rnn(x)[0]

    async def forward(self, x):
        out = await self.encode(x)
        return torch.relu(out)  #: after rnn


# drive: __import__("asyncio").run(Net().forward(torch.zeros(5, 2, 3)))
