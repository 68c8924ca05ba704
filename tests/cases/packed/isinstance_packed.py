import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence, pack_sequence


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn

    def forward(self, x):
        out, _ = self.rnn(pack_sequence(x))
        if isinstance(out, PackedSequence):
            return torch.relu(out.data)  #: after rnn
        return torch.relu(out)


# drive: Net()([torch.rand(2, 3)])
