"""TarMAC-like communication rounds between agents; weights shared."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class CommNet(nn.Module):
    def __init__(self, obs=3, hid=4, rounds=2, comm_act="tanh"):
        super().__init__()
        self.encoder = nn.Linear(obs, hid)
        self.f = nn.LSTMCell(hid, hid)  #: layer f
        self.C = nn.ModuleList([nn.Linear(hid, hid) for _ in range(rounds)])
        self.value = nn.Linear(hid, 1)
        self.pi = nn.Linear(hid, 2)
        self.rounds = rounds
        self.act = {"tanh": torch.tanh, "relu": torch.relu}[comm_act]
        self.hid = hid

    def init_hidden(self, n):
        return tuple(torch.zeros(n, self.hid, requires_grad=True) for _ in range(2))

    def forward(self, x, state=None):
        n = x.size(0)
        if state is None:
            state = self.init_hidden(n)
        h, c = state
        enc = torch.tanh(self.encoder(x))
        mask = (torch.ones(n, n) - torch.eye(n)) / (n - 1)
        for i in range(self.rounds):
            comm = mask @ h
            comm = self.act(self.C[i](comm))  #: before f if "comm_act"; after f if
            h, c = self.f(enc + comm, (h, c))
        return F.log_softmax(self.pi(h), -1), self.value(h), (h.clone(), c.clone())


# drive: CommNet()(torch.rand(3, 3))
# drive: CommNet(comm_act="relu")(torch.rand(3, 3))
# drive: CommNet(comm_act="relu", rounds=1)(torch.rand(3, 3))
