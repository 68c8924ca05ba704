"""What lies deep in something open is told apart by the whole way to it, as far as that is looked at."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        c = self.config
        if c["on"]:
            torch.relu(out)  #: after rnn if "config["
        if c["a"]["b"] and not c["a"]["b"]:
            torch.relu(out)
        if c["a"]["b"]["c"]["d"]["e"]["f"] == 1:
            torch.relu(out)  #: after rnn if "== 1"
        if c["a"]["b"]["c"]["d"]["e"]["f"] == 1 and c["a"]["b"]["c"]["d"]["e"]["f"] == 2:
            torch.relu(out)
        if c["a"]["b"]["c"]["d"]["e"]["f"] == 1 and c["a"]["b"]["c"]["d"]["e"]["g"] == 2:
            torch.relu(out)  #: after rnn if "== 2"
        if c["a"]["b"]["c"]["d"]["e"] and not c["a"]["b"]["c"]["d"]["g"]:
            torch.relu(out)  #: after rnn if "not"
        if c["x"]["y"] is None and c["x"]["y"] == "relu":
            torch.relu(out)
        return out


class Dotted(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.rnn = nn.GRU(3, 4)  #: layer dotted on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        model = self.config.model
        if model.rnn.act == "relu" and model.rnn.act == "tanh":
            torch.relu(out)
        if model.rnn.act == "relu" and self.config.model.rnn.act != "relu":
            torch.relu(out)
        if model.rnn.act == "relu" and model.head.act != "relu":
            torch.relu(out)  #: after dotted if "act"
        if getattr(model.rnn, "bend", False):
            torch.relu(out)  #: after dotted if "bend"
        if model.get("bend", False) and model["depth"] > 2:
            torch.relu(out)  #: after dotted if "depth"
        if "bend" in model:
            torch.relu(out)  #: after dotted if "bend"
        if "bend" in model and "bend" not in model:
            torch.relu(out)
        for name, value in model.items():
            if value == "relu":
                torch.relu(out)  #: after dotted if "relu"
        for name in model.names:
            if name == "relu" and name == "tanh":
                torch.relu(out)
        return out


class Config(dict):
    __getattr__ = dict.__getitem__


def config(on):
    part = Config(act="relu" if on else "tanh", bend=on)
    return Config(
        model=Config(rnn=part, head=Config(act="tanh"), depth=3 if on else 1, names=[], **({"bend": "relu"} if on else {}))
    )


def tree(on):
    deep = {"f": 1, "g": 2} if on else {}
    return {"on": on, "a": {"b": {"c": {"d": {"e": {"f": 2, "g": 2} | deep, "g": 0 if on else 1}}}}, "x": {"y": None}}


# drive: (Net(tree(True))(torch.zeros(5, 2, 3)), Dotted(config(True))(torch.zeros(5, 2, 3)))
# drive: (Net(tree(False))(torch.zeros(5, 2, 3)), Dotted(config(False))(torch.zeros(5, 2, 3)))
