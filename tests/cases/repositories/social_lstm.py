"""Social LSTM: hidden states of neighbours pooled on a grid; ReLU embeddings of position and social tensor."""

import torch
import torch.nn as nn


class SocialModel(nn.Module):
    def __init__(self, args):
        super().__init__()
        self.rnn_size, self.grid = args.rnn_size, args.grid_size
        self.cell = nn.LSTMCell(2 * args.embedding, args.rnn_size)  #: layer cell
        self.input_embedding_layer = nn.Linear(2, args.embedding)
        self.tensor_embedding_layer = nn.Linear(args.grid_size * args.rnn_size, args.embedding)
        self.output_layer = nn.Linear(args.rnn_size, 5)
        self.relu = nn.ReLU()
        self.dropout = nn.Dropout(args.dropout)

    def get_social_tensor(self, grid, hidden):
        nodes = grid.size(0)
        social = torch.zeros(nodes, self.grid, self.rnn_size)
        for node in range(nodes):
            social[node] = torch.mm(torch.t(grid[node]), hidden)
        return social.view(nodes, -1)

    def forward(self, frames, grids, hidden, cell):
        outputs = torch.zeros(len(frames), frames[0].size(0), 5)
        for num, frame in enumerate(frames):
            social = self.get_social_tensor(grids[num], hidden)
            inp = self.dropout(self.relu(self.input_embedding_layer(frame)))  #: before cell
            ten = self.dropout(self.relu(self.tensor_embedding_layer(social)))  #: before cell; after cell if
            hidden, cell = self.cell(torch.cat((inp, ten), 1), (hidden, cell))
            outputs[num] = self.output_layer(hidden)
        return outputs, hidden, cell


class Args:
    rnn_size = 4
    embedding = 3
    grid_size = 2
    dropout = 0.0


def getCoef(outputs):
    mux, muy, sx, sy, corr = [outputs[:, :, i] for i in range(5)]
    return mux, muy, torch.exp(sx), torch.exp(sy), torch.tanh(corr)


def run(steps):
    model = SocialModel(Args)
    frames = [torch.rand(3, 2) for _ in range(steps)]
    grids = [torch.rand(3, 3, 2) for _ in range(steps)]
    out, *_ = model(frames, grids, torch.zeros(3, 4), torch.zeros(3, 4))
    return getCoef(out)


# drive: run(1)
# drive: run(3)
