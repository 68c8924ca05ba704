"""A script: truncated BPTT on a sine wave."""
import argparse

import torch
import torch.nn as nn
import torch.optim as optim


class Sequence(nn.Module):
    def __init__(self):
        super(Sequence, self).__init__()
        self.lstm1 = nn.LSTMCell(1, 5)  #: layer one
        self.lstm2 = nn.LSTMCell(5, 5)  #: layer two
        self.linear = nn.Linear(5, 1)

    def forward(self, input, future=0):
        outputs = []
        h_t = torch.zeros(input.size(0), 5, dtype=torch.float)
        c_t = torch.zeros(input.size(0), 5, dtype=torch.float)
        h_t2 = torch.zeros(input.size(0), 5, dtype=torch.float)
        c_t2 = torch.zeros(input.size(0), 5, dtype=torch.float)
        for input_t in input.split(1, dim=1):
            h_t, c_t = self.lstm1(input_t, (h_t, c_t))
            h_t2, c_t2 = self.lstm2(h_t, (h_t2, c_t2))
            output = self.linear(h_t2)
            outputs += [output]
        for i in range(future):
            h_t, c_t = self.lstm1(output, (h_t, c_t))
            h_t2, c_t2 = self.lstm2(h_t, (h_t2, c_t2))
            output = self.linear(h_t2)
            outputs += [output]
        return torch.cat(outputs, dim=1)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--steps', type=int, default=2)
    opt = parser.parse_args([])
    torch.manual_seed(0)
    data = torch.rand(3, 6)
    input, target = data[:, :-1], data[:, 1:]
    seq = Sequence()
    criterion = nn.MSELoss()
    optimizer = optim.SGD(seq.parameters(), lr=0.1)
    for i in range(opt.steps):
        optimizer.zero_grad()
        out = seq(input)
        loss = criterion(out, target)
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        pred = seq(input, future=3)
        target = torch.relu(target)
        loss = criterion(pred[:, :-3], target)
        y = torch.relu(pred[0]).numpy()  #: after one; after two

# drive-script
