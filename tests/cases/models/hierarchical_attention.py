"""Words to sentences to document: the word level's state reaches the sentence level through its own attention."""

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self, size, act):
        super().__init__()
        self.fc = nn.Linear(size, size)
        self.context = nn.Parameter(torch.zeros(size))
        self.act = act

    def forward(self, states):
        scores = self.act(self.fc(states)) @ self.context  #: after word defined=24; before sentence defined=24
        return (torch.softmax(scores, 0).unsqueeze(-1) * states).sum(0)


class HAN(nn.Module):
    def __init__(self):
        super().__init__()
        self.word_rnn = nn.GRU(3, 4)  #: layer word
        self.sentence_rnn = nn.GRU(4, 4)  #: layer sentence on_output=no
        self.word_attention = Attention(4, nn.ReLU())
        self.sentence_attention = Attention(4, nn.Tanh())

    def forward(self, sentences):
        encoded = [self.word_attention(self.word_rnn(words)[0]) for words in sentences]
        states, _ = self.sentence_rnn(torch.stack(encoded))
        return self.sentence_attention(states)


# drive: HAN()([torch.zeros(5, 2, 3), torch.zeros(4, 2, 3)])
