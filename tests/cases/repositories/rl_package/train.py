"""Collects with act, learns with burn-in."""

import torch
import torch.nn.functional as F

from policies.recurrent import RecurrentPolicy


class Env:
    def reset(self):
        return torch.rand(1, 3)

    def step(self, action):
        return torch.rand(1, 3), float(action.sum()), False


def collect(policy, env, steps=3):
    obs, state, trajectory = env.reset(), None, []
    for _ in range(steps):
        action, value, state = policy.act(obs, state)
        obs, reward, done = env.step(action)
        trajectory.append((obs, reward))
        if done:
            state = None
    return torch.stack([o for o, _ in trajectory]), torch.tensor([r for _, r in trajectory])


def train(epochs=1):
    policy = RecurrentPolicy(3, 2)
    optimizer = torch.optim.Adam(policy.parameters())
    for _ in range(epochs):
        obs, rewards = collect(policy, Env())
        state = policy.burn_in(obs[:1])
        (dist, value), _ = policy(obs[1:], state)
        loss = F.mse_loss(value.flatten(), rewards[1:]) + F.relu(-dist.log_prob(dist.mean + 1)).mean()  #: after r2d2
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return policy


# drive: train()
# drive: [train(2), (p := RecurrentPolicy(3, 2, torso_act="relu")), p(torch.rand(2, 1, 3), p.burn_in(torch.rand(1, 1, 3)))]
