"""Deep knowledge tracing with yaml-like config; skill gather at the end; a ReLU on question difficulty alone."""

import torch
from torch import nn

CONFIG = {"model": {"rnn": "LSTM", "num_skills": 4, "hidden": 5, "difficulty": True}, "train": {"lr": 0.1}}


class DKT(nn.Module):
    def __init__(self, rnn, num_skills, hidden, difficulty=False, **unused):
        super().__init__()
        self.num_skills = num_skills
        self.interaction = nn.Embedding(2 * num_skills, hidden)
        self.rnn = getattr(nn, rnn)(hidden, hidden, batch_first=True)  #: layer rnn on_output=no
        self.out = nn.Linear(hidden, num_skills)
        self.difficulty = nn.Embedding(num_skills, 1) if difficulty else None

    def forward(self, skills, correct):
        x = self.interaction(skills + self.num_skills * correct)
        states, *_ = self.rnn(x)
        logits = self.out(states)
        if self.difficulty is not None:
            margin = self.difficulty(skills).relu()
            logits = logits - margin
        return torch.sigmoid(logits)

    def predict(self, skills, correct):
        probs = self(skills[:, :-1], correct[:, :-1])
        return torch.gather(probs, 2, skills[:, 1:].unsqueeze(-1)).squeeze(-1)


def build(config):
    return DKT(**config["model"])


def main():
    model = build(CONFIG)
    skills = torch.ones(2, 4, dtype=torch.long)
    correct = torch.zeros(2, 4, dtype=torch.long)
    return model.predict(skills, correct)


# drive: main()
