"""DRQN: conv trunk, LSTM, duelling heads; one of which has a ReLU on the trunk only."""
import random

import torch
import torch.nn as nn
import torch.nn.functional as F


class DRQN(nn.Module):
    def __init__(self, in_channels, n_actions, hidden=8):
        super().__init__()
        self.n_actions = n_actions
        self.hidden = hidden
        self.conv = nn.Sequential(
            nn.Conv2d(in_channels, 4, 3, stride=2),
            nn.ReLU(inplace=True),
            nn.Conv2d(4, 4, 3, stride=2),
            nn.ReLU(inplace=True),
            nn.Flatten(),
        )
        self.lstm = nn.LSTM(4 * 3 * 3, hidden, batch_first=True)  #: layer rnn
        self.adv1 = nn.Linear(hidden, hidden)
        self.adv2 = nn.Linear(hidden, n_actions)
        self.val = nn.Linear(hidden, 1)
        self.recon = nn.Linear(36, 5)

    def forward(self, x, hidden=None):
        b, t = x.size(0), x.size(1)
        feats = self.conv(x.flatten(0, 1))  #: before rnn defined=16; before rnn defined=18
        recon = F.relu(self.recon(feats))
        feats = feats.view(b, t, -1)
        if hidden is None:
            hidden = self.init_hidden(b)
        out, hidden = self.lstm(feats, hidden)
        adv = self.adv2(F.relu(self.adv1(out)))  #: after rnn
        val = self.val(out)
        q = val + adv - adv.mean(2, keepdim=True)
        return q, hidden, recon

    def init_hidden(self, b):
        return (torch.zeros(1, b, self.hidden), torch.zeros(1, b, self.hidden))

    def act(self, state, epsilon, hidden):
        q, hidden, _ = self.forward(state, hidden)
        if random.random() > epsilon:
            return q.max(2)[1].view(-1)[0].item(), hidden
        return random.randrange(self.n_actions), hidden


class ReplayBuffer:
    def __init__(self, size):
        self.memory = []

    def push(self, *transition):
        self.memory.append(transition)

    def sample(self, n):
        return list(zip(*random.sample(self.memory, n)))


def compute_td_loss(model, target, buffer, n):
    states, actions, rewards = buffer.sample(n)
    states = torch.cat(states)
    q, _, _ = model(states)
    with torch.no_grad():
        nxt, _, _ = target(states)
    q_value = q[:, -1].gather(1, torch.tensor(actions).unsqueeze(1)).squeeze(1)
    expected = torch.tensor(rewards) + 0.9 * nxt[:, -1].max(1)[0]
    return (q_value - expected).pow(2).mean()


def train(steps=3):
    model, target = DRQN(1, 3), DRQN(1, 3)
    target.load_state_dict(model.state_dict())
    buffer = ReplayBuffer(10)
    hidden = None
    for step in range(steps):
        state = torch.rand(1, 1, 1, 16, 16)
        action, hidden = model.act(state, 0.1, hidden)
        buffer.push(state, action, float(step))
    loss = compute_td_loss(model, target, buffer, 2)
    loss.backward()


# drive: train()
