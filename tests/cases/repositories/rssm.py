"""Dreamer-like world model with imagined rollouts."""
from typing import NamedTuple

import torch
import torch.nn as nn
import torch.nn.functional as F


class State(NamedTuple):
    mean: torch.Tensor
    std: torch.Tensor
    stoch: torch.Tensor
    deter: torch.Tensor

    def feat(self):
        return torch.cat([self.stoch, self.deter], dim=-1)


class RSSM(nn.Module):
    def __init__(self, act_dim=2, stoch=3, deter=4, embed=5):
        super().__init__()
        self.sd, self.dd = stoch, deter
        self.fc_in = nn.Linear(stoch + act_dim, deter)
        self.cell = nn.GRUCell(deter, deter)  #: layer cell
        self.prior = nn.Sequential(nn.Linear(deter, 6), nn.ELU(), nn.Linear(6, 2 * stoch))
        self.post = nn.Sequential(nn.Linear(deter + embed, 6), nn.ReLU(), nn.Linear(6, 2 * stoch))

    def init(self, b):
        z = torch.zeros(b, self.sd)
        return State(z, z, z, torch.zeros(b, self.dd))

    def _dist(self, x):
        mean, std = x.chunk(2, -1)
        std = F.softplus(std) + 0.1
        return mean, std, mean + std * torch.randn_like(std)

    def img_step(self, prev, action):
        x = F.elu(self.fc_in(torch.cat([prev.stoch, action], -1)))
        deter = self.cell(x, prev.deter)
        return State(*self._dist(self.prior(deter)), deter)

    def obs_step(self, prev, action, embed):
        prior = self.img_step(prev, action)
        x = torch.cat([prior.deter, embed], -1)
        post = State(*self._dist(self.post(x)), prior.deter)  #: after cell; before cell
        return post, prior


class Actor(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(7, 6), nn.ReLU(), nn.Linear(6, 2), nn.Tanh())

    def forward(self, feat):
        return self.net(feat.detach())  #: after cell; before cell


class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = nn.Sequential(nn.Linear(6, 5), nn.ReLU())
        self.rssm = RSSM()
        self.actor = Actor()
        self.reward = nn.Sequential(nn.Linear(7, 6), nn.ReLU(), nn.Linear(6, 1))

    def forward(self, obs, actions, horizon=2):
        embeds = self.enc(obs)  #: before cell
        state = self.rssm.init(obs.size(1))
        for t in range(obs.size(0)):
            state, prior = self.rssm.obs_step(state, actions[t], embeds[t])
        kl = (state.mean - prior.mean).pow(2).mean()
        rewards = []
        for _ in range(horizon):
            state = self.rssm.img_step(state, self.actor(state.feat()))
            rewards.append(self.reward(state.feat()))  #: after cell
        return torch.stack(rewards), kl


# drive: Agent()(torch.rand(3, 2, 6), torch.rand(3, 2, 2))
