"""Long work is handed a list, a tuple and a dict, and changes what they hold; and it changes a dict of the module."""

import torch
from torch import nn

WORDS = ["recurrent", "networks", "of", "layers", "with", "states", "that", "are", "their", "own"]
COUNTS = {"seen": 0}


class Options:
    def __init__(self):
        self.seen = 0


def count(held, key, words):
    for word in words:
        for letter in word:
            for other in words:
                for more in other:
                    if letter == more and word != other:
                        held[key].seen = held[key].seen + 1
                        COUNTS["seen"] = COUNTS["seen"] + 1


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        listed, packed, named = Options(), Options(), Options()
        count([listed], 0, WORDS)
        count((packed,), 0, WORDS)
        count({"options": named}, "options", WORDS)
        self.listed = listed.seen > 0
        self.packed = packed.seen > 0
        self.named = named.seen > 0
        self.counted = COUNTS["seen"] > 0
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        if self.listed:
            states = states + torch.relu(states)  #: after rnn if "seen"
        if self.packed:
            states = states + torch.relu(states)  #: after rnn if "seen"
        if self.named:
            states = states + torch.relu(states)  #: after rnn if "seen"
        if self.counted:
            states = states + torch.relu(states)  #: after rnn if "seen"
        return states


# drive: Net()(torch.zeros(5, 2, 3))
# drive: (WORDS.clear(), COUNTS.update(seen=0), Net()(torch.zeros(5, 2, 3)))
