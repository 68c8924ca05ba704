"""A VGG-like builder over a list of widths and letters in front of a recurrent layer."""

from torch import nn

LAYOUT = [4, "M", 4]


def features(layout, channels=3):
    layers = []
    for item in layout:
        if item == "M":
            layers.append(nn.MaxPool1d(2))
        else:
            layers.extend([nn.Conv1d(channels, item, 3, padding=1), nn.ReLU(inplace=True)])
            channels = item
    return nn.Sequential(*layers)


class CRNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.cnn = features(LAYOUT)
        self.rnn = nn.LSTM(4, 4, bidirectional=True)  #: layer rnn on_output=no

    def forward(self, x):
        y = self.cnn(x)  #: before rnn defined=14
        return self.rnn(y.permute(2, 0, 1))[0]


# drive: CRNN()(torch.zeros(2, 3, 8))
