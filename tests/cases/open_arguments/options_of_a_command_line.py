"""Options that `argparse` is told of: each stands in a condition under its name, with the default that it was given."""

import argparse

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, kind, act=None, is_sharp=False):
        super().__init__()
        if kind == "gru":
            self.rnn = nn.GRU(3, 4)  #: layer gru
        else:
            self.rnn = nn.LSTM(3, 4)  #: layer lstm
        self.act = None if act is None else getattr(torch, act)
        self.is_sharp = is_sharp

    def forward(self, x):
        y = self.rnn(x)[0]
        return y if self.act is None else self.act(y)  #: after gru if "args.act"; after lstm if "args.act"


def parser_of(**options):
    parser = argparse.ArgumentParser(**options)
    parser.add_argument("-k", "--rnn-kind", dest="kind", default="gru", choices=["gru", "lstm"])
    group = parser.add_argument_group("what follows")
    group.add_argument("--act")
    group.add_argument("--is-sharp", action="store_true")
    return parser


def main(argv=None):
    args = parser_of().parse_args(argv)
    net = Net(args.kind, args.act, args.is_sharp)
    y = net(torch.zeros(5, 2, 3))
    if args.is_sharp:
        return torch.relu(y)  #: after gru if "args.is_sharp=True (default False)"; after lstm if "args.is_sharp=True"
    return y


def inherited(argv):
    parser = argparse.ArgumentParser(parents=[parser_of(add_help=False)])
    parser.set_defaults(kind="lstm")
    args, _ = parser.parse_known_args(argv)
    return torch.relu(Net(args.kind)(torch.zeros(5, 2, 3)))  #: after gru if "args.kind"; after lstm if "args.kind"


def fixed():
    args = parser_of().parse_args([])
    return torch.relu(Net(args.kind)(torch.zeros(5, 2, 3)))  #: after gru


# drive: main([]), inherited([]), fixed()
# drive: main(["--act", "relu", "--is-sharp"]), inherited(["-k", "gru"]), fixed()
# drive: main(["--act", "relu", "--is-sharp", "-k", "lstm"]), inherited([]), fixed()
