"""Stateful character generator: the state lives on the module."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class CharRNN(nn.Module):
    def __init__(self, vocab, hidden):
        super().__init__()
        self.vocab, self.hidden_size = vocab, hidden
        self.encoder = nn.Embedding(vocab, hidden)
        self.gru = nn.GRU(hidden, hidden)  #: layer rnn
        self.mix = nn.Linear(hidden, hidden)
        self.decoder = nn.Linear(hidden, vocab)
        self.state = None

    def reset(self):
        self.state = None

    def forward(self, token):
        x = self.encoder(token).view(1, 1, -1)
        if self.state is not None:
            x = x + F.relu(self.mix(self.state))  #: after rnn if; before rnn if
        out, self.state = self.gru(x, self.state)
        return self.decoder(out.view(1, -1))


def generate(prime, length, temperature=0.8):
    net = CharRNN(10, 5)
    net.reset()
    with torch.no_grad():
        for tok in prime[:-1]:
            net(tok)
        tok = prime[-1]
        result = []
        for _ in range(length):
            dist = net(tok).view(-1).div(temperature).exp()
            tok = torch.multinomial(dist, 1)[0]
            result.append(tok.item())
    return result


# drive: generate(torch.zeros(3, dtype=torch.long), 3)
# drive: generate(torch.zeros(1, dtype=torch.long), 1)
