"""What is asked of objects and values whose class has a base that nobody scanned."""

import torch
from elsewhere import Block, make
from torch import nn


class Layer(Block, nn.Module):
    def forward(self, x):
        return x


class Plain(Block):
    def run(self, x):
        return x


class Net(nn.Module):
    def __init__(self, given):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.layer, self.plain, self.made, self.given = Layer(), Plain(), make(), given

    def forward(self, x):
        out = self.rnn(x)[0]
        if isinstance(self.layer, nn.Module) and isinstance(self.layer, Layer) and isinstance(self.plain, Plain):
            torch.relu(out)  #: after rnn
        if isinstance(self.layer, nn.GRU):
            torch.relu(out)  #: after rnn if "isinstance"
        if isinstance(self.plain, nn.Module):
            torch.relu(out)  #: after rnn if "isinstance"
        if isinstance(self.plain, Layer):
            torch.relu(out)
        if isinstance(self.made, Plain):
            torch.relu(out)  #: after rnn if "isinstance"
        if isinstance(self.given, (Plain, Layer)) and not isinstance(self.given, Plain):
            torch.relu(out)  #: after rnn if "isinstance"
        if bool(self.given):
            torch.relu(out)  #: after rnn if "given"
        if hasattr(self.plain, "deep") or hasattr(self.made, "deep"):
            torch.relu(out)  #: after rnn if "deep"
        if callable(self.made) and callable(self.layer):
            torch.relu(out)  #: after rnn if "callable"
        if self.plain.size > 3 or self.layer.size > 3:
            torch.relu(out)  #: after rnn if "size > 3"
        if type(self.plain) is Plain and type(self.layer) is not Plain:
            torch.relu(out)  #: after rnn
        return out
