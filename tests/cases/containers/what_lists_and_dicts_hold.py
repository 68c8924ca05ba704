"""What is left of lists and dicts that were changed in place: each test holds, so each ReLU is applied."""

import torch
from torch import nn



class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        row = [1, 2, 3, 4]
        row[-1] = 9
        changed = row[-1]
        row[-2] = 8
        del row[0]
        cut = [1, 2, 3]
        first = cut.pop(0)
        cut.insert(1, 8)
        back = [1, 2, 3]
        back.pop()
        back.extend((4, 5))
        kept = back.copy()
        back.clear()
        turned = [1, 2]
        turned.reverse()
        more = [1]
        more += (2, 3)
        table = {"a": 1}
        table["b"] = 2
        table.update({"c": 3}, d=4)
        table.pop("a")
        del table["b"]
        double = [[1, 2]] * 2
        one, *rest, last = [1, 2, 3, 4]
        if (
            changed == 9
            and row[0] == 2
            and row[1] == 8
            and len(row) == 3
        ):
            torch.relu(out)  #: after rnn
        if (
            first == 1
            and cut[0] == 2
            and cut[1] == 8
            and cut[2] == 3
            and len(kept) == 4
            and kept[-1] == 5
            and kept[1] == 2
            and len(back) == 0
            and not back
            and turned[0] == 2
            and len(more) == 3
            and more[2] == 3
        ):
            torch.relu(out)  #: after rnn
        if (
            "a" not in table
            and "b" not in table
            and table["c"] == 3
            and table["d"] == 4
            and len(table) == 2
            and table.get("z") is None
            and table.get("z", 4) == 4
            and table.get("c", 9) == 3
            and table.pop("z", 6) == 6
            and table.setdefault("q", 5) == 5
        ):
            torch.relu(out)  #: after rnn
        if (
            double[1][1] == 2
            and len(double) == 2
            and one == 1
            and last == 4
            and len(rest) == 2
            and rest[1] == 3
        ):
            torch.relu(out)  #: after rnn
        if (
            [1, 2, 3, 4][1:3][0] == 2
            and [1, 2, 3, 4][-2:][0] == 3
            and [1, 2, 3, 4][::2][1] == 3
            and [1, 2, 3, 4][:-1][-1] == 3
            and len([1, 2, 3, 4][:-1]) == 3
            and (1, 2, 3)[::-1] == (3, 2, 1)
        ):
            torch.relu(out)  #: after rnn
        if (
            (1, 2) + (3,) == (1, 2, 3)
            and (1, 2) * 2 == (1, 2, 1, 2)
            and 2 * (1,) == (1, 1)
            and (1,) * -1 == ()
            and len([1] + [2]) == 2
            and [*[1], 2][1] == 2
            and {**{"a": 1}, "b": 2}["b"] == 2
            and {"a": 1, **{"a": 2}}["a"] == 2
        ):
            torch.relu(out)  #: after rnn
        if (
            [i for i in range(4) if i % 2][1] == 3
            and {i: i + 1 for i in range(3)}[2] == 3
            and sum([i for i in (1, 2, 3)]) == 6
            and [j for i in ((1, 2), (3,)) for j in i][2] == 3
            and len({i for i in (1, 2)}) == 2
        ):
            torch.relu(out)  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
