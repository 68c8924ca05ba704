"""World model: RSSM with GRUCell, imagination rollouts that go through the posterior's feature path."""

import torch
from torch import nn


def mlp(i, h, o, act=nn.ELU):
    return nn.Sequential(nn.Linear(i, h), act(), nn.Linear(h, o))


class RSSM(nn.Module):
    def __init__(self, stoch=2, deter=4, embed=3, action=1):
        super().__init__()
        self.stoch, self.deter = stoch, deter
        self.inp = nn.Linear(stoch + action, deter)
        self.cell = nn.GRUCell(deter, deter)  #: layer cell
        self.prior = mlp(deter, 4, 2 * stoch)
        self.post = mlp(deter + embed, 4, 2 * stoch, nn.ReLU)

    def initial(self, batch):
        return {"stoch": torch.zeros(batch, self.stoch), "deter": torch.zeros(batch, self.deter)}

    def img_step(self, prev, action):
        x = torch.cat([prev["stoch"], action], -1)
        x = nn.functional.relu(self.inp(x))  #: before cell; after cell if
        deter = self.cell(x, prev["deter"])
        mean, std = self.prior(deter).chunk(2, -1)
        return {"stoch": mean + torch.randn_like(mean) * std.exp(), "deter": deter}

    def obs_step(self, prev, action, embed):
        prior = self.img_step(prev, action)
        x = torch.cat([prior["deter"], embed], -1)
        mean, std = torch.chunk(self.post(x), 2, dim=-1)  #: after cell; before cell if
        stoch = mean + torch.exp(std) * torch.randn_like(std)
        return {"stoch": stoch, "deter": prior["deter"]}, prior

    def observe(self, embed, action):
        state = self.initial(embed.size(1))
        posts, priors = [], []
        for e, a in zip(embed, action):
            state, prior = self.obs_step(state, a, e)
            posts.append(state)
            priors.append(prior)
        return {k: torch.stack([p[k] for p in posts], 0) for k in posts[0]}, priors


class WorldModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.dynamics = RSSM()
        self.encoder = mlp(5, 4, 3)
        self.decoder = mlp(6, 4, 5)
        self.reward = mlp(6, 4, 1, act=lambda: nn.LeakyReLU(0.2))

    def forward(self, obs, action):
        post, _ = self.dynamics.observe(self.encoder(obs), action)
        feat = torch.cat([post["stoch"], post["deter"]], -1)
        return self.decoder(feat), self.reward(feat)


# drive: WorldModel()(torch.rand(1, 2, 5), torch.rand(1, 2, 1))
# drive: WorldModel()(torch.rand(3, 2, 5), torch.rand(3, 2, 1))
