"""Hooks that are registered under a condition run under it only."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, before=False, more=False):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        if before:
            self.rnn.register_forward_pre_hook(lambda m, a: (torch.relu(a[0]),))  #: before rnn if "before=True"
        if more:
            self.rnn.register_forward_hook(self.rectify)
        self.rnn.register_forward_hook(lambda m, a, o: (torch.relu(o[0]), o[1]))  #: after rnn

    def rectify(self, module, given, result):
        return result[0].relu(), result[1]  #: after rnn if "more=True"

    def forward(self, x):
        return self.rnn(x)[0]


def use(x, flag):
    net = nn.LSTM(4, 4)  #: layer net
    if flag:
        net.register_forward_hook(lambda m, a, o: (torch.relu(o[0]), o[1]))  #: after net if "flag"
    return net(x)


# drive: Net(True, True)(torch.zeros(5, 2, 4)), use(torch.zeros(5, 2, 4), True)
# drive: Net()(torch.zeros(5, 2, 4)), use(torch.zeros(5, 2, 4), False)
