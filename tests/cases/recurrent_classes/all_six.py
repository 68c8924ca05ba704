"""The six classes, each with a ReLU of its own behind it."""

import torch
from torch import nn


class Zoo(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 4)  #: layer rnn type=torch.nn.RNN
        self.lstm = nn.LSTM(3, 4)  #: layer lstm type=torch.nn.LSTM
        self.gru = nn.GRU(3, 4)  #: layer gru type=torch.nn.GRU
        self.rnn_cell = nn.RNNCell(3, 4)  #: layer rnn_cell type=torch.nn.RNNCell
        self.lstm_cell = nn.LSTMCell(3, 4)  #: layer lstm_cell type=torch.nn.LSTMCell
        self.gru_cell = nn.GRUCell(3, 4)  #: layer gru_cell type=torch.nn.GRUCell

    def forward(self, x):
        a = torch.relu(self.rnn(x)[0])  #: after rnn
        b = torch.relu(self.lstm(x)[0])  #: after lstm
        c = torch.relu(self.gru(x)[0])  #: after gru
        d = torch.relu(self.rnn_cell(x[0]))  #: after rnn_cell
        e = torch.relu(self.lstm_cell(x[0])[0])  #: after lstm_cell
        f = torch.relu(self.gru_cell(x[0]))  #: after gru_cell
        return a, b, c, d, e, f


# drive: Zoo()(torch.zeros(5, 2, 3))
