"""Tacotron-like synthesiser: prenet, location-free attention, postnet."""
import torch
from torch import nn
from torch.nn import functional as F


class LinearNorm(nn.Module):
    def __init__(self, in_dim, out_dim, bias=True, w_init_gain="linear"):
        super().__init__()
        self.linear_layer = nn.Linear(in_dim, out_dim, bias=bias)
        nn.init.xavier_uniform_(self.linear_layer.weight, gain=nn.init.calculate_gain(w_init_gain))

    def forward(self, x):
        return self.linear_layer(x)


class Prenet(nn.Module):
    def __init__(self, in_dim, sizes):
        super().__init__()
        in_sizes = [in_dim] + sizes[:-1]
        self.layers = nn.ModuleList(
            [LinearNorm(i, o, bias=False) for (i, o) in zip(in_sizes, sizes)])

    def forward(self, x):
        for linear in self.layers:
            x = F.dropout(F.relu(linear(x)), p=0.5, training=True)  #: before att; before dec; after att if; after dec if; after enc if
        return x


class Encoder(nn.Module):
    def __init__(self, dim=8):
        super().__init__()
        convs = []
        for _ in range(2):
            convs.append(nn.Sequential(nn.Conv1d(dim, dim, 3, padding=1), nn.BatchNorm1d(dim)))
        self.convolutions = nn.ModuleList(convs)
        self.lstm = nn.LSTM(dim, dim // 2, 1, batch_first=True, bidirectional=True)  #: layer enc

    def forward(self, x):
        for conv in self.convolutions:
            x = F.dropout(F.relu(conv(x)), 0.5, self.training)  #: before enc; before att if; before dec
        x = x.transpose(1, 2)
        self.lstm.flatten_parameters()
        outputs, _ = self.lstm(x)
        return outputs


class Attention(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.query_layer = LinearNorm(dim, dim, bias=False, w_init_gain="tanh")
        self.v = LinearNorm(dim, 1, bias=False)

    def forward(self, query, memory):
        energies = self.v(torch.tanh(self.query_layer(query.unsqueeze(1)) + memory)).squeeze(-1)
        weights = F.softmax(energies, dim=1)
        return torch.bmm(weights.unsqueeze(1), memory).squeeze(1)


class Decoder(nn.Module):
    def __init__(self, n_mel=4, dim=8, max_steps=5):
        super().__init__()
        self.n_mel, self.dim, self.max_steps = n_mel, dim, max_steps
        self.prenet = Prenet(n_mel, [dim, dim])
        self.attention_rnn = nn.LSTMCell(dim + dim, dim)  #: layer att
        self.attention_layer = Attention(dim)
        self.decoder_rnn = nn.LSTMCell(dim + dim, dim, 1)  #: layer dec
        self.linear_projection = LinearNorm(dim * 2, n_mel)

    def initialize_decoder_states(self, memory):
        B = memory.size(0)
        self.attention_hidden = memory.data.new(B, self.dim).zero_()
        self.attention_cell = memory.data.new(B, self.dim).zero_()
        self.decoder_hidden = memory.data.new(B, self.dim).zero_()
        self.decoder_cell = memory.data.new(B, self.dim).zero_()
        self.context = memory.data.new(B, self.dim).zero_()
        self.memory = memory

    def decode(self, decoder_input):
        cell_input = torch.cat((decoder_input, self.context), -1)
        self.attention_hidden, self.attention_cell = self.attention_rnn(
            cell_input, (self.attention_hidden, self.attention_cell))
        self.context = self.attention_layer(self.attention_hidden, self.memory)
        x = torch.cat((self.attention_hidden, self.context), -1)
        self.decoder_hidden, self.decoder_cell = self.decoder_rnn(x, (self.decoder_hidden, self.decoder_cell))
        return self.linear_projection(torch.cat((self.decoder_hidden, self.context), dim=1))

    def forward(self, memory, mels):
        go = memory.new_zeros(memory.size(0), self.n_mel)
        mels = mels.permute(2, 0, 1)
        decoder_inputs = self.prenet(torch.cat((go.unsqueeze(0), mels), dim=0))
        self.initialize_decoder_states(memory)
        outs = []
        while len(outs) < decoder_inputs.size(0) - 1:
            outs += [self.decode(decoder_inputs[len(outs)])]
        return torch.stack(outs).permute(1, 2, 0)

    def inference(self, memory):
        decoder_input = memory.new_zeros(memory.size(0), self.n_mel)
        self.initialize_decoder_states(memory)
        outs = []
        while True:
            decoder_input = self.prenet(decoder_input)
            mel = self.decode(decoder_input)
            outs += [mel]
            if len(outs) == self.max_steps:
                break
            decoder_input = mel
        return torch.stack(outs).permute(1, 2, 0)


class Tacotron(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(10, 8)
        self.encoder = Encoder()
        self.decoder = Decoder()
        self.postnet = nn.Sequential(nn.Conv1d(4, 4, 3, padding=1), nn.Tanh())

    def forward(self, text, mels):
        memory = self.encoder(self.embedding(text).transpose(1, 2))
        out = self.decoder(memory, mels)
        return out, out + self.postnet(out)

    def inference(self, text):
        memory = self.encoder(self.embedding(text).transpose(1, 2))
        out = self.decoder.inference(memory)
        return out + self.postnet(out)


def synthesize(text):
    model = Tacotron()
    model.eval()
    return model.inference(text)


# drive: Tacotron()(torch.zeros(2, 5, dtype=torch.long), torch.zeros(2, 4, 3))
# drive: Tacotron()(torch.zeros(2, 5, dtype=torch.long), torch.zeros(2, 4, 1))
# drive: synthesize(torch.zeros(2, 5, dtype=torch.long))
