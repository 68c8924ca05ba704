"""Writing one key of an open argument leaves its other keys as open as they were (stanza's LSTMModel)."""

import torch
from torch import nn


class Model(nn.Module):
    def __init__(self, args):
        super().__init__()
        args["bias"] = False
        self.rnn = nn.LSTM(3, 4, bias=args["bias"])  #: layer enc
        self.use_relu = args["use_relu"]

    def forward(self, x):
        out, _ = self.rnn(x)
        if self.use_relu:
            return torch.relu(out)  #: after enc if "use_relu"
        return out


# drive: Model({"use_relu": True})(torch.zeros(5, 2, 3))
# drive: Model({"use_relu": False})(torch.zeros(5, 2, 3))
