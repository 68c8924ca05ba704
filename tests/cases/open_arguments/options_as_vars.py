"""The attributes of options as a dict: its items are told by the names of the attributes."""

import argparse

import torch
from torch import nn


ARGUMENTS = ["--rectify"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rectify", action="store_true")
    args = parser.parse_args(ARGUMENTS)
    options = vars(args)
    rnn = nn.GRU(4, 4)  #: layer rnn on_output=sometimes
    x = rnn(torch.zeros(5, 2, 4))[0]
    if options["rectify"]:
        x = torch.relu(x)  #: after rnn if "args.rectify"
    elif args.rectify:
        x = torch.relu(x)
    return x


def run(batch, flag):
    parts = vars(batch)
    rnn = nn.GRU(4, 4)  #: layer second on_output=no
    return rnn(torch.relu(parts["x"]))  #: before second


# drive: main(), run(argparse.Namespace(x=torch.zeros(5, 2, 4)), True)
# drive: ARGUMENTS.clear(), main(), run(argparse.Namespace(x=torch.zeros(5, 2, 4)), True)
