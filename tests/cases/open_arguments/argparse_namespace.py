"""The flag comes from a command line's namespace."""

import argparse

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, args):
        super().__init__()
        self.args = args
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        if self.args.use_relu:
            out = torch.relu(out)  #: after enc if "args.use_relu"
        return out


def parse(argv):
    parser = argparse.ArgumentParser()
    parser.add_argument("--use_relu", action="store_true")
    return parser.parse_args(argv)


# drive: Net(parse([]))(torch.zeros(5, 2, 3))
# drive: Net(parse(["--use_relu"]))(torch.zeros(5, 2, 3))
