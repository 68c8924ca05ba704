"""Recurrent Q-learning: conv torso, LSTM, dueling heads; hidden is zeroed on done; target network by deepcopy."""

import copy

import torch
import torch.nn as nn
import torch.nn.functional as F


def layer_init(layer, std=1.0, bias=0.0):
    nn.init.orthogonal_(layer.weight, std)
    nn.init.constant_(layer.bias, bias)
    return layer


class DRQN(nn.Module):
    def __init__(self, actions=3, hidden=4):
        super().__init__()
        self.torso = nn.Sequential(
            layer_init(nn.Conv2d(1, 2, 3)),
            nn.ReLU(),
            nn.Flatten(),
            layer_init(nn.Linear(2 * 4 * 4, hidden)),
            nn.ReLU(),
        )
        self.rnn = nn.LSTM(hidden, hidden)  #: layer rnn
        for name, param in self.rnn.named_parameters():
            if "bias" in name:
                nn.init.constant_(param, 0)
            elif "weight" in name:
                nn.init.orthogonal_(param, 1.0)
        self.adv = nn.Sequential(layer_init(nn.Linear(hidden, hidden)), nn.ReLU(), layer_init(nn.Linear(hidden, actions)))
        self.val = layer_init(nn.Linear(hidden, 1))

    def get_states(self, x, state, done):
        hidden = self.torso(x)  #: before rnn defined=21; before rnn defined=24
        batch = state[0].shape[1]
        hidden = hidden.reshape((-1, batch, self.rnn.input_size))
        done = done.reshape((-1, batch))
        new = []
        for h, d in zip(hidden, done):
            h, state = self.rnn(
                h.unsqueeze(0),
                ((1.0 - d).view(1, -1, 1) * state[0], (1.0 - d).view(1, -1, 1) * state[1]),
            )
            new += [h]
        return torch.flatten(torch.cat(new), 0, 1), state

    def forward(self, x, state, done):
        features, state = self.get_states(x, state, done)
        adv, val = self.adv(features), F.leaky_relu(self.val(features))  #: after rnn defined=32
        return val + adv - adv.mean(-1, keepdim=True), state


def td_error(net: DRQN, batch):
    target = copy.deepcopy(net)
    obs, state, done, reward = batch
    q, _ = net(obs, state, done)
    with torch.no_grad():
        nxt, _ = target(obs, state, done)
    return F.smooth_l1_loss(q.max(1).values, reward + 0.9 * nxt.max(1)[0])


# drive: DRQN()(torch.rand(4, 1, 6, 6), (torch.zeros(1, 2, 4), torch.zeros(1, 2, 4)), torch.zeros(4))
# drive: td_error(DRQN(), (torch.rand(4, 1, 6, 6), (torch.zeros(1, 2, 4), torch.zeros(1, 2, 4)), torch.zeros(4), torch.ones(4)))
