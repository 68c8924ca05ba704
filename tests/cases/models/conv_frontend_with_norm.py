"""Speech front end: convolution, norm, ReLU in a helper class; flattening; recurrent stack; plain head."""

from torch import nn


class ConvNorm(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.conv = nn.Conv1d(n_in, n_out, 3, padding=1)
        self.norm = nn.BatchNorm1d(n_out)
        self.act = nn.ReLU(inplace=True)

    def forward(self, x):
        return self.act(self.norm(self.conv(x)))  #: before rnn defined=11


class Speech(nn.Module):
    def __init__(self):
        super().__init__()
        self.convs = nn.Sequential(*[ConvNorm(3 if i == 0 else 4, 4) for i in range(3)])
        self.rnn = nn.GRU(4, 4, num_layers=2, batch_first=True)  #: layer rnn on_output=no
        self.fc = nn.Linear(4, 2)

    def forward(self, x):
        x = self.convs(x).transpose(1, 2).contiguous()
        self.rnn.flatten_parameters()
        out, _ = self.rnn(x)
        return self.fc(out).log_softmax(-1)


# drive: Speech()(torch.zeros(2, 3, 5))
