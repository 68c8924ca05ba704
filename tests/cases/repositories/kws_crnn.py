"""Keyword spotting CRNN: argparse config, conv front end, two GRUs, soft attention."""

import argparse
from collections import OrderedDict

import torch
import torch.nn as nn
import torch.nn.functional as F


def get_args(argv=()):
    parser = argparse.ArgumentParser()
    parser.add_argument("--hidden", type=int, default=6)
    parser.add_argument("--classes", type=int, default=3)
    parser.add_argument("--fc-relu", action="store_true")
    return parser.parse_args(list(argv))


class CRNN(nn.Module):
    def __init__(self, args):
        super(CRNN, self).__init__()
        self.args = args
        self.sepconv = nn.Sequential(OrderedDict([
            ("dw", nn.Conv1d(8, 8, 3, padding=1, groups=8)),
            ("pw", nn.Conv1d(8, 4, 1)),
            ("bn", nn.BatchNorm1d(4)),
            ("act", nn.ReLU(inplace=True)),
        ]))
        self.gru = nn.GRU(4, args.hidden, num_layers=1, bidirectional=True, batch_first=True)  #: layer low
        self.gru2 = nn.GRU(2 * args.hidden, args.hidden, batch_first=True)  #: layer high
        self.wx = nn.Linear(args.hidden, 1, bias=False)
        self.fc1 = nn.Linear(args.hidden, args.hidden)
        self.fc2 = nn.Linear(args.hidden, args.classes)

    def attention(self, seq):
        scores = self.wx(torch.tanh(seq)).squeeze(-1)
        alpha = F.softmax(scores, dim=1).unsqueeze(1)
        return torch.bmm(alpha, seq).squeeze(1)

    def forward(self, feats):
        x = self.sepconv(feats)  #: before low defined=27; before high defined=27
        x = x.transpose(1, 2).contiguous()
        x, _ = self.gru(x)
        x, hn = self.gru2(x)
        ctx = self.attention(x)
        y = self.fc1(ctx)
        if self.args.fc_relu:
            y = F.relu(y)  #: after low if "fc_relu"; after high if "fc_relu"
        return F.log_softmax(self.fc2(y), dim=-1)


# drive: CRNN(get_args())(torch.randn(2, 8, 5))
# drive: CRNN(get_args(["--fc-relu"]))(torch.randn(2, 8, 5))
