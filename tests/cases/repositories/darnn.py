"""Dual-stage attention RNN with init helpers."""
import torch
from torch import nn
from torch.nn import functional as tf


def init_hidden(x, hidden_size):
    return torch.zeros(1, x.size(0), hidden_size)


class Encoder(nn.Module):
    def __init__(self, input_size, hidden_size, T):
        super().__init__()
        self.input_size, self.hidden_size, self.T = input_size, hidden_size, T
        self.lstm_layer = nn.LSTM(input_size=input_size, hidden_size=hidden_size, num_layers=1)  #: layer enc
        self.attn_linear = nn.Linear(2 * hidden_size + T - 1, 1)

    def forward(self, input_data):
        input_weighted = torch.zeros(input_data.size(0), self.T - 1, self.input_size)
        input_encoded = torch.zeros(input_data.size(0), self.T - 1, self.hidden_size)
        hidden, cell = init_hidden(input_data, self.hidden_size), init_hidden(input_data, self.hidden_size)
        for t in range(self.T - 1):
            x = torch.cat((hidden.repeat(self.input_size, 1, 1).permute(1, 0, 2),
                           cell.repeat(self.input_size, 1, 1).permute(1, 0, 2),
                           input_data.permute(0, 2, 1)), dim=2)
            x = self.attn_linear(x.view(-1, self.hidden_size * 2 + self.T - 1))
            attn = tf.softmax(x.view(-1, self.input_size), dim=1)
            weighted = torch.mul(attn, input_data[:, t, :])
            self.lstm_layer.flatten_parameters()
            _, states = self.lstm_layer(weighted.unsqueeze(0), (hidden, cell))
            hidden, cell = states
            input_weighted[:, t, :] = weighted
            input_encoded[:, t, :] = hidden
        return input_weighted, input_encoded


class Decoder(nn.Module):
    def __init__(self, enc, dec, T, out=1):
        super().__init__()
        self.T, self.enc, self.dec = T, enc, dec
        self.attn_layer = nn.Sequential(nn.Linear(2 * dec + enc, enc), nn.ReLU(), nn.Linear(enc, 1))
        self.lstm_layer = nn.LSTM(input_size=out, hidden_size=dec)  #: layer dec
        self.fc = nn.Linear(enc + out, out)
        self.fc_final = nn.Linear(dec + enc, out)

    def forward(self, input_encoded, y_history):
        hidden, cell = init_hidden(input_encoded, self.dec), init_hidden(input_encoded, self.dec)
        for t in range(self.T - 1):
            x = torch.cat((hidden.repeat(self.T - 1, 1, 1).permute(1, 0, 2),
                           cell.repeat(self.T - 1, 1, 1).permute(1, 0, 2), input_encoded), dim=2)
            score = self.attn_layer(x.view(-1, 2 * self.dec + self.enc))  #: after enc; before dec; after dec if
            x = tf.softmax(score.view(-1, self.T - 1), dim=1)
            context = torch.bmm(x.unsqueeze(1), input_encoded)[:, 0, :]
            y_tilde = self.fc(torch.cat((context, y_history[:, t]), dim=1))
            _, (hidden, cell) = self.lstm_layer(y_tilde.unsqueeze(0), (hidden, cell))
        return self.fc_final(torch.cat((hidden[0], context), dim=1))


def predict(T):
    enc, dec = Encoder(3, 4, T), Decoder(4, 5, T)
    x, y = torch.rand(2, T - 1, 3), torch.rand(2, T - 1, 1)
    x = tf.leaky_relu(x)
    weighted, encoded = enc(x)
    out = dec(encoded, y)
    return out, torch.relu(weighted)  #: after enc if


# drive: predict(4)
# drive: predict(2)
