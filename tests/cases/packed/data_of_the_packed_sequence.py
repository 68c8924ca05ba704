"""ReLU on the data of a packed sequence, which is packed again for a second layer."""

import torch.nn.functional as F
from torch import nn
from torch.nn.utils import rnn as rnn_utils


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer low
        self.high = nn.GRU(4, 4)  #: layer high on_output=no

    def forward(self, sequences):
        packed = rnn_utils.pack_sequence(sequences)
        packed, _ = self.low(packed)
        data = F.relu(packed.data)  #: after low; before high
        packed = rnn_utils.PackedSequence(data, packed.batch_sizes)
        return rnn_utils.pad_packed_sequence(self.high(packed)[0])[0]


# drive: Net()([torch.zeros(5, 3), torch.zeros(3, 3)])
