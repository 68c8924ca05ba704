"""Trainers and agents own layers and are none; so do those who use them, as far as they name an activation."""

import torch
import torch.nn.functional as F
from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]


def build():
    return Encoder()


class Trainer:
    def __init__(self):
        self.model = build()

    def step(self, x):
        return F.relu(1 - self.model(x)).mean()  #: after enc


class Later:
    def __init__(self, rate):
        self.rate = rate

    def setup(self):
        self.model = Encoder()

    def step(self, x):
        return F.relu(self.rate - self.model(x)).mean()  #: after enc if "setup"


class Agent:
    def __init__(self):
        self.net = nn.LSTM(3, 3)  #: layer agent

    def act(self, x):
        return self.net(x)[0]


class Learner(Agent):
    def learn(self, x):
        return F.relu(self.act(x))  #: after agent


class Runner:
    def __init__(self):
        self.agent = Agent()

    def run(self, x):
        return torch.relu(self.agent.act(x))  #: after agent


def play(x):
    agent = Agent()
    bent = F.relu(x)  #: before agent
    return agent.act(bent)


def main(x):
    return Learner().learn(x)


# drive: Trainer().step(torch.zeros(2, 2, 3)), Learner().learn(torch.zeros(2, 2, 3)), Runner().run(torch.zeros(2, 2, 3)), play(torch.zeros(2, 2, 3))
# drive: (later := Later(1.0)).setup(), later.step(torch.zeros(2, 2, 3)), Trainer().step(torch.zeros(2, 2, 3)), Learner().learn(torch.zeros(2, 2, 3)), Runner().run(torch.zeros(2, 2, 3)), play(torch.zeros(2, 2, 3))
