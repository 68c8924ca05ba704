"""TimeGAN-like: LSTM generator, conv discriminator with ReLU on the fake sequence."""
import torch
import torch.nn as nn


class Generator(nn.Module):
    def __init__(self, z=3, h=5, out=2):
        super().__init__()
        self.lin = nn.Sequential(nn.Linear(z, h), nn.LeakyReLU(0.2))
        self.rnn = nn.LSTM(h, h, 2, batch_first=True)  #: layer gen
        self.out = nn.Sequential(nn.Linear(h, out), nn.Tanh())

    def forward(self, noise):
        x, _ = self.rnn(self.lin(noise))
        return self.out(x)


class Discriminator(nn.Module):
    def __init__(self, c=2):
        super().__init__()
        self.model = nn.Sequential(
            *self.block(c, 4, bn=False),
            *self.block(4, 4),
            nn.AdaptiveAvgPool1d(1),
        )
        self.fc = nn.Linear(4, 1)

    @staticmethod
    def block(i, o, bn=True):
        layers = [nn.Conv1d(i, o, 3, 1, 1)]
        if bn:
            layers.append(nn.BatchNorm1d(o))
        layers.append(nn.ReLU(inplace=True))
        return layers

    def forward(self, x):
        feats = self.model(x.transpose(1, 2))  #: after gen
        return self.fc(feats.squeeze(-1))


def main(epochs=1):
    netG, netD = Generator(), Discriminator()
    optD = torch.optim.Adam(netD.parameters())
    optG = torch.optim.Adam(netG.parameters())
    bce = nn.BCEWithLogitsLoss()
    for _ in range(epochs):
        real = torch.rand(2, 6, 2)
        noise = torch.randn(2, 6, 3)
        fake = netG(noise)
        errD = bce(netD(real), torch.ones(2, 1)) + bce(netD(fake.detach()), torch.zeros(2, 1))
        optD.zero_grad()
        errD.backward()
        optD.step()
        errG = bce(netD(fake), torch.ones(2, 1))
        optG.zero_grad()
        errG.backward()
        optG.step()


# drive: main()
