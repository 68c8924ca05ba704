"""Sentiment classifier: concatenated final states."""
import torch
import torch.nn as nn
from torch.nn.utils import rnn as rnn_utils


class SentimentRNN(nn.Module):
    def __init__(self, vocab_size, embedding_dim, hidden_dim, output_dim, n_layers=2, bidirectional=True, dropout=0.2, pad_idx=0):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embedding_dim, padding_idx=pad_idx)
        self.rnn = nn.LSTM(embedding_dim, hidden_dim, num_layers=n_layers, bidirectional=bidirectional, dropout=dropout)  #: layer rnn
        self.fc1 = nn.Linear(hidden_dim * (2 if bidirectional else 1), hidden_dim)
        self.fc2 = nn.Linear(hidden_dim, output_dim)
        self.relu = nn.ReLU()
        self.dropout = nn.Dropout(dropout)
        self.bi = bidirectional

    def forward(self, text, text_lengths):
        embedded = self.dropout(self.embedding(text))
        packed = rnn_utils.pack_padded_sequence(embedded, text_lengths.to("cpu"))
        packed_output, (hidden, cell) = self.rnn(packed)
        output, output_lengths = rnn_utils.pad_packed_sequence(packed_output)
        if self.bi:
            hidden = self.dropout(torch.cat((hidden[-2, :, :], hidden[-1, :, :]), dim=1))
        else:
            hidden = self.dropout(hidden[-1, :, :])
        gate = self.relu(output_lengths.float() - 1)
        hidden = self.relu(self.fc1(hidden))  #: after rnn
        return self.fc2(hidden) * gate.unsqueeze(1)


def binary_accuracy(preds, y):
    rounded = torch.round(torch.sigmoid(preds))
    return (rounded == y).float().sum() / len(y)


# drive: SentimentRNN(10, 4, 5, 1)(torch.zeros(6, 2, dtype=torch.long), torch.tensor([6, 4]))
# drive: SentimentRNN(10, 4, 5, 1, bidirectional=False)(torch.zeros(6, 2, dtype=torch.long), torch.tensor([6, 4]))
