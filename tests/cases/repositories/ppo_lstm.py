"""CleanRL-like PPO with an LSTM core."""
import numpy as np
import torch
import torch.nn as nn
from torch.distributions.categorical import Categorical


def layer_init(layer, std=np.sqrt(2), bias_const=0.0):
    torch.nn.init.orthogonal_(layer.weight, std)
    torch.nn.init.constant_(layer.bias, bias_const)
    return layer


class Agent(nn.Module):
    def __init__(self, n_actions=3):
        super().__init__()
        self.network = nn.Sequential(
            layer_init(nn.Conv2d(1, 4, 4, stride=2)),
            nn.ReLU(),
            nn.Flatten(),
            layer_init(nn.Linear(4 * 3 * 3, 8)),
            nn.ReLU(),
        )
        self.lstm = nn.LSTM(8, 6)  #: layer core
        for name, param in self.lstm.named_parameters():
            if "bias" in name:
                nn.init.constant_(param, 0)
            elif "weight" in name:
                nn.init.orthogonal_(param, 1.0)
        self.actor = layer_init(nn.Linear(6, n_actions), std=0.01)
        self.critic = layer_init(nn.Linear(6, 1), std=1)

    def get_states(self, x, lstm_state, done):
        hidden = self.network(x / 255.0)  #: before core defined=19; before core defined=22
        batch_size = lstm_state[0].shape[1]
        hidden = hidden.reshape((-1, batch_size, self.lstm.input_size))
        done = done.reshape((-1, batch_size))
        new_hidden = []
        for h, d in zip(hidden, done):
            h, lstm_state = self.lstm(
                h.unsqueeze(0),
                (
                    (1.0 - d).view(1, -1, 1) * lstm_state[0],
                    (1.0 - d).view(1, -1, 1) * lstm_state[1],
                ),
            )
            new_hidden += [h]
        new_hidden = torch.flatten(torch.cat(new_hidden), 0, 1)
        return new_hidden, lstm_state

    def get_value(self, x, lstm_state, done):
        hidden, _ = self.get_states(x, lstm_state, done)
        return self.critic(hidden)

    def get_action_and_value(self, x, lstm_state, done, action=None):
        hidden, lstm_state = self.get_states(x, lstm_state, done)
        logits = self.actor(hidden)
        probs = Categorical(logits=logits)
        if action is None:
            action = probs.sample()
        return action, probs.log_prob(action), probs.entropy(), self.critic(hidden), lstm_state


def rollout(num_steps=2, num_envs=2):
    agent = Agent()
    optimizer = torch.optim.Adam(agent.parameters(), lr=1e-3)
    state = (torch.zeros(1, num_envs, 6), torch.zeros(1, num_envs, 6))
    initial = (state[0].clone(), state[1].clone())
    obs = torch.zeros(num_steps, num_envs, 1, 8, 8)
    actions = torch.zeros(num_steps, num_envs)
    values = torch.zeros(num_steps, num_envs)
    done = torch.zeros(num_envs)
    for step in range(num_steps):
        with torch.no_grad():
            action, logprob, _, value, state = agent.get_action_and_value(obs[step], state, done)
            values[step] = value.flatten()
        actions[step] = action
    with torch.no_grad():
        nxt = agent.get_value(obs[-1], state, done).reshape(1, -1)
    advantages = (nxt - values).clamp(min=0)
    _, newlogprob, entropy, newvalue, _ = agent.get_action_and_value(
        obs.reshape((-1, 1, 8, 8)), initial, torch.zeros(num_steps, num_envs), actions.long().reshape(-1))
    pg = -(advantages.reshape(-1) * newlogprob).mean()
    loss = pg + torch.relu(newvalue.view(-1) - values.reshape(-1)).mean() - entropy.mean()  #: after core
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


# drive: rollout()
