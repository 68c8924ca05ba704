"""A tensor is taken apart: a name gets a tensor, a starred one a list of them."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        first, *rest = out
        first.relu()  #: after rnn
        rest[0].relu()  #: after rnn
        rest.append(x)
        for part in rest:
            part.tanh()
        *start, last = out
        last.relu()  #: after rnn
        start.insert(0, x[0])
        start[0].relu()
        start[1].relu()  #: after rnn
        one, (two, *three), *four = out
        two.relu()  #: after rnn
        three[0].relu()  #: after rnn
        four.clear()
        four.append(x)
        four[0].relu()
        *some, near, end = [x, x, out, x]
        near.relu()  #: after rnn
        end.relu()
        some[1].relu()
        (head, *_, before, final) = (out, x, x, out)
        head.relu()  #: after rnn
        before.relu()
        final.relu()  #: after rnn
        return one


# drive: Net()(torch.zeros(5, 3, 3))
