"""A class that is only there where the file is run as a script."""

import torch
from torch import nn

if __name__ == "__main__":

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.rnn = nn.GRU(3, 3)  #: layer rnn

        def forward(self, x):
            return torch.relu(self.rnn(x)[0])  #: after rnn

    net = Net()
    net(torch.zeros(2, 2, 3))

# drive-script
