"""Show, attend and tell."""
import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, out=4):
        super().__init__()
        modules = [nn.Conv2d(3, out, 3, padding=1), nn.BatchNorm2d(out), nn.ReLU(), nn.AdaptiveAvgPool2d(7), nn.Linear(7, 2)]
        self.resnet = nn.Sequential(*modules[:-2])
        self.adaptive_pool = nn.AdaptiveAvgPool2d((2, 2))
        self.fine_tune()

    def forward(self, images):
        out = self.adaptive_pool(self.resnet(images))  #: before rnn
        return out.permute(0, 2, 3, 1)

    def fine_tune(self, fine_tune=True):
        for p in self.resnet.parameters():
            p.requires_grad = False
        for c in list(self.resnet.children())[1:]:
            for p in c.parameters():
                p.requires_grad = fine_tune


class Attention(nn.Module):
    def __init__(self, encoder_dim, decoder_dim, attention_dim):
        super(Attention, self).__init__()
        self.encoder_att = nn.Linear(encoder_dim, attention_dim)
        self.decoder_att = nn.Linear(decoder_dim, attention_dim)
        self.full_att = nn.Linear(attention_dim, 1)
        self.relu = nn.ReLU()
        self.softmax = nn.Softmax(dim=1)

    def forward(self, encoder_out, decoder_hidden):
        att1 = self.encoder_att(encoder_out)
        att2 = self.decoder_att(decoder_hidden)
        att = self.full_att(self.relu(att1 + att2.unsqueeze(1))).squeeze(2)  #: before rnn; after rnn if
        alpha = self.softmax(att)
        return (encoder_out * alpha.unsqueeze(2)).sum(dim=1), alpha


class DecoderWithAttention(nn.Module):
    def __init__(self, attention_dim, embed_dim, decoder_dim, vocab_size, encoder_dim=4, dropout=0.5):
        super().__init__()
        self.vocab_size = vocab_size
        self.attention = Attention(encoder_dim, decoder_dim, attention_dim)
        self.embedding = nn.Embedding(vocab_size, embed_dim)
        self.dropout = nn.Dropout(p=dropout)
        self.decode_step = nn.LSTMCell(embed_dim + encoder_dim, decoder_dim, bias=True)  #: layer rnn
        self.init_h = nn.Linear(encoder_dim, decoder_dim)
        self.init_c = nn.Linear(encoder_dim, decoder_dim)
        self.f_beta = nn.Linear(decoder_dim, encoder_dim)
        self.sigmoid = nn.Sigmoid()
        self.fc = nn.Linear(decoder_dim, vocab_size)

    def init_hidden_state(self, encoder_out):
        mean = encoder_out.mean(dim=1)
        return self.init_h(mean), self.init_c(mean)

    def forward(self, encoder_out, captions, lengths):
        b = encoder_out.size(0)
        encoder_out = encoder_out.reshape(b, -1, encoder_out.size(-1))
        lengths, sort_ind = lengths.squeeze(1).sort(dim=0, descending=True)
        encoder_out = encoder_out[sort_ind]
        emb = self.embedding(captions[sort_ind])
        h, c = self.init_hidden_state(encoder_out)
        decode_lengths = (lengths - 1).tolist()
        predictions = torch.zeros(b, max(decode_lengths), self.vocab_size)
        alphas = torch.zeros(b, max(decode_lengths), encoder_out.size(1))
        for t in range(max(decode_lengths)):
            n = sum([l > t for l in decode_lengths])
            awe, alpha = self.attention(encoder_out[:n], h[:n])
            awe = self.sigmoid(self.f_beta(h[:n])) * awe
            h, c = self.decode_step(torch.cat([emb[:n, t, :], awe], dim=1), (h[:n], c[:n]))
            predictions[:n, t, :] = self.fc(self.dropout(h))
            alphas[:n, t, :] = alpha
        return predictions, alphas


class Captioner(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.decoder = DecoderWithAttention(4, 3, 5, 6)

    def forward(self, img, cap, lens):
        return self.decoder(self.encoder(img), cap, lens)


# drive: Captioner()(torch.rand(2, 3, 8, 8), torch.zeros(2, 5, dtype=torch.long), torch.tensor([[4], [3]]))
# drive: Captioner()(torch.rand(2, 3, 8, 8), torch.zeros(2, 5, dtype=torch.long), torch.tensor([[2], [2]]))
