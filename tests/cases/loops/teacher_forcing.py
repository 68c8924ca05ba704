"""Teacher forcing: the decoder's own output comes back only without it."""

import torch
import torch.nn.functional as F
from torch import nn


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(7, 4)
        self.gru = nn.GRU(4, 4)  #: layer dec
        self.out = nn.Linear(4, 7)

    def step(self, token, hidden):
        embedded = F.relu(self.embedding(token).unsqueeze(0))  #: before dec; after dec if "teacher_forcing"
        output, hidden = self.gru(embedded, hidden)
        return self.out(output[0]), hidden

    def forward(self, target, hidden, teacher_forcing=True):
        token = torch.zeros_like(target[0])
        outputs = []
        for t in range(target.size(0)):
            output, hidden = self.step(token, hidden)
            outputs.append(output)
            token = target[t] if teacher_forcing else output.argmax(-1)
        return torch.stack(outputs)


# drive: Decoder()(torch.zeros(4, 2, dtype=torch.long), torch.zeros(1, 2, 4))
# drive: Decoder()(torch.zeros(4, 2, dtype=torch.long), torch.zeros(1, 2, 4), False)
