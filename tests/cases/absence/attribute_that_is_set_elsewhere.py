"""A step that the class never sets is unknown, and named."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=unknown

    def forward(self, x):
        return torch.relu(self.bend(self.rnn(x)[0]))  #: after rnn maybe "self.bend"
