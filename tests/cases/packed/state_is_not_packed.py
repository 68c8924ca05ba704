import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence, pack_sequence


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn

    def forward(self, x):
        out, h = self.rnn(pack_sequence(x))
        data = out[0]
        if isinstance(data, PackedSequence):
            data = data.data
        if not isinstance(h, PackedSequence):
            h = torch.relu(h)  #: after rnn
        return data, h


# drive: Net()([torch.rand(2, 3)])
