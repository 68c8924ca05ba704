"""How tests of open things are told: each kind of test on arguments, inputs and what is computed of them decides by itself."""

import torch
from torch import nn


class Asked(nn.Module):
    def __init__(self, flag=False, size=3, name="relu", items=None, table={"a": 1}, given=None):
        super().__init__()
        self.flag, self.size, self.name, self.items, self.table, self.given = flag, size, name, items, table, given
        self.rnn = nn.GRU(3, 4)  #: layer asked on_output=sometimes

    def numbers(self, out):
        torch.relu(out) if self.size > 3 else out  #: after asked if "size > 3"
        torch.relu(out) if self.size <= 3 else out  #: after asked if "size <= 3"
        torch.relu(out) if self.size % 2 == 0 else out  #: after asked if "size % 2 == 0"
        torch.relu(out) if -self.size == -3 else out  #: after asked if "0 - size == -3"
        torch.relu(out) if self.size + 1 == 5 else out  #: after asked if "size + 1 == 5"
        torch.relu(out) if self.size == 4 else out  #: after asked if "size == 4 (default 3)"
        torch.relu(out) if not self.size else out  #: after asked if "not size (default 3)"
        torch.relu(out) if 1 < self.size < 4 else out  #: after asked if "1 < self.size"
        torch.relu(out) if str(self.size) == "4" else out  #: after asked if "str(size)"
        torch.relu(out) if max(self.size, 4) == 4 else out  #: after asked if "max(self.size, 4) == 4"
        torch.relu(out) if any(i == 3 for i in range(self.size)) else out  #: after asked if "any("
        torch.relu(out) if self.flag is True else out  #: after asked if "flag=True"
        torch.relu(out) if not self.flag else out  #: after asked if "flag=False"
        torch.relu(out) if self.size == 4 and self.flag else out  #: after asked if "size == 4"
        torch.relu(out) if not (self.size == 3 or self.flag) else out  #: after asked if "flag=False"
        torch.relu(out) if (self.size, self.flag) == (4, True) else out  #: after asked if "flag=True"

    def texts(self, out):
        torch.relu(out) if self.name in ("tanh", "elu") else out  #: after asked if "tanh"
        torch.relu(out) if self.name not in ("tanh", "relu") else out  #: after asked if "elu"
        torch.relu(out) if self.name.lower() == "elu" else out  #: after asked if "name.lower()"
        torch.relu(out) if self.name.startswith("e") else out  #: after asked if "name.startswith("
        torch.relu(out) if "u" in self.name else out  #: after asked if "in self.name"
        torch.relu(out) if self.name + "x" == "elux" else out  #: after asked if "elu"
        torch.relu(out) if f"{self.name}_{self.size}" == "elu_4" else out  #: after asked if "elu_4"
        torch.relu(out) if len(self.name) == 3 else out  #: after asked if "len(name) == 3"

    def others(self, out):
        torch.relu(out) if self.items is None else out  #: after asked if "items is None"
        torch.relu(out) if self.items else out  #: after asked if "items (default None)"
        torch.relu(out) if self.items is not None and len(self.items) > 1 else out  #: after asked if "len(self.items) > 1"
        torch.relu(out) if self.items is not None and self.items[0] == 1 else out  #: after asked if "items[0] == 1"
        torch.relu(out) if isinstance(self.items, list) else out  #: after asked if "isinstance(items, list)"
        torch.relu(out) if callable(self.given) else out  #: after asked if "callable"
        torch.relu(out) if hasattr(self.items, "append") else out  #: after asked if "hasattr"
        torch.relu(out) if "b" in self.table else out  #: after asked if "in table"
        torch.relu(out) if self.table["a"] == 2 else out  #: after asked if "(default 1)"
        torch.relu(out) if self.table.get("b") else out  #: after asked if "(default None)"
        torch.relu(out) if self.table.get("b", 3) == 4 else out  #: after asked if "(default 3)"
        torch.relu(out) if getattr(self.given, "training", None) else out  #: after asked if "given.training"
        torch.relu(out) if self.training else out  #: after asked if "self.training"

    def inputs(self, x, out, mask, mode):
        torch.relu(out) if mask is None else out  #: after asked if "mask is None"
        torch.relu(out) if mask is not None else out  #: after asked if "mask is not None"
        torch.relu(out) if mask is not None and max(mask) > 2 else out  #: after asked if "max(mask) > 2"
        torch.relu(out) if mode == "b" else out  #: after asked if "mode == "
        torch.relu(out) if mode == "a" else out  #: after asked if "mode == "
        torch.relu(out) if x.size(0) > 5 else out  #: after asked if "x.size(0) > 5"
        torch.relu(out) if x.shape[1] == 2 else out  #: after asked if "x.shape[1] == 2"
        torch.relu(out) if x.dim() == 3 else out  #: after asked if "x.dim() == 3"
        torch.relu(out) if len(x) > 5 else out  #: after asked if "len(x) > 5"
        torch.relu(out) if int(x.mean()) else out  #: after asked if "int(x.mean())"

    def forward(self, x, mask=None, mode="a"):
        out = self.rnn(x)[0]
        self.numbers(out)
        self.texts(out)
        self.others(out)
        self.inputs(x, out, mask, mode)
        return out


# drive: Asked()(torch.zeros(5, 2, 3))
# drive: Asked(True, 4, "elu", [1, 2], {"a": 2, "b": 4}, nn.Tanh())(torch.ones(6, 1, 3), [1, 3], "b")
# drive: Asked(False, 0, "tanh", [0], {"a": 2}, nn.Tanh()).eval()(torch.ones(6, 2, 3))
# drive: Asked(False, 5, "elu", (1,), {"a": 2}, nn.Tanh()).eval()(torch.ones(6, 3))
