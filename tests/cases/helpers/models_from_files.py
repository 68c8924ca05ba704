"""Models that a file is loaded into, and what is made of a library's outputs."""

from dataclasses import dataclass

import pytorch_lightning as pl
import torch
from torch import nn
from transformers import PreTrainedModel
from transformers.modeling_outputs import BaseModelOutput
from transformers.utils import ModelOutput


class Lit(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer lit

    def forward(self, x):
        return self.rnn(x)[0]


class Pretrained(PreTrainedModel):
    def __init__(self, config):
        super().__init__(config)
        self.rnn = nn.GRU(3, 3)  #: layer pretrained

    def forward(self, x):
        return BaseModelOutput(last_hidden_state=self.rnn(x)[0])


def evaluate(path, x):
    return torch.relu(Lit.load_from_checkpoint(path)(x))  #: after lit


def predict(path, x):
    return torch.relu(Pretrained.from_pretrained(path)(x).last_hidden_state)  #: after pretrained


@dataclass
class Out(ModelOutput):
    first: object = None
    last: object = None


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn

    def forward(self, x):
        out = Out(first=x, last=self.rnn(x)[0])
        return torch.relu(out[0]), torch.relu(out[1]), torch.relu(out["last"])  #: after rnn
