"""Dataclasses: defaults of fields, what is made for each object, what runs after, and a model that is one."""

from dataclasses import asdict, dataclass, field, replace
from typing import NamedTuple

import torch
from torch import nn


@dataclass
class Options:
    act: object = field(default=torch.tanh)
    kinds: list = field(default_factory=lambda: ["tanh"])
    last: object = None

    def __post_init__(self):
        self.last = torch.relu if "relu" in self.kinds else torch.sigmoid


class Pair(NamedTuple):
    first: torch.Tensor
    second: torch.Tensor


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.plain, self.bent = Options(), Options(kinds=["relu"])
        self.other = replace(self.plain, act=torch.relu)
        self.table = asdict(self.bent)

    def forward(self, x):
        out = self.plain.act(self.rnn(x)[0])
        out = self.plain.last(out)
        if self.table["kinds"][0] == "tanh":
            out = torch.relu(out)
        self.other.act(out)  #: after rnn
        self.bent.last(out)  #: after rnn
        pair = Pair(x, second=out)
        torch.relu(pair._replace(second=x).second)
        torch.relu(pair._asdict()["first"])
        return torch.relu(pair._asdict()["second"])  #: after rnn


@dataclass
class Runner:
    rnn: nn.GRU
    bend: bool = False

    def run(self, x):
        out = self.rnn(x)[0]
        return torch.relu(out) if self.bend else out  #: after lent if "bend"


def main(bend):
    runner = Runner(nn.GRU(3, 4), bend)  #: layer lent on_output=sometimes
    return runner.run(torch.zeros(5, 2, 3))


# drive: (Net()(torch.zeros(5, 2, 3)), main(False))
# drive: (Net()(torch.zeros(5, 2, 3)), main(True))
