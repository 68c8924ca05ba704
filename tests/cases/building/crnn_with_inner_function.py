"""The text recogniser's constructor: an inner function that adds convolution and ReLU under numbered names."""

from torch import nn


class BidirectionalLSTM(nn.Module):
    def __init__(self, n_in, n_hidden, n_out):
        super().__init__()
        self.rnn = nn.LSTM(n_in, n_hidden, bidirectional=True)  #: layer rnn on_output=no
        self.embedding = nn.Linear(n_hidden * 2, n_out)

    def forward(self, x):
        recurrent, _ = self.rnn(x)
        t, b, h = recurrent.size()
        output = self.embedding(recurrent.view(t * b, h))
        return output.view(t, b, -1)


class CRNN(nn.Module):
    def __init__(self):
        super().__init__()
        cnn = nn.Sequential()

        def conv_relu(i, n_in, n_out):
            cnn.add_module("conv{0}".format(i), nn.Conv2d(n_in, n_out, 3, 1, 1))
            cnn.add_module("relu{0}".format(i), nn.ReLU(True))

        conv_relu(0, 1, 4)
        cnn.add_module("pooling", nn.MaxPool2d((4, 1)))
        conv_relu(1, 4, 4)
        self.cnn = cnn
        self.rnn = nn.Sequential(BidirectionalLSTM(4, 5, 6), BidirectionalLSTM(6, 5, 7))

    def forward(self, image):
        conv = self.cnn(image)  #: before rnn defined=26
        return self.rnn(conv.squeeze(2).permute(2, 0, 1))


# drive: CRNN()(torch.zeros(2, 1, 4, 6))
