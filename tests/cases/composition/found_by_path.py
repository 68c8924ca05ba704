"""Parts found by a dotted path, among all modules, and by name in a dict of them."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.steps = nn.ModuleDict({"bend": nn.ReLU(), "fold": nn.Tanh()})


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.block = Block()

    def forward(self, x):
        out = self.rnn(x)[0]
        out = self.get_submodule("block.steps.fold")(out)
        self.get_submodule("block.steps.bend")(out)  #: after rnn
        for module in self.modules():
            if isinstance(module, nn.ReLU):
                module(out)  #: after rnn
            if isinstance(module, nn.Sigmoid):
                torch.relu(out)
        for name, module in self.named_modules():
            if name == "block.steps.fold":
                torch.relu(x)
                out = module(out)
        return out


# drive: Net()(torch.zeros(5, 2, 3))
