from prenet import Prenet
from torch import nn


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.prenet = Prenet(3, 4)
        self.cell = nn.LSTMCell(4, 4)  #: layer dec on_output=no

    def forward(self, frames, context):
        states = []
        for frame in frames:
            h, _ = self.cell(self.prenet(frame), (context, context))
            states.append(h)
        return states
