"""A function that uses the module-level layers."""

import torch
from torch import nn

encoder = nn.LSTM(3, 4)  #: layer enc
activation = nn.ReLU()


def predict(x):
    out, _ = encoder(x)
    return activation(out)  #: after enc defined=7


print(predict(torch.zeros(5, 2, 3)).shape)

# drive-script
