import torch
from torch import nn
from torch.nn.utils.rnn import pack_sequence


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        self.top = nn.GRU(3, 3)  #: layer top

    def forward(self, x):
        out, _ = self.rnn(pack_sequence(x))
        out = out._replace(data=torch.relu(out.data))  #: after rnn; before top
        return self.top(out)


# drive: Net()([torch.rand(2, 3)])
