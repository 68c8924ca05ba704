import torch
from torch import nn


class Agent(nn.Module):
    mode = ["compute_actor", "compute_critic"]

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer enc
        self.actor = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
        self.critic = nn.Linear(4, 1)

    def forward(self, inputs, mode):
        assert mode in self.mode, mode
        return getattr(self, mode)(inputs)

    def compute_actor(self, inputs):
        x, _ = self.rnn(inputs)
        return self.actor(x)  #: after enc if "compute_actor"

    def compute_critic(self, inputs):
        x, _ = self.rnn(inputs)
        return self.critic(x)


# drive: Agent()(torch.randn(3, 2, 4), "compute_actor")
# drive: Agent()(torch.randn(3, 2, 4), "compute_critic")
