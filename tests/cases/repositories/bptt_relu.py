"""Truncated BPTT; the carried hidden state is rectified between chunks."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class LM(nn.Module):
    def __init__(self, vocab=8, dim=4):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim)
        self.rnn = nn.RNN(dim, dim)  #: layer rnn
        self.dec = nn.Linear(dim, vocab)

    def forward(self, x, h):
        out, h = self.rnn(self.emb(x), h)
        return self.dec(out), h


def get_batch(source, i, bptt):
    seq_len = min(bptt, len(source) - 1 - i)
    return source[i:i + seq_len], source[i + 1:i + 1 + seq_len].reshape(-1)


def detach(state):
    if isinstance(state, (list, tuple)):
        return [detach(s) for s in state]
    return F.relu(state.detach())  #: before rnn; after rnn if


def train_epoch(model, data, bptt=3):
    model.train()
    criterion = nn.CrossEntropyLoss()
    hidden = torch.zeros(1, data.size(1), 4)
    total = 0.0
    for i in range(0, data.size(0) - 1, bptt):
        x, y = get_batch(data, i, bptt)
        hidden = detach(hidden)
        out, hidden = model(x, hidden)
        loss = criterion(out.view(-1, 8), y)
        loss.backward()
        total += loss.item()
    reg = F.relu(torch.tensor(total))
    return reg


def main(n):
    return train_epoch(LM(), torch.zeros(n, 2, dtype=torch.long))


# drive: main(7)
# drive: main(4)
