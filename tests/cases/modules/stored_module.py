"""The commonest form: an nn.ReLU kept on self and called."""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, n_in, n_hidden, n_out):
        super().__init__()
        self.lstm = nn.LSTM(n_in, n_hidden, num_layers=2, batch_first=True)  #: layer enc
        self.fc1 = nn.Linear(n_hidden, 8)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(8, n_out)

    def forward(self, x):
        out, (h_n, c_n) = self.lstm(x)
        out = self.fc1(out[:, -1, :])
        out = self.relu(out)  #: after enc defined=11
        return self.fc2(out)


# drive: Classifier(3, 4, 2)(torch.zeros(2, 5, 3))
