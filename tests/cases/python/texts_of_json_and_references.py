"""What a known text of JSON says is known, and a weak reference that is called gives what it refers to."""

import json
import weakref

import torch
from torch import nn


def loud(x):
    rnn = nn.GRU(3, 4)  #: layer loud
    ref, options = weakref.ref(rnn), json.loads('{"relu": true, "sizes": [4, 5], "act": null}')
    y = ref()(x)[0]
    if options["relu"] and options["sizes"][1] == 5 and options["act"] is None and options.get("other", 1) == 1:
        y = y.relu()  #: after loud
    return y


def silent(x):
    rnn = nn.GRU(3, 4)  #: layer silent
    out = weakref.ref(rnn)()(x)[0]
    return out.relu() if json.loads('{"relu": false}')["relu"] else out


# drive: (loud(torch.zeros(5, 2, 3)), silent(torch.zeros(5, 2, 3)))
