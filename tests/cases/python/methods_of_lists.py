"""Lists and dicts change in place: what is put first, taken out, cleared, copied, or there by default."""

import torch
from torch import nn
from collections import deque


class Lists(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer lists on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        steps = [x]
        steps.insert(0, out)
        kept = steps.copy()
        torch.relu(steps[1])
        torch.relu(steps[0])  #: after lists
        steps.reverse()
        torch.relu(steps[0])
        steps.clear()
        steps.append(x)
        torch.relu(steps[0])
        torch.relu(kept[0])  #: after lists
        line = deque([x])
        line.appendleft(out)
        torch.relu(line.pop())
        return torch.relu(line.popleft())  #: after lists


class Dicts(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer dicts on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        held = {"in": x}
        torch.relu(held.setdefault("in", out))
        torch.relu(held.setdefault("out", out))  #: after dicts
        kept = held.copy()
        torch.relu(held.pop("in"))
        torch.relu(held.get("in", x))
        held.clear()
        torch.relu(held.get("out", x))
        torch.relu(kept["out"])  #: after dicts
        merged = {"a": out, "b": x} | {"a": x, "c": out}
        torch.relu(merged["a"])
        torch.relu(merged["b"])
        return torch.relu(merged["c"])  #: after dicts


class Grown(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer grown on_output=yes
        self.stack = nn.ModuleList([nn.Tanh()])
        self.stack += [nn.ReLU()]
        self.names = 2 * ["a"] + ["b"]

    def forward(self, x):
        out = self.rnn(x)[0]
        if len(self.names) != 3 or self.names[1] != "a" or self.names[2] != "b":
            out = torch.relu(out)
        out = self.stack[0](out)
        return self.stack[1](out)  #: after grown


# drive: (Lists()(torch.zeros(5, 2, 3)), Dicts()(torch.zeros(5, 2, 3)), Grown()(torch.zeros(5, 2, 3)))
