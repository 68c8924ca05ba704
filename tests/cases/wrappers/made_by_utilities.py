"""Utilities that give a layer: pruned, fused with the one behind it, or built without values in its weights."""

import torch
from torch import nn
from torch.nn.utils import fuse_conv_bn_eval, prune, skip_init


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = skip_init(nn.RNNCell, 3, 4, nonlinearity="relu")  #: layer rnn; inside rnn
        self.fc = skip_init(nn.Linear, 4, out_features=4)
        self.pruned = prune.l1_unstructured(nn.Linear(4, 4), "weight", amount=0.5)
        self.conv = fuse_conv_bn_eval(nn.Conv1d(4, 4, 1).eval(), nn.BatchNorm1d(4).eval())

    def forward(self, x):
        y = self.pruned(self.fc(self.rnn(x)))
        return torch.relu(self.conv(y.unsqueeze(2)))  #: after rnn


# drive: Net()(torch.zeros(2, 3))
