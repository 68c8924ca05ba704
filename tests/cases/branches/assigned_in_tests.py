"""What a test assigns is seen by later arms; several tests in a row; chained comparisons."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, size=3, kind=None):
        super().__init__()
        self.size, self.kind = size, kind
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        if (out := self.rnn(x)[0]) is None:
            torch.relu(out)
        elif (other := torch.tanh(out)) is not None:
            torch.relu(other)  #: after rnn
        else:
            torch.relu(out)
        if 1 < 2 < 3 and not 1 < 3 < 2:
            torch.relu(out)  #: after rnn
        if 2 < self.size < 5:
            torch.relu(out)  #: after rnn if "size"
        kind = self.kind or "tanh"
        bend = torch.relu if kind == "relu" else torch.tanh
        bend(out)  #: after rnn if "kind"
        if self.kind is None and self.kind is not None:
            torch.relu(out)
        if isinstance(self.kind, str) and not isinstance(self.kind, str):
            torch.relu(out)
        if x.size(0) > 4 and out.shape[-1] == 4:
            torch.relu(out)  #: after rnn if "x.size(0) > 4"
        if torch.is_tensor(self.kind):
            torch.relu(out)  #: after rnn if "is_tensor"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(5, "relu")(torch.zeros(4, 2, 3))
# drive: Net(kind=torch.ones(1))(torch.zeros(4, 2, 3))
