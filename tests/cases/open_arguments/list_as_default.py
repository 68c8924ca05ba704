"""Lists and tuples that are only defaults: whoever builds the model may give others, longer or shorter ones."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, where=("pre",), rectify=[True, False], sizes=(3,)):
        super().__init__()
        self.where, self.rectify = where, rectify
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.deep = len(sizes) > 1

    def forward(self, x):
        if "pre" in self.where:
            x = torch.relu(x)  #: before enc if "in self.where"
        if self.rectify[0]:
            x = torch.relu(x)  #: before enc if "rectify[0]"
        y, _ = self.rnn(x)
        if "post" in self.where:
            y = torch.relu(y)  #: after enc if "in self.where"
        if self.rectify[-1]:
            y = torch.relu(y)  #: after enc if "rectify[-1]"
        if self.deep:
            y = torch.relu(y)  #: after enc if "len(sizes)"
        return y


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(("post",), [False, True], (3, 3))(torch.zeros(5, 2, 3))
