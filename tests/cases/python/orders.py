"""What stands first is what ``sorted`` puts there, by a key or without one; what decides and is not known leaves open which."""

from itertools import zip_longest

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x, sign=1):
        out = self.rnn(x)[0]
        if (
            sorted([3, 1, 2])[0] == 1
            and sorted((3, 1, 2), reverse=True)[0] == 3
            and sorted([3, 1, 2], reverse=False)[2] == 3
            and sorted({"b": 1, "a": 2})[0] == "a"
            and sorted({"b": 1, "a": 2}.items())[0] == ("a", 2)
            and sorted([(2, "a"), (1, "b")])[0][1] == "b"
            and sorted([1, 2, 3], key=lambda number: -number)[0] == 3
            and sorted(["ccc", "a", "bb"], key=len)[2] == "ccc"
            and sorted("ba")[0] == "a"
            and not sorted([])
            and len(sorted([2, 1])) == 2
        ):
            torch.relu(out)  #: after rnn
        if (
            list(zip_longest([1], [2, 3], fillvalue=0))[1] == (0, 3)
            and list(zip_longest([1, 4], [2]))[1] == (4, None)
            and len(list(zip_longest([1], [2, 3], [4, 5, 6]))) == 3
            and not list(zip_longest([], []))
        ):
            torch.relu(out)  #: after rnn
        parts = {"b": out, "a": x}
        torch.relu(sorted(parts.items())[0][1])
        torch.relu(sorted(parts.items())[1][1])  #: after rnn
        torch.relu(sorted([out, x], key=lambda part: part.numel() * sign)[1])  #: after rnn if "sorted"
        return torch.relu([parts[name] for name in sorted(parts)][1])  #: after rnn


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3), -1)
