"""Speech enhancement on complex spectra: a complex LSTM of two real ones, PReLU in the encoder, ReLU on the mask."""

import torch
import torch.nn as nn


class ComplexLSTM(nn.Module):
    def __init__(self, size, hidden, projection=None):
        super().__init__()
        self.real = nn.LSTM(size, hidden)  #: layer real
        self.imag = nn.LSTM(size, hidden)  #: layer imag
        self.r_trans = self.i_trans = None
        if projection is not None:
            self.r_trans = nn.Linear(hidden, projection)
            self.i_trans = nn.Linear(hidden, projection)

    def forward(self, z):
        re, im = torch.view_as_real(z).unbind(-1)
        rr = self.real(re)[0]
        ir = self.imag(re)[0]
        ri = self.real(im)[0]
        ii = self.imag(im)[0]
        out_re, out_im = rr - ii, ri + ir
        if self.r_trans is not None:
            out_re, out_im = self.r_trans(out_re), self.i_trans(out_im)
        return torch.complex(out_re, out_im)


class Enhancer(nn.Module):
    def __init__(self, n_fft=8, mask="E"):
        super().__init__()
        self.n_fft = n_fft
        self.mask = mask
        bins = n_fft // 2 + 1
        self.enc = nn.Sequential(nn.Linear(bins, bins), nn.PReLU())
        self.rnn = ComplexLSTM(bins, 6, projection=bins)
        self.register_buffer("window", torch.hann_window(n_fft))

    def forward(self, wav):
        spec = torch.stft(wav, self.n_fft, hop_length=4, window=self.window, return_complex=True)
        z = spec.permute(2, 0, 1)
        z = torch.complex(self.enc(z.real), self.enc(z.imag))
        m = self.rnn(z).permute(1, 2, 0)
        if self.mask == "E":
            gain = torch.relu(m.abs())  #: after real if "mask"; after imag if "mask"
            est = spec * gain
        elif self.mask == "C":
            est = spec * m
        else:
            est = torch.polar(spec.abs() * torch.sigmoid(m.real), spec.angle())
        return torch.istft(est, self.n_fft, hop_length=4, window=self.window)


# drive: Enhancer()(torch.randn(2, 32))
# drive: Enhancer(mask="C")(torch.randn(2, 32))
# drive: Enhancer(mask="R")(torch.randn(2, 32))
