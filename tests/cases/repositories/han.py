"""Hierarchical attention network; a bag-of-words baseline with ReLU is beside it."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def matrix_mul(input, weight, bias=False):
    feature_list = []
    for feature in input:
        feature = torch.mm(feature, weight)
        if isinstance(bias, torch.nn.parameter.Parameter):
            feature = feature + bias.expand(feature.size()[0], bias.size()[1])
        feature = torch.tanh(feature).unsqueeze(0)
        feature_list.append(feature)
    return torch.cat(feature_list, 0).squeeze()


def element_wise_mul(input1, input2):
    feature_list = []
    for feature_1, feature_2 in zip(input1, input2):
        feature_2 = feature_2.unsqueeze(1).expand_as(feature_1)
        feature_list.append((feature_1 * feature_2).unsqueeze(0))
    return torch.sum(torch.cat(feature_list, 0), 0).unsqueeze(0)


class WordAttNet(nn.Module):
    def __init__(self, hidden_size=4):
        super().__init__()
        self.word_weight = nn.Parameter(torch.randn(2 * hidden_size, 2 * hidden_size))
        self.word_bias = nn.Parameter(torch.zeros(1, 2 * hidden_size))
        self.context_weight = nn.Parameter(torch.randn(2 * hidden_size, 1))
        self.lookup = nn.Embedding(10, 3)
        self.gru = nn.GRU(3, hidden_size, bidirectional=True)  #: layer word

    def forward(self, input, hidden_state):
        output = self.lookup(input)
        f_output, h_output = self.gru(output.float(), hidden_state)
        output = matrix_mul(f_output, self.word_weight, self.word_bias)
        output = matrix_mul(output, self.context_weight).permute(1, 0)
        output = F.softmax(output, dim=1)
        output = element_wise_mul(f_output, output.permute(1, 0))
        return output, h_output


class SentAttNet(nn.Module):
    def __init__(self, hidden_size=4, num_classes=3):
        super().__init__()
        self.gru = nn.GRU(8, hidden_size, bidirectional=True)  #: layer sent
        self.fc = nn.Linear(2 * hidden_size, num_classes)

    def forward(self, input, hidden_state):
        f_output, h_output = self.gru(input, hidden_state)
        return self.fc(f_output.mean(0)), h_output


class HierAttNet(nn.Module):
    def __init__(self, batch_size=2):
        super().__init__()
        self.batch_size = batch_size
        self.word_att_net = WordAttNet()
        self.sent_att_net = SentAttNet()
        self._init_hidden_state()

    def _init_hidden_state(self, last_batch_size=None):
        batch_size = last_batch_size if last_batch_size else self.batch_size
        self.word_hidden_state = torch.zeros(2, batch_size, 4)
        self.sent_hidden_state = torch.zeros(2, batch_size, 4)

    def forward(self, input):
        output_list = []
        input = input.permute(1, 0, 2)
        for i in input:
            output, self.word_hidden_state = self.word_att_net(i.permute(1, 0), self.word_hidden_state)
            output_list.append(output)
        output = torch.cat(output_list, 0)
        output, self.sent_hidden_state = self.sent_att_net(output, self.sent_hidden_state)
        return output


class Bag(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.EmbeddingBag(10, 4)
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        return self.fc(F.relu(self.emb(x.flatten(1))))


def ensemble(x):
    models = [HierAttNet(), Bag()]
    return torch.stack([m(x) for m in models]).mean(0)


# drive: ensemble(torch.zeros(2, 3, 4, dtype=torch.long))
