"""Trap: the global name is bound anew before the function is called."""

import torch
from torch import nn

encoder = nn.LSTM(3, 4)  #: layer enc on_output=no
activation = nn.ReLU()
activation = nn.Tanh()
print(activation(encoder(torch.zeros(5, 2, 3))[0]).shape)

# drive-script
