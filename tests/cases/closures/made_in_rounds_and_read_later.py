"""Functions, methods and layers that are put aside in loops and lists, and called later, in another order or not at all."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, steps=2, bend=False):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn on_output=yes
        self.last = nn.GRU(3, 3)  #: layer last on_output=no
        self.todo = []
        for number in range(2):
            self.todo.append(lambda x, number=number: torch.relu(x) if number else torch.tanh(x))  #: after rnn; before last
        self.table = {"bend": torch.relu, "fold": torch.tanh, "own": self.own}
        self.steps = steps
        self.bend = bend

    def own(self, x):
        return torch.relu(x)  #: after rnn

    def forward(self, x):
        out = self.rnn(x)[0]
        first, second = self.todo
        first(out)
        self.last(second(out))
        self.table["own"](out)
        self.table["fold"](out)
        chosen = self.table["bend" if self.bend else "fold"]
        chosen(out)  #: after rnn if "bend"
        steps = [self.own, torch.tanh]
        steps[1](x)
        for step in steps[1:]:
            out = step(out)
        waiting = [lambda: torch.relu(out), lambda: torch.relu(x)]  #: after rnn
        waiting[0]()
        waiting[1]()
        never = lambda: torch.relu(out)
        made = [self.make(name) for name in ("relu", "tanh")]
        made[0](out)  #: after rnn
        made[1](out)
        return never

    def make(self, name):
        if name == "relu":
            return torch.relu
        return torch.tanh


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(bend=True)(torch.zeros(5, 2, 3))
