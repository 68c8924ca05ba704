"""What becomes a number, a shape or a name carries nothing; what becomes an array or an index carries all."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.table = torch.zeros(9, 4)

    def forward(self, x):
        out = self.rnn(x)[0]
        torch.relu(torch.full((2,), float(out.sum())))
        torch.relu(torch.zeros(out.size(0)))
        torch.relu(torch.zeros_like(out))
        torch.relu(x * out.dim())
        torch.relu(x[: len(out)])
        torch.relu(torch.tensor(out.detach().tolist()))
        torch.relu(torch.from_numpy(out.detach().numpy()))  #: after rnn
        torch.relu(self.table[out.argmax(-1)])  #: after rnn
        torch.relu(torch.where(out > 0, x[..., :1], 0.0))  #: after rnn
        torch.relu(x.masked_fill(out[..., :3] > 0, 0.0))  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
