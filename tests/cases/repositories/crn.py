"""Convolutional recurrent network for speech enhancement, with skip connections."""
import torch
import torch.nn as nn


class CausalConvBlock(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.conv = nn.Conv2d(i, o, (3, 2), (2, 1), (0, 1))
        self.norm = nn.BatchNorm2d(o)
        self.activation = nn.ELU()

    def forward(self, x):
        return self.activation(self.norm(self.conv(x)[:, :, :, :-1]))


class CausalTransConvBlock(nn.Module):
    def __init__(self, i, o, is_last=False):
        super().__init__()
        self.conv = nn.ConvTranspose2d(i, o, (3, 2), (2, 1))
        self.norm = nn.BatchNorm2d(o)
        if is_last:
            self.activation = nn.ReLU()
        else:
            self.activation = nn.ELU()

    def forward(self, x):
        x = self.conv(x)[:, :, :, :-1]
        x = self.norm(x)
        x = self.activation(x)  #: after rnn
        return x


class CRN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv_block_1 = CausalConvBlock(1, 2)
        self.conv_block_2 = CausalConvBlock(2, 4)
        self.lstm_layer = nn.LSTM(4 * 3, 4 * 3, 2, batch_first=True)  #: layer rnn
        self.tran_conv_block_1 = CausalTransConvBlock(4 + 4, 2)
        self.tran_conv_block_2 = CausalTransConvBlock(2 + 2, 1, is_last=True)
        self.vad = nn.Sequential(nn.Conv2d(2, 1, 1), nn.ReLU())

    def forward(self, x):
        self.lstm_layer.flatten_parameters()
        e1 = self.conv_block_1(x)
        e2 = self.conv_block_2(e1)
        b, c, f, t = e2.shape
        lstm_in = e2.reshape(b, c * f, t).permute(0, 2, 1)
        lstm_out, _ = self.lstm_layer(lstm_in)
        lstm_out = lstm_out.permute(0, 2, 1).reshape(b, c, f, t)
        d1 = self.tran_conv_block_1(torch.cat((lstm_out, e2), 1))
        d2 = self.tran_conv_block_2(torch.cat((d1, e1), 1))
        return d2, self.vad(e1)


# drive: CRN()(torch.rand(2, 1, 15, 5))
