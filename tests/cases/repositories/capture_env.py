"""A2C loop: an action sampled from the policy goes to an environment; observations come back as numpy."""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.distributions import Categorical


class Env:
    def __init__(self, horizon=3):
        self.t, self.horizon = 0, horizon

    def reset(self):
        self.t = 0
        return np.zeros(3, dtype=np.float32)

    def step(self, action):
        self.t += 1
        obs = np.full(3, float(self.t), dtype=np.float32)
        return obs, 1.0 if action == 0 else 0.0, self.t >= self.horizon, {}


class Policy(nn.Module):
    def __init__(self, n_obs=3, n_act=2, hidden=4):
        super().__init__()
        self.affine = nn.Linear(n_obs, hidden)
        self.core = nn.GRUCell(hidden + n_act, hidden)  #: layer core
        self.pi = nn.Linear(hidden, n_act)
        self.v = nn.Linear(hidden, 1)
        self.n_act = n_act
        self.saved = []

    def forward(self, obs, last_action, h):
        x = F.relu(self.affine(obs))  #: before core
        onehot = F.one_hot(last_action, self.n_act).float()
        h = self.core(torch.cat([x, onehot], -1), h)
        return F.softmax(self.pi(h), dim=-1), self.v(h), h


def finish_episode(policy, rewards, optimizer):
    R, losses, returns = 0, [], []
    for r in rewards[::-1]:
        R = r + 0.99 * R
        returns.insert(0, R)
    returns = torch.tensor(returns)
    returns = F.relu(returns - returns.mean())
    for (logp, value), R in zip(policy.saved, returns):
        losses.append(-logp * (R - value.item()) + F.smooth_l1_loss(value.squeeze(), R))
    optimizer.zero_grad()
    torch.stack(losses).sum().backward()
    optimizer.step()
    del policy.saved[:]


def main():
    env, policy = Env(), Policy()
    optimizer = torch.optim.Adam(policy.parameters(), lr=1e-2)
    for episode in range(2):
        obs, done, rewards = env.reset(), False, []
        h, last = torch.zeros(1, 4), torch.zeros(1, dtype=torch.long)
        while not done:
            probs, value, h = policy(torch.from_numpy(obs).unsqueeze(0), last, h)
            m = Categorical(probs)
            last = m.sample()
            policy.saved.append((m.log_prob(last), value))
            obs, reward, done, _ = env.step(last.item())
            rewards.append(reward)
        finish_episode(policy, rewards, optimizer)


# drive: main()
