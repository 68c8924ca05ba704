"""A recurrent Q network that keeps its hidden state in the caller's hands."""

import torch
import torch.nn.functional as F
from torch import nn


class DRQN(nn.Module):
    def __init__(self, n_obs, n_actions, hidden=4):
        super().__init__()
        self.hidden = hidden
        self.fc1 = nn.Linear(n_obs, hidden)
        self.rnn = nn.GRUCell(hidden, hidden)  #: layer rnn
        self.fc2 = nn.Linear(hidden, n_actions)

    def init_hidden(self):
        return self.fc1.weight.new(1, self.hidden).zero_()

    def forward(self, obs, hidden):
        x = F.relu(self.fc1(obs))  #: before rnn
        h = self.rnn(x, hidden.reshape(-1, self.hidden))
        return self.fc2(h), h


class Learner:
    def __init__(self):
        self.agent = DRQN(3, 2)
        self.mixer = nn.Linear(2, 1)

    def learn(self, episode):
        hidden = self.agent.init_hidden().expand(episode.size(1), -1)
        values = []
        for obs in episode:
            q, hidden = self.agent(obs, hidden)
            values.append(q.max(-1, keepdim=True)[0])
        return F.relu(torch.stack(values)).mean()  #: after rnn


# drive: Learner().learn(torch.zeros(5, 2, 3))
