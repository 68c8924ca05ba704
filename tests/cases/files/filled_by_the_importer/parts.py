import torch
from torch import nn

LAYERS = {"tanh": torch.tanh}


class Holder:
    @classmethod
    def bend(cls, x):
        return cls.act(x)  #: after rnn
