"""Custom GRU cell in pure linears beside a real LSTMCell; layer norm LSTM loop."""
import torch
import torch.nn as nn


class MyGRUCell(nn.Module):
    """Not torch's: it is built from linear layers."""

    def __init__(self, n_in, n_hid):
        super().__init__()
        self.x2h = nn.Linear(n_in, 3 * n_hid)
        self.h2h = nn.Linear(n_hid, 3 * n_hid)

    def forward(self, x, h):
        i_r, i_i, i_n = self.x2h(x).chunk(3, 1)
        h_r, h_i, h_n = self.h2h(h).chunk(3, 1)
        r = torch.sigmoid(i_r + h_r)
        z = torch.sigmoid(i_i + h_i)
        n = torch.relu(i_n + r * h_n)  #: before cell
        return n + z * (h - n)


class Stack(nn.Module):
    def __init__(self, n_in, n_hid):
        super().__init__()
        self.n_hid = n_hid
        self.lower = MyGRUCell(n_in, n_hid)
        self.upper = nn.LSTMCell(n_hid, n_hid)  #: layer cell
        self.norm = nn.LayerNorm(n_hid)
        self.out = nn.Linear(n_hid, 1)

    def forward(self, x, lengths):
        b = x.size(1)
        h = x.new_zeros(b, self.n_hid)
        hx, cx = x.new_zeros(b, self.n_hid), x.new_zeros(b, self.n_hid)
        outs = []
        for step, x_t in enumerate(x.unbind(0)):
            h = self.lower(x_t, h)
            hx_new, cx_new = self.upper(self.norm(h), (hx, cx))
            mask = (step < lengths).float().unsqueeze(1)
            hx = mask * hx_new + (1 - mask) * hx
            cx = mask * cx_new + (1 - mask) * cx
            outs.append(hx)
        return self.out(torch.stack(outs)).squeeze(-1)


class Regressor(nn.Module):
    def __init__(self):
        super().__init__()
        self.stack = Stack(3, 4)
        self.act = nn.LeakyReLU(0.1)

    def forward(self, x, lengths):
        return self.act(self.stack(x, lengths))


# drive: Regressor()(torch.rand(4, 2, 3), torch.tensor([4, 2]))
