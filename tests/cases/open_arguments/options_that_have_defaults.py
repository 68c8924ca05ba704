"""Whether a key is there, and what stands under it, where a dict of defaults is filled from what is given."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, given=None, **options):
        super().__init__()
        self.settings = {"act": "tanh", "bend": False}
        self.settings.update(given or {})
        self.options = {"kind": "tanh", **options}
        self.plain = dict(options)
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.settings["act"] == "relu":
            torch.relu(out)  #: after rnn if "act"
        if self.settings.get("bend"):
            torch.relu(out)  #: after rnn if "bend"
        if "act" not in self.settings or "kind" not in self.options:
            torch.relu(out)  #: spurious after rnn if "given"
        if "other" in self.settings:
            torch.relu(out)  #: after rnn if "other"
        if self.options["kind"] == "relu":
            torch.relu(out)  #: after rnn if "kind"
        if "deep" in self.options:
            torch.relu(out)  #: after rnn if "deep"
        if "deep" in self.plain and self.plain["deep"] == 2:
            torch.relu(out)  #: after rnn if "deep"
        if self.plain.get("deep", 1) == 1 and "deep" not in self.plain:
            torch.relu(out)  #: after rnn if "deep"
        if self.plain.pop("deep", None) == 2:
            torch.relu(out)  #: after rnn if "deep"
        for key, value in self.plain.items():
            if key == "wide" and value:
                torch.relu(out)  #: after rnn if "wide"
        if self.plain:
            torch.relu(out)  #: after rnn if "plain"
        if not self.settings or not self.options:
            torch.relu(out)  #: spurious after rnn if "settings"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net({"act": "relu", "bend": True, "other": 1}, kind="relu", deep=2, wide=1)(torch.zeros(5, 2, 3))
