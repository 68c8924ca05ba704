"""A recurrent actor-critic with burn-in, as in R2D2."""

import torch
from torch import nn

from policies import heads
from policies.util import ACT, orthogonal


class RecurrentPolicy(nn.Module):
    def __init__(self, obs, actions, hidden=4, torso_act="tanh"):
        super().__init__()
        self.torso = nn.Sequential(orthogonal(nn.Linear(obs, hidden)), ACT[torso_act]())
        self.lstm = nn.LSTM(hidden, hidden)  #: layer r2d2
        self.head = heads.Head(hidden, actions, ACT["relu"])
        self.apply(self._init)

    @staticmethod
    def _init(module):
        if isinstance(module, nn.LSTM):
            for p in module.parameters():
                if p.dim() > 1:
                    nn.init.orthogonal_(p)

    def burn_in(self, obs):
        with torch.no_grad():
            _, state = self.lstm(self.torso(obs))  #: before r2d2 if "torso_act"
        return tuple(s.detach() for s in state)

    def forward(self, obs, state=None):
        out, state = self.lstm(self.torso(obs), state)  #: before r2d2 if "torso_act"
        return self.head(out), state

    def act(self, obs, state):
        (dist, value), state = self(obs.unsqueeze(0), state)
        action = dist.sample().clamp_(-1, 1)
        return action.squeeze(0), value, state
