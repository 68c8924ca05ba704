from collections import OrderedDict

import torch.nn as nn

from .modules import RNNS, BatchRNN, InferenceBatchSoftmax, conv_stack
from .modules.rnn import SequenceWise


class Lookahead(nn.Module):
    def __init__(self, n, context):
        super().__init__()
        self.context = context
        self.conv = nn.Conv1d(n, n, kernel_size=context, padding=0, bias=False, groups=n)

    def forward(self, x):
        x = x.transpose(0, 1).transpose(1, 2)
        x = nn.functional.pad(x, pad=(0, self.context - 1), value=0)
        return self.conv(x).transpose(1, 2).transpose(0, 1).contiguous()


class DeepSpeech(nn.Module):
    def __init__(self, hidden=4, nb_layers=2, rnn_type='gru', bidirectional=True):
        super().__init__()
        self.conv = conv_stack(nn.ReLU)
        rnns = [('0', BatchRNN(2 * 5, hidden, RNNS[rnn_type], bidirectional, batch_norm=False))]
        for x in range(nb_layers - 1):
            rnns.append(('%d' % (x + 1), BatchRNN(hidden, hidden, RNNS[rnn_type], bidirectional)))
        self.rnns = nn.Sequential(OrderedDict(rnns))
        self.lookahead = nn.Sequential(Lookahead(hidden, 3), nn.Hardtanh(0, 20, inplace=True)) if not bidirectional else None
        self.fc = nn.Sequential(SequenceWise(nn.Sequential(nn.BatchNorm1d(hidden), nn.Linear(hidden, 3, bias=False))))
        self.inference_softmax = InferenceBatchSoftmax()

    def forward(self, x, lengths):
        x, output_lengths = self.conv(x, lengths)
        sizes = x.size()
        x = x.view(sizes[0], sizes[1] * sizes[2], sizes[3])
        x = x.transpose(1, 2).transpose(0, 1).contiguous()
        for rnn in self.rnns:
            x = rnn(x, output_lengths)
        if self.lookahead is not None:
            x = self.lookahead(x)
        return self.inference_softmax(self.fc(x).transpose(0, 1)), output_lengths
