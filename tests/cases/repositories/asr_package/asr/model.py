"""The whole model, and how it is run."""

import argparse

import torch
from torch import nn

from asr.modules import BLSTMP, Frontend


class E2E(nn.Module):
    @staticmethod
    def add_arguments(parser):
        parser.add_argument("--elayers", default=2, type=int)
        parser.add_argument("--eunits", default=3, type=int)
        return parser

    def __init__(self, idim, odim, args):
        super().__init__()
        self.enc = nn.ModuleList([Frontend(idim, 4), BLSTMP(4, args.eunits, 5)])
        self.ctc_lo = nn.Linear(5, odim)

    def forward(self, xs, ilens):
        for module in self.enc:
            xs, ilens = module(xs, ilens)
        return torch.log_softmax(self.ctc_lo(xs), dim=2), ilens


def main(cmd_args=()):
    args = E2E.add_arguments(argparse.ArgumentParser()).parse_args(list(cmd_args))
    model = E2E(4, 3, args)
    return model(torch.rand(2, 5, 4), torch.tensor([5, 4]))


# drive: main()
# drive: [Frontend(4, 4)(torch.rand(2, 5, 4), [5, 4]), (x := Frontend(4, 4)(torch.rand(2, 5, 4), None)[0]), BLSTMP(4, 3, 5, elayers=1)(x, torch.tensor([5, 4]))]
# drive: main(["--eunits", "2"])
