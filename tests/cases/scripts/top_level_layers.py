"""A script that builds layers and calls them at the top level."""

import torch
import torch.nn.functional as F
from torch import nn

rnn = nn.GRU(3, 4)  #: layer enc
fc = nn.Linear(4, 1)
x = F.relu(torch.zeros(5, 2, 3))  #: before enc
out, h = rnn(x)
y = fc(F.relu(h[-1]))  #: after enc
print(y.shape)

# drive-script
