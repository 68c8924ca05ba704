"""What a model and its entries are given: by position only, by keyword only, spread, with defaults of every kind."""

from enum import Enum

import torch
from torch import nn


class Kind(Enum):
    BEND = 1
    FOLD = 2


def bend(x):
    return torch.relu(x)  #: after rnn if "bend"


class Built(nn.Module):
    def __init__(
        self,
        size,
        /,
        act=torch.tanh,
        layer=nn.Tanh,
        function=bend,
        made=nn.Tanh(),
        kind=Kind.FOLD,
        sizes=(3, 4),
        options={"act": "tanh", "deep": {"bend": False}, "sizes": [1, 2]},
        rate=0.5,
        missing=None,
        *more,
        last=False,
        needed,
        **others,
    ):
        super().__init__()
        self.rnn = nn.GRU(size, sizes[1])  #: layer rnn on_output=sometimes
        self.act, self.layer, self.function, self.made = act, layer(), function, made
        self.kind, self.options, self.rate, self.missing = kind, options, rate, missing
        self.more, self.last, self.needed, self.others = more, last, needed, others

    def forward(self, x):
        out = self.rnn(x)[0]
        torch.relu(self.act(out))  #: after rnn if "act=torch.tanh"
        torch.relu(self.layer(out))  #: after rnn if "layer=nn.Tanh"
        self.function(out)
        torch.relu(self.made(out))  #: after rnn if "made=nn.Tanh()"
        if self.kind is Kind.BEND:
            torch.relu(out)  #: after rnn if "kind is Kind.BEND"
        if self.options["act"] == "relu":
            torch.relu(out)  #: after rnn if "options"
        if self.options["deep"]["bend"]:
            torch.relu(out)  #: after rnn if "bend"
        if self.options["sizes"][0] == 2:
            torch.relu(out)  #: after rnn if "sizes"
        if self.rate > 0.7:
            torch.relu(out)  #: after rnn if "rate"
        if self.missing is not None:
            torch.relu(out)  #: after rnn if "missing"
        for one in self.more:
            if one == "relu":
                torch.relu(out)  #: after rnn if "more"
        if self.last:
            torch.relu(out)  #: after rnn if "last=True (default False)"
        if self.needed == "relu":
            torch.relu(out)  #: after rnn if "needed"
        if self.others.get("wide") or "deep" in self.others:
            torch.relu(out)  #: after rnn if "wide"
        return out


class Called(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer called on_output=yes

    def forward(self, x, /, state=None, flag=False, name="tanh", number=2, *more, mask=None, sharp=True, needed, **others):
        x = torch.relu(x)  #: before called
        if state is not None:
            state = torch.relu(state)  #: before called if "state"
        for one in more:
            x = x + torch.relu(one)  #: before called
        if "extra" in others:
            x = x + torch.relu(others["extra"])  #: before called if "extra"
        x = x + torch.relu(needed)  #: before called
        out = self.rnn(x, state)[0]
        if flag:
            torch.relu(out)  #: after called if "flag=True"
        if not sharp:
            torch.relu(out)  #: after called if "sharp=False"
        if name == "relu":
            torch.relu(out)  #: after called if "name =="
        if number > 2:
            torch.relu(out)  #: after called if "number"
        if mask is not None:
            out = torch.relu(out * mask)  #: after called if "mask"
        if mask is None and mask is not None:
            torch.relu(out)
        if state is None:
            torch.relu(out)  #: missing after called if "state"
        return torch.relu(out)  #: after called


# drive: (Built(3, needed="")(torch.zeros(5, 2, 3)), Called()(torch.zeros(5, 2, 3), None, False, "tanh", 2, torch.zeros(5, 2, 3), needed=torch.zeros(5, 2, 3)))
# drive: (lambda no, x: (Built(3, no, lambda: no, no, no, Kind.BEND, (3, 4), {"act": "relu", "deep": {"bend": True}, "sizes": [2]}, 0.9, 1, "relu", last=True, needed="relu", wide=1)(x), Called()(x, torch.zeros(1, 2, 3), True, "relu", 3, x, mask=torch.ones(1), sharp=False, needed=x, extra=x)))(lambda x: torch.zeros(1), torch.zeros(5, 2, 3))
