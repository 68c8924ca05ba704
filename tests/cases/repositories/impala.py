"""IMPALA agent: residual blocks in ModuleLists, optional core LSTM with a done mask, policy sampled by multinomial."""

import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self, actions=3, use_lstm=False):
        super().__init__()
        self.actions, self.use_lstm = actions, use_lstm
        self.feat_convs, self.resnet = [], []
        channels = 1
        for width in (2, 2):
            self.feat_convs.append(nn.Sequential(nn.Conv2d(channels, width, 3, padding=1), nn.MaxPool2d(2)))
            channels = width
            block = []
            block.append(nn.ReLU())
            block.append(nn.Conv2d(width, width, 3, padding=1))
            self.resnet.append(nn.Sequential(*block))
        self.feat_convs = nn.ModuleList(self.feat_convs)
        self.resnet = nn.ModuleList(self.resnet)
        self.fc = nn.Linear(2 * 2 * 2, 5)
        core = 5 + actions + 1
        if use_lstm:
            self.core = nn.LSTM(core, 6)  #: layer core on_output=no
            core = 6
        self.policy = nn.Linear(core, actions)
        self.baseline = nn.Linear(core, 1)

    def initial_state(self, batch):
        if not self.use_lstm:
            return tuple()
        return tuple(torch.zeros(1, batch, 6) for _ in range(2))

    def forward(self, inputs, core_state=()):
        frame = inputs["frame"]
        t, b = frame.shape[:2]
        x = torch.flatten(frame, 0, 1).float() / 255.0
        for i, conv in enumerate(self.feat_convs):
            x = conv(x)
            skip = x
            x = self.resnet[i](x)  #: before core if "use_lstm" defined=18
            x += skip
        x = F.relu(x)  #: before core if "use_lstm"
        x = F.relu(self.fc(x.view(t * b, -1)))  #: before core if "use_lstm"
        onehot = F.one_hot(inputs["last_action"].view(t * b), self.actions).float()
        x = torch.cat([x, torch.clamp(inputs["reward"], -1, 1).view(t * b, 1), onehot], dim=-1)
        if self.use_lstm:
            outs = []
            notdone = (~inputs["done"]).float()
            for step, nd in zip(x.view(t, b, -1).unbind(), notdone.unbind()):
                nd = nd.view(1, -1, 1)
                core_state = tuple(nd * s for s in core_state)
                out, core_state = self.core(step.unsqueeze(0), core_state)
                outs.append(out)
            x = torch.flatten(torch.cat(outs), 0, 1)
        logits = self.policy(x)
        action = torch.multinomial(F.softmax(logits, dim=1), 1) if self.training else logits.argmax(1)
        return dict(logits=logits.view(t, b, -1), baseline=self.baseline(x).view(t, b), action=action), core_state


def example(use_lstm):
    net = Net(use_lstm=use_lstm)
    inputs = {
        "frame": torch.zeros(2, 2, 1, 8, 8),
        "last_action": torch.zeros(2, 2, dtype=torch.long),
        "reward": torch.zeros(2, 2),
        "done": torch.zeros(2, 2, dtype=torch.bool),
    }
    return net(inputs, net.initial_state(2))


# drive: example(True)
# drive: example(False)
