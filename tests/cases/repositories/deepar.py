"""DeepAR-like forecaster; params come as a small namespace."""
import torch
import torch.nn as nn
from dataclasses import dataclass


@dataclass
class Params:
    cov_dim: int = 3
    embedding_dim: int = 4
    hidden: int = 5
    layers: int = 1
    dropout: float = 0.0
    predict_steps: int = 2
    relu_mu: bool = False


class Net(nn.Module):
    def __init__(self, params):
        super(Net, self).__init__()
        self.params = params
        self.embedding = nn.Embedding(3, params.embedding_dim)
        self.lstm = nn.LSTM(  #: layer rnn
            input_size=1 + params.cov_dim + params.embedding_dim,
            hidden_size=params.hidden,
            num_layers=params.layers,
            bias=True, batch_first=False, dropout=params.dropout)
        for names in self.lstm._all_weights:
            for name in filter(lambda n: "bias" in n, names):
                bias = getattr(self.lstm, name)
                n = bias.size(0)
                bias.data[n // 4:n // 2].fill_(1.)
        self.relu = nn.ReLU()
        self.distribution_mu = nn.Linear(params.hidden * params.layers, 1)
        self.distribution_presigma = nn.Linear(params.hidden * params.layers, 1)
        self.distribution_sigma = nn.Softplus()

    def forward(self, x, idx, hidden, cell):
        onehot_embed = self.embedding(idx)
        lstm_input = torch.cat((x, onehot_embed), dim=2)
        output, (hidden, cell) = self.lstm(lstm_input, (hidden, cell))
        hidden_permute = hidden.permute(1, 2, 0).contiguous().view(hidden.shape[1], -1)
        pre_sigma = self.distribution_presigma(hidden_permute)
        mu = self.distribution_mu(hidden_permute)
        if self.params.relu_mu:
            mu = self.relu(mu)  #: after rnn if "relu_mu"
        sigma = self.distribution_sigma(pre_sigma)
        return torch.squeeze(mu), torch.squeeze(sigma), hidden, cell

    def init_hidden(self, n):
        return torch.zeros(self.params.layers, n, self.params.hidden)

    def init_cell(self, n):
        return torch.zeros(self.params.layers, n, self.params.hidden)


def loss_fn(mu, sigma, labels):
    zero_index = (labels != 0)
    dist = torch.distributions.normal.Normal(mu[zero_index], sigma[zero_index])
    return -torch.mean(dist.log_prob(labels[zero_index]))


def evaluate(model, x, idx, n=2):
    hidden, cell = model.init_hidden(n), model.init_cell(n)
    for t in range(x.size(0)):
        mu, sigma, hidden, cell = model(x[t:t + 1], idx, hidden, cell)
    x = torch.relu(x)
    return mu, x


# drive: evaluate(Net(Params()), torch.rand(3, 2, 4), torch.zeros(1, 2, dtype=torch.long))
# drive: evaluate(Net(Params(relu_mu=True)), torch.rand(3, 2, 4), torch.zeros(1, 2, dtype=torch.long))
