from torch import nn


class BaseModel(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.encoder = self.build_encoder(size)

    def build_encoder(self, size):
        raise NotImplementedError

    def forward(self, x):
        return self.head(self.encoder(x)[0])

    def head(self, states):
        return states
