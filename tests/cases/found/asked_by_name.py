"""Parts, buffers and children asked by name: attributes, dicts of parts, get_submodule, named_children, patterns."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, which="bend", depth=2):
        super().__init__()
        self.which, self.depth = which, depth
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.bend, self.fold = nn.ReLU(), nn.Tanh()
        self.parts = nn.ModuleDict({"bend": nn.ReLU(), "fold": nn.Tanh()})
        self.stack = nn.Sequential(nn.Tanh(), nn.Sequential(nn.ReLU(), nn.Tanh()))
        self.listed = nn.ModuleList([nn.Tanh(), nn.ReLU()])

    def forward(self, x):
        out = self.rnn(x)[0]
        getattr(self, "bend")(out)  #: after rnn defined=12
        getattr(self, "fold")(out)
        getattr(self, "none", self.bend)(out)  #: after rnn defined=12
        getattr(self, "fold", self.bend)(out)
        getattr(self, self.which)(out)  #: after rnn if "which" defined=12
        self.parts["bend"](out)  #: after rnn defined=13
        self.parts["fold"](out)
        self.parts[self.which](out)  #: after rnn if "which" defined=13
        self.parts.bend(out)  #: after rnn defined=13
        self.get_submodule("bend")(out)  #: after rnn defined=12
        self.get_submodule("stack.1.0")(out)  #: after rnn defined=14
        self.get_submodule("stack.1.1")(out)
        self.get_submodule("listed.1")(out)  #: after rnn defined=15
        self.stack[1][0](out)  #: after rnn defined=14
        self.stack[-1][-1](out)
        self.stack[0](out)
        self.listed[1](out)  #: after rnn defined=15
        self.listed[-1](out)  #: after rnn defined=15
        self.listed[0](out)
        self._modules["bend"](out)  #: after rnn defined=12
        self._modules["fold"](out)
        dict(self.named_children())["bend"](out)  #: after rnn defined=12
        dict(self.named_modules())["stack.1.0"](out)  #: after rnn defined=14
        dict(self.named_modules())["stack.1.1"](out)
        if hasattr(self, "bend") and not hasattr(self, "none") and "bend" in self.parts and "none" not in self.parts:
            torch.relu(out)  #: after rnn
        if len(self.stack) == 2 and len(self.listed) == 2 and len(self.parts) == 2:
            torch.relu(out)  #: after rnn
        if list(self.parts.keys())[1] == "fold" and list(self.parts)[0] == "bend":
            torch.relu(out)  #: after rnn
        for name, part in self.parts.items():
            if name == "fold":
                part(out)
        for name, part in self.named_children():
            if name == "bend":
                part(out)  #: after rnn defined=12
            if name == "fold":
                part(out)
        for part in self.listed[1:]:
            part(out)  #: after rnn defined=15
        for number, part in enumerate(self.listed):
            if number == 0:
                part(out)
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("fold")(torch.zeros(5, 2, 3))
