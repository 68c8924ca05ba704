"""Lists, queues, dicts and containers of layers that are changed where they stand: what is at a place afterwards."""

from collections import OrderedDict, deque

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        self.chain = nn.Sequential(nn.Linear(3, 3))
        self.chain.act = nn.ReLU()
        self.numbered = nn.Sequential(nn.Tanh(), nn.ReLU())
        self.named = nn.ModuleDict({"act": nn.ReLU(), "flat": nn.Tanh()})

    def forward(self, x, k):
        y = self.rnn(x)[0]
        removed = ["x", y]
        removed.remove("x")
        cut = [x, x, y]
        del cut[0:2]
        put = [x]
        put[len(put) :] = [y]
        lost = [y, x]
        lost[:1] = []
        turned = deque([x, y])
        turned.rotate(1)
        full = deque([x, y], maxlen=1)
        pushed = deque([y, y], maxlen=2)
        pushed.append(x)
        pushed.append(x)
        table = OrderedDict([("a", x), ("b", y)])
        last = table.popitem()[1]
        joined = sum([[x], [y]], [])
        at = [x, y][["a", "b"].index("b")]
        torch.relu(removed[0])  #: after rnn
        torch.relu(cut[0])  #: after rnn
        torch.relu(put[1])  #: after rnn
        torch.relu(lost[0])
        torch.relu(turned[0])  #: after rnn
        torch.relu(turned[1])
        torch.relu(full[0])  #: after rnn
        torch.relu(pushed[0])
        torch.relu(last)  #: after rnn
        torch.relu(joined[0])
        torch.relu(joined[1])  #: after rnn
        torch.relu(at)  #: after rnn
        self.chain(y)  #: after rnn defined=14
        self.named.act(y)  #: after rnn defined=16
        self.named.flat(y)
        return getattr(self.numbered, "1")(y)  #: after rnn defined=15


class Memory(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer memory on_output=no

    def forward(self, x):
        y = self.rnn(x)[0].clone()
        x = x.clone()
        rows = x[[0, 1]]
        rows += y
        torch.relu(x)
        y[:, :] = x
        return torch.relu(y)


# drive: Net()(torch.zeros(2, 2, 3), 1), Memory()(torch.zeros(2, 2, 3))
