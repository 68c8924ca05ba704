"""Heads kept in a dict: one rectified, one not, from two encoders of which one meets no ReLU."""

from torch import nn


class MultiTask(nn.Module):
    def __init__(self):
        super().__init__()
        self.speech = nn.LSTM(3, 4)  #: layer speech
        self.text = nn.LSTM(3, 4)  #: layer text on_output=no
        self.heads = nn.ModuleDict(
            {
                "counts": nn.Sequential(nn.Linear(4, 1), nn.ReLU()),
                "labels": nn.Sequential(nn.Linear(4, 5), nn.LogSoftmax(-1)),
            }
        )

    def forward(self, speech, text):
        speech, _ = self.speech(speech)
        text, _ = self.text(text)
        return {
            "counts": self.heads["counts"](speech),  #: after speech defined=13
            "labels": self.heads["labels"](text),
        }


# drive: MultiTask()(torch.zeros(5, 2, 3), torch.zeros(5, 2, 3))
