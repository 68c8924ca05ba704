"""What long work has done to the things that it was handed is open: also to one that leads back to itself."""

import torch
from torch import nn

WORDS = ["recurrent", "networks", "of", "layers", "with", "states", "that", "are", "their", "own"]


class Options:
    def __init__(self, seen):
        self.seen = seen
        self.whole = self


def count(options, words):
    for word in words:
        for letter in word:
            for other in words:
                for more in other:
                    if letter == more and word != other:
                        options.seen = options.seen + 1
                    elif letter < more:
                        options.seen = options.seen + 2
                    elif letter > more and word > other:
                        options.seen = options.seen - 1




class Net(nn.Module):
    def __init__(self, seen=0):
        super().__init__()
        options = Options(seen)
        count(options, WORDS)
        self.bend = options.seen > 3
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        states = self.rnn(x)[0]
        if self.bend:
            states = torch.relu(states)  #: after rnn if "seen"
        return states


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(-(10**6))(torch.zeros(5, 2, 3))
