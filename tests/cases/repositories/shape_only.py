"""Only the shape of rectified features reaches the recurrent layer."""
import torch
import torch.nn as nn


class ShapeOnly(nn.Module):
    def __init__(self, c=3, h=4):
        super().__init__()
        self.stem = nn.Sequential(nn.Linear(c, h), nn.ReLU())
        self.lin = nn.Linear(c, h)
        self.rnn = nn.LSTM(h, h, batch_first=True)  #: layer rnn
        self.fc = nn.Linear(h, 1)
        self.h = h

    def get_init(self, ref):
        h0 = ref.new_zeros(1, ref.size(0), self.h)
        c0 = torch.ones_like(h0)
        return h0, c0

    def forward(self, x, lengths=None):
        feats = self.stem(x)
        B, T, D = feats.shape
        pos = torch.arange(T, device=feats.device).float().view(1, T, 1).expand(B, T, D)
        inp = self.lin(x).reshape(feats.size(0), -1, feats.shape[-1]) + pos
        inp = inp.to(feats.dtype).type_as(feats)
        out, (h, c) = self.rnn(inp, self.get_init(feats))
        mask = torch.zeros(out.size()[:2], dtype=torch.bool)
        if lengths is not None:
            for i, n in enumerate(lengths):
                mask[i, n:] = True
        weights = torch.rand_like(out)
        penalty = torch.relu(weights - 0.5).sum()
        n_steps = torch.relu(torch.tensor(float(out.shape[1])))
        gated = torch.relu(feats) * torch.sigmoid(out)
        gated = gated.masked_fill(mask.unsqueeze(-1), 0.0)
        return self.fc(gated), penalty / n_steps


# drive: ShapeOnly()(torch.rand(2, 5, 3), [5, 3])
