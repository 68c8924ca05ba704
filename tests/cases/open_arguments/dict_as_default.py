"""The configuration is a dict that has a default; whoever builds the model may give another one."""

from torch import nn

ACTIVATIONS = {"ReLU": nn.ReLU, "GELU": nn.GELU}


class Net(nn.Module):
    def __init__(self, act_cfg=dict(type="ReLU")):
        super().__init__()
        cfg = dict(act_cfg)
        self.act = ACTIVATIONS[cfg.pop("type")](**cfg)
        self.rnn = nn.LSTM(3, 4)  #: layer enc

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc if "act_cfg" defined=12


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(dict(type="GELU"))(torch.zeros(5, 2, 3))
