"""Siamese (InferSent-like) and a dropped-in Manhattan variant."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Encoder(nn.Module):
    def __init__(self, d=3, h=4):
        super().__init__()
        self.lstm = nn.LSTM(d, h, bidirectional=True)  #: layer rnn
        self.pool_type = "max"

    def forward(self, sent_tuple):
        sent, lens = sent_tuple
        lens_sorted, idx = torch.sort(lens, descending=True)
        sent = sent.index_select(1, idx)
        packed = nn.utils.rnn.pack_padded_sequence(sent, lens_sorted)
        out = self.lstm(packed)[0]
        out = nn.utils.rnn.pad_packed_sequence(out)[0]
        _, unsort = torch.sort(idx)
        out = out.index_select(1, unsort)
        if self.pool_type == "mean":
            return F.relu(out.sum(0) / lens.float().unsqueeze(1))
        return torch.max(out, 0)[0]


class NLINet(nn.Module):
    def __init__(self, nonlinear_fc=False):
        super().__init__()
        self.encoder = Encoder()
        self.nonlinear_fc = nonlinear_fc
        if self.nonlinear_fc:
            self.classifier = nn.Sequential(
                nn.Dropout(p=0.1), nn.Linear(32, 4), nn.ReLU(),
                nn.Linear(4, 3))
        else:
            self.classifier = nn.Sequential(nn.Linear(32, 4), nn.Linear(4, 3))

    def forward(self, s1, s2):
        u = self.encoder(s1)
        v = self.encoder(s2)
        features = torch.cat((u, v, torch.abs(u - v), u * v), 1)
        return self.classifier(features)  #: after rnn if "nonlinear_fc"

    def encode(self, s1):
        return self.encoder(s1)


def evaluate(pairs):
    net = NLINet()
    embs = [net.encode(p) for p in pairs]
    sims = F.cosine_similarity(embs[0], embs[1])
    return sims, F.relu(torch.stack([p[0].mean() for p in pairs]))


# drive: evaluate([(torch.rand(4, 2, 3), torch.tensor([3, 4])), (torch.rand(4, 2, 3), torch.tensor([4, 2]))])
# drive: NLINet(True)(*[(torch.rand(4, 2, 3), torch.tensor([3, 4]))] * 2)
