import torch
from torch import nn


class Rssm(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def img_step(self, prev, action):
        return self.cell(action, prev)

    def obs_step(self, prev, action, embed):
        return self.img_step(prev, action) + embed


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rssm = Rssm()
        self.actor = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
        self.reward = nn.Sequential(nn.Linear(4, 4), nn.ReLU())

    def forward(self, obs, actions, horizon=2):
        state = torch.zeros(2, 4)
        for t in range(obs.size(0)):
            state = self.rssm.obs_step(state, actions[t], obs[t])
        rewards = []
        for _ in range(horizon):
            state = self.rssm.img_step(state, self.actor(state))  #: after cell; before cell
            rewards.append(self.reward(state))  #: after cell
        return torch.stack(rewards)


# drive: Net()(torch.rand(3, 2, 4), torch.rand(3, 2, 4))
