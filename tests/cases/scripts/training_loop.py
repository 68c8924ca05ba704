"""Trap: gradients and the optimizer carry no value from one step to the next."""

import torch
from torch import nn

rnn = nn.GRU(3, 4)  #: layer enc on_output=yes
head = nn.Sequential(nn.Linear(4, 1), nn.ReLU())
optimizer = torch.optim.Adam([*rnn.parameters(), *head.parameters()])
for _ in range(3):
    optimizer.zero_grad()
    out, _ = rnn(torch.randn(5, 2, 3))
    loss = head(out).pow(2).mean()  #: after enc defined=7
    loss.backward()
    optimizer.step()

# drive-script
