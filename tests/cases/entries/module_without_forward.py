"""A module class without forward is entered through its public methods."""

import torch
from torch import nn


class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(3, 4)
        self.lstm = nn.LSTM(4, 4)  #: layer core
        self.actor = nn.Linear(4, 2)
        self.critic = nn.Linear(4, 1)

    def get_states(self, x, state):
        hidden = torch.relu(self.body(x))  #: before core
        return self.lstm(hidden, state)

    def get_value(self, x, state):
        hidden, _ = self.get_states(x, state)
        return torch.relu(self.critic(hidden))  #: after core

    def get_action(self, x, state):
        hidden, state = self.get_states(x, state)
        return torch.distributions.Categorical(logits=self.actor(hidden)).sample(), state


# drive: Agent().get_value(torch.zeros(5, 2, 3), None), Agent().get_action(torch.zeros(5, 2, 3), None)
