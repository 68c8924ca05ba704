"""Where there is no forward, a method that only others call is as good an entry as one that this code calls."""

import torch
from torch import nn


class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=yes

    def get_value(self, x):
        return torch.relu(self._encode(x))  #: after rnn

    def act(self, x):
        return self._encode(torch.tanh(x))

    def _encode(self, x):
        return self.rnn(x)[0]


def rollout(agent, x):
    return agent.act(x)


# drive: rollout(Agent(), torch.zeros(5, 2, 4)), Agent().get_value(torch.zeros(5, 2, 4))
