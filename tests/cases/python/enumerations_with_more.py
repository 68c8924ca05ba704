"""What stands in the body of an enumeration besides its members: methods, properties, functions, annotations."""

from enum import Enum, auto, unique

import torch
from torch import nn


def double(member):
    return member.value + "lu"


@unique
class Kind(Enum):
    note: str
    BEND = "relu"
    FOLD = "tanh"
    doubled = double
    turned = lambda self: self.value[::-1]
    class Inner:
        value = "inner"

    @property
    def is_bend(self):
        return self is Kind.BEND

    @classmethod
    def first(cls):
        return cls.BEND

    @staticmethod
    def plain():
        return 1

    def other(self):
        return Kind.FOLD if self is Kind.BEND else Kind.BEND


class Net(nn.Module):
    def __init__(self, kind: Kind = Kind.FOLD, text="tanh"):
        super().__init__()
        self.kind, self.text = kind, Kind(text)
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        if (
            Kind.BEND.is_bend
            and not Kind.FOLD.is_bend
            and Kind.first() is Kind.BEND
            and Kind.plain() == 1
            and Kind.BEND.other() is Kind.FOLD
            and Kind.FOLD.other() is Kind.BEND
            and Kind.BEND.doubled() == "relulu"
            and Kind.FOLD.name == "FOLD"
            and Kind["FOLD"].value == "tanh"
            and Kind("relu") is Kind.BEND
            and isinstance(Kind.BEND, Kind)
        ):
            torch.relu(out)  #: after rnn
        if Kind.BEND is Kind.FOLD or Kind.BEND.is_bend is False or Kind.first().value == "tanh":
            torch.relu(out)
        if self.kind is Kind.BEND:
            torch.relu(out)  #: after rnn if "Kind.BEND"
        if self.kind.is_bend:
            torch.relu(out)  #: after rnn if "Kind.BEND"
        if self.kind is Kind.BEND and self.kind is Kind.FOLD:
            torch.relu(out)
        if self.kind not in (Kind.BEND, Kind.FOLD):
            torch.relu(out)
        if self.text.is_bend:
            torch.relu(out)  #: after rnn if "text"
        if {Kind.BEND: True, Kind.FOLD: False}[self.kind]:
            torch.relu(out)  #: after rnn if "Kind.BEND"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(Kind.BEND)(torch.zeros(5, 2, 3))
# drive: Net(text="relu")(torch.zeros(5, 2, 3))
