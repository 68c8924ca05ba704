"""Video classification: ResNet-like frame encoder, LSTM decoder (fc layers with relu)."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def conv_block(i, o, k=3, s=2):
    return nn.Sequential(nn.Conv2d(i, o, k, s, 1), nn.BatchNorm2d(o, momentum=0.01), nn.ReLU(inplace=True))


class EncoderCNN(nn.Module):
    def __init__(self, embed=6, drop_p=0.3):
        super().__init__()
        self.drop_p = drop_p
        self.conv1 = conv_block(3, 4)
        self.conv2 = conv_block(4, 4)
        self.fc1 = nn.Linear(4 * 4 * 4, 10)
        self.fc2 = nn.Linear(10, embed)

    def forward(self, x_3d):
        cnn_embed_seq = []
        for t in range(x_3d.size(1)):
            x = self.conv1(x_3d[:, t])  #: before rnn
            x = self.conv2(x)  #: before rnn
            x = x.view(x.size(0), -1)
            x = F.relu(self.fc1(x))  #: before rnn
            x = F.dropout(x, p=self.drop_p, training=self.training)
            cnn_embed_seq.append(self.fc2(x))
        return torch.stack(cnn_embed_seq, dim=0).transpose_(0, 1)


class DecoderRNN(nn.Module):
    def __init__(self, embed=6, h=7, classes=3):
        super().__init__()
        self.LSTM = nn.LSTM(embed, h, num_layers=2, batch_first=True)  #: layer rnn
        self.fc1 = nn.Linear(h, 5)
        self.fc2 = nn.Linear(5, classes)

    def forward(self, x_rnn):
        self.LSTM.flatten_parameters()
        out, (h_n, h_c) = self.LSTM(x_rnn, None)
        x = self.fc1(out[:, -1, :])
        x = F.relu(x)  #: after rnn
        x = F.dropout(x, p=0.3, training=self.training)
        return self.fc2(x)


def train(n_epochs=1):
    cnn_encoder, rnn_decoder = EncoderCNN(), DecoderRNN()
    params = list(cnn_encoder.parameters()) + list(rnn_decoder.parameters())
    opt = torch.optim.Adam(params)
    for epoch in range(n_epochs):
        X, y = torch.rand(2, 3, 3, 16, 16), torch.zeros(2, dtype=torch.long)
        opt.zero_grad()
        output = rnn_decoder(cnn_encoder(X))
        loss = F.cross_entropy(output, y)
        loss.backward()
        opt.step()


# drive: train()
