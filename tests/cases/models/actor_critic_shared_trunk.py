"""Actor and critic share the recurrent trunk; only the critic's head is rectified, and each entry is called."""

import torch
from torch import nn


class ActorCritic(nn.Module):
    def __init__(self):
        super().__init__()
        self.trunk = nn.LSTM(3, 4)  #: layer trunk
        self.actor = nn.Linear(4, 2)
        self.critic = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 1))

    def features(self, x, state=None):
        out, state = self.trunk(x, state)
        return out[-1], state

    def act(self, x):
        features, _ = self.features(x)
        return torch.distributions.Categorical(logits=self.actor(features)).sample()

    def evaluate(self, x):
        features, _ = self.features(x)
        return self.critic(features)  #: after trunk defined=12


def rollout(x):
    policy = ActorCritic()
    return policy.act(x), policy.evaluate(x)


# drive: rollout(torch.zeros(5, 2, 3))
