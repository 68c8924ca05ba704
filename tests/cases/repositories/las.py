"""Listen, attend and spell with a pyramidal listener."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class pBLSTMLayer(nn.Module):
    def __init__(self, in_dim, hidden, rnn_unit="LSTM"):
        super().__init__()
        self.rnn_unit = getattr(nn, rnn_unit.upper())
        self.BLSTM = self.rnn_unit(in_dim * 2, hidden, 1, bidirectional=True, batch_first=True)  #: layer listen

    def forward(self, x):
        b, t, d = x.size()
        x = x.contiguous().view(b, t // 2, d * 2)
        output, hidden = self.BLSTM(x)
        return output, hidden


class Listener(nn.Module):
    def __init__(self, in_dim, hidden, layers=2):
        super().__init__()
        self.layers = layers
        self.pLSTM_layer0 = pBLSTMLayer(in_dim, hidden)
        for i in range(1, layers):
            setattr(self, 'pLSTM_layer' + str(i), pBLSTMLayer(hidden * 2, hidden))

    def forward(self, x):
        output, _ = self.pLSTM_layer0(x)
        for i in range(1, self.layers):
            output, _ = getattr(self, 'pLSTM_layer' + str(i))(output)
        return output


class Attention(nn.Module):
    def __init__(self, dim, mlp_preprocess_input=True, activate='relu'):
        super().__init__()
        self.mlp_preprocess_input = mlp_preprocess_input
        if mlp_preprocess_input:
            self.phi = nn.Linear(dim, dim, bias=False)
            self.psi = nn.Linear(dim, dim)
            if activate != 'None':
                self.activate = getattr(F, activate)
            else:
                self.activate = None

    def forward(self, decoder_state, listener_feature):
        if self.mlp_preprocess_input:
            if self.activate:
                q = self.activate(self.phi(decoder_state))  #: after spell; after listen if; before spell if
                k = self.activate(self.psi(listener_feature))  #: after listen; before spell if
            else:
                q, k = self.phi(decoder_state), self.psi(listener_feature)
        else:
            q, k = decoder_state, listener_feature
        score = F.softmax(torch.bmm(q, k.transpose(1, 2)).squeeze(1), dim=-1)
        return score, torch.bmm(score.unsqueeze(1), listener_feature).squeeze(1)


class Speller(nn.Module):
    def __init__(self, n_out, dim, max_step):
        super().__init__()
        self.max_step, self.n_out = max_step, n_out
        self.rnn_layer = nn.LSTM(n_out + dim, dim, batch_first=True)  #: layer spell
        self.attention = Attention(dim)
        self.character_distribution = nn.Linear(dim * 2, n_out)

    def forward(self, feats, go):
        word = torch.cat([go, torch.zeros_like(feats[:, 0:1, :])], dim=-1)
        hidden, preds = None, []
        for step in range(self.max_step):
            out, hidden = self.rnn_layer(word, hidden)
            score, context = self.attention(out, feats)
            pred = F.log_softmax(self.character_distribution(torch.cat([out.squeeze(1), context], -1)), -1)
            preds.append(pred)
            word = torch.cat([pred.unsqueeze(1), context.unsqueeze(1)], dim=-1)
        return torch.stack(preds, 1)


class LAS(nn.Module):
    def __init__(self, max_step=2):
        super().__init__()
        self.listener = Listener(3, 4)
        self.speller = Speller(5, 8, max_step)

    def forward(self, x):
        return self.speller(self.listener(x), torch.zeros(x.size(0), 1, 5))


# drive: LAS()(torch.rand(2, 8, 3))
# drive: LAS(1)(torch.rand(2, 8, 3))
