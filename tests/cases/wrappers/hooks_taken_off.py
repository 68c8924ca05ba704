"""A hook runs until its handle takes it off, or until the `with` of its handle is left."""

import torch
from torch import nn


def rectify(module, given, result):
    return result.relu()  #: after loud; after several; after some if "flag"; after kept


def loud(x, flag=False):
    out = nn.GRU(3, 4)(x)[0]  #: layer loud
    some = nn.GRU(3, 4)(x)[0]  #: layer some
    fc, other = nn.Linear(4, 4), nn.Linear(4, 4)
    with fc.register_forward_hook(rectify):
        fc(out)
    handle = other.register_forward_hook(rectify)
    if not flag:
        handle.remove()
    return fc(out), other(some)


def squash(module, given, result):
    return torch.tanh(result)


def one_after_the_other(x, hooks=()):
    out = nn.GRU(3, 4)(x)[0]  #: layer several
    fc = nn.Linear(4, 4)
    for hook in [rectify, squash]:
        fc.register_forward_hook(hook)
    for hook in hooks:
        fc.register_forward_hook(hook)
    return fc(out)


def silent(x):
    out = nn.GRU(3, 4)(x)[0]  #: layer silent
    fc = nn.Linear(4, 4)
    handles = [fc.register_forward_hook(rectify), fc.register_forward_pre_hook(lambda m, a: (a[0].relu(),))]
    for handle in handles:
        handle.remove()
    with fc.register_forward_hook(rectify):
        pass
    return fc(out)


class Kept(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer kept
        self.fc = nn.Linear(4, 4)
        self.handle = self.fc.register_forward_hook(rectify)

    def close(self):
        self.handle.remove()

    def forward(self, x):
        return self.fc(self.rnn(x)[0])


def main(x):
    net = Kept()
    y = net(x)
    net.close()
    return y


# drive: (loud(torch.zeros(5, 2, 3)), one_after_the_other(torch.zeros(5, 2, 3), [squash]), silent(torch.zeros(5, 2, 3)), main(torch.zeros(5, 2, 3)))
# drive: (loud(torch.zeros(5, 2, 3), True), one_after_the_other(torch.zeros(5, 2, 3)), silent(torch.zeros(5, 2, 3)), main(torch.zeros(5, 2, 3)))
