"""DeepAR: the last sample is fed back; softplus scale; a ReLU on the sampled value makes a loop."""

import torch
import torch.nn as nn
from torch.distributions import Normal


class DeepAR(nn.Module):
    def __init__(self, covariates=2, hidden=4, num_layers=1, non_negative=False):
        super().__init__()
        self.non_negative = non_negative
        self.lstm = nn.LSTM(1 + covariates, hidden, num_layers, batch_first=True)  #: layer lstm
        self.mu = nn.Linear(hidden, 1)
        self.presigma = nn.Sequential(nn.Linear(hidden, 1), nn.Softplus())

    def distribution(self, out):
        return self.mu(out), self.presigma(out) + 1e-4

    def forward(self, target, cov):
        scale = target.abs().mean(dim=1, keepdim=True) + 1
        x = torch.cat([target.unsqueeze(-1) / scale.unsqueeze(-1), cov], dim=-1)
        out, state = self.lstm(x)
        mu, sigma = self.distribution(out)
        return mu * scale.unsqueeze(-1), sigma * scale.unsqueeze(-1), state

    @torch.no_grad()
    def sample(self, target, cov, future):
        *_, state = self.forward(target, cov)
        last = target[:, -1:]
        samples = torch.zeros(target.size(0), future.size(1))
        for t in range(future.size(1)):
            step = torch.cat([last.unsqueeze(-1), future[:, t : t + 1]], dim=-1)
            out, state = self.lstm(step, state)
            mu, sigma = self.distribution(out[:, -1])
            value = Normal(mu, sigma).sample()
            if self.non_negative:
                value = torch.relu(value)  #: after lstm if "non_negative"; before lstm if
            samples[:, t] = value[:, 0]
            last = value
        return samples


def forecast(model: DeepAR, history, cov, future, n=2):
    draws = [model.sample(history, cov, future) for _ in range(n)]
    return torch.stack(draws).quantile(0.5, dim=0)


# drive: DeepAR()(torch.rand(2, 3), torch.rand(2, 3, 2))
# drive: forecast(DeepAR(non_negative=True), torch.rand(2, 3), torch.rand(2, 3, 2), torch.rand(2, 3, 2))
# drive: forecast(DeepAR(), torch.rand(2, 3), torch.rand(2, 3, 2), torch.rand(2, 1, 2))
