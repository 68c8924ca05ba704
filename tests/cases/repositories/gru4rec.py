"""GRU4Rec: final activation by a parsed name, hidden state reset by masks, session-parallel training step outside."""

import torch
from torch import nn


class GRU4Rec(nn.Module):
    def __init__(self, items=6, hidden=4, final_act="tanh", num_layers=1):
        super().__init__()
        self.items, self.hidden, self.num_layers = items, hidden, num_layers
        self.h2o = nn.Linear(hidden, items)
        self.create_final_activation(final_act)
        self.gru = nn.GRU(items, hidden, num_layers)  #: layer gru

    def create_final_activation(self, final_act):
        if final_act == "tanh":
            self.final_activation = nn.Tanh()
        elif final_act == "relu":
            self.final_activation = nn.ReLU()
        elif final_act == "softmax":
            self.final_activation = nn.Softmax(dim=-1)
        elif final_act.startswith("elu-"):
            self.final_activation = nn.ELU(alpha=float(final_act.split("-")[1]))
        elif final_act.startswith("leaky-"):
            self.final_activation = nn.LeakyReLU(negative_slope=float(final_act.split("-")[1]))

    def forward(self, items, hidden):
        onehot = torch.zeros(items.size(0), self.items)
        onehot.scatter_(1, items.view(-1, 1), 1.0)
        output, hidden = self.gru(onehot.unsqueeze(0), hidden)
        output = output.view(-1, output.size(-1))
        logit = self.final_activation(self.h2o(output))  #: after gru if "final_act" defined=19
        return logit, hidden

    def init_hidden(self, batch):
        return torch.zeros(self.num_layers, batch, self.hidden)


def run_session(model: GRU4Rec, loader):
    hidden = model.init_hidden(2)
    total = 0.0
    for items, target, mask in loader:
        hidden = hidden.detach()
        hidden[:, mask, :] = 0
        logit, hidden = model(items, hidden)
        sampled = logit[:, target.view(-1)]
        diff = torch.diag(sampled).view(-1, 1).expand_as(sampled) - sampled
        total += -torch.mean(nn.functional.logsigmoid(diff))
    return total


# drive: run_session(GRU4Rec(), [(torch.tensor([0, 1]), torch.tensor([1, 2]), [0]), (torch.tensor([2, 1]), torch.tensor([1, 2]), [1])])
# drive: run_session(GRU4Rec(final_act="relu"), [(torch.tensor([0, 1]), torch.tensor([1, 2]), [0]), (torch.tensor([2, 1]), torch.tensor([1, 2]), [1])])
# drive: GRU4Rec(final_act="elu-0.5")(torch.tensor([0, 1]), torch.zeros(1, 2, 4))
