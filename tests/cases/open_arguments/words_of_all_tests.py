"""How each kind of test on an argument is told: required ones, flags, words, numbers, and what is None by default."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, size, flag=False, word="tanh", number=1, nothing=None, pair=(1, 2)):
        super().__init__()
        self.size, self.flag, self.word, self.number, self.nothing = size, flag, word, number, nothing
        self.name = f"use_{word}_now"
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.size == 2:
            torch.relu(out)  #: after rnn if "size == 2"
        if self.size > 1:
            torch.relu(out)  #: after rnn if "size > 1"
        if not self.size <= 1:
            torch.relu(out)  #: after rnn if "size > 1"
        if self.size >= 2 and self.size < 9:
            torch.relu(out)  #: after rnn if "size < 9"
        if 1 < self.size < 9:
            torch.relu(out)  #: after rnn if "self.size < 9"
        if self.size % 2 == 0 and self.size // 2:
            torch.relu(out)  #: after rnn if "size % 2 == 0"
        if self.flag:
            torch.relu(out)  #: after rnn if "flag=True"
        if self.flag is True and self.flag == True and self.flag != False:  # noqa: E712
            torch.relu(out)  #: after rnn if "flag=True"
        if not (not self.flag or self.word == "tanh"):
            torch.relu(out)  #: after rnn if "word"
        if self.word == "relu":
            torch.relu(out)  #: after rnn if "word == "
        if self.word != "tanh":
            torch.relu(out)  #: after rnn if "word != "
        if self.word in ("relu", "leaky\t\"'\\"):
            torch.relu(out)  #: after rnn if "word =="
        if self.word not in ["tanh", "sigmoid"]:
            torch.relu(out)  #: after rnn if "word !="
        if self.word.startswith("re") and "el" in self.word:
            torch.relu(out)  #: after rnn if "startswith"
        if self.word.lower() == "relu" and len(self.word) == 4 and self.word[0] == "r":
            torch.relu(out)  #: after rnn if "len(word)"
        if self.name == "use_relu_now":
            torch.relu(out)  #: after rnn if "word =="
        if self.name == "use_relu" or self.name == "use_now" or self.name == "relu_now":
            torch.relu(out)
        if self.number == 5:
            torch.relu(out)  #: after rnn if "number == 5"
        if self.number > 1 and self.number + 1 > 2:
            torch.relu(out)  #: after rnn if "number > 1"
        if self.number != 1 and self.number != -1 and self.number != 1.5:
            torch.relu(out)  #: after rnn if "number != 1"
        if self.number == 5 and self.number == 6:
            torch.relu(out)
        if self.nothing:
            torch.relu(out)  #: after rnn if "nothing"
        if self.nothing is not None:
            torch.relu(out)  #: after rnn if "nothing is not None"
        if self.nothing is None and self.nothing == "x":
            torch.relu(out)
        if self.nothing == "x" and self.nothing:
            torch.relu(out)  #: after rnn if "nothing =="
        if self.nothing == "x" and not self.nothing:
            torch.relu(out)
        if isinstance(self.nothing, str) and callable(getattr(self.nothing, "upper", None)):
            torch.relu(out)  #: after rnn if "isinstance(nothing, str)"
        if (self.nothing or "y") == "x":
            torch.relu(out)  #: after rnn if "nothing"
        if (self.word if self.flag else "tanh") == "relu":
            torch.relu(out)  #: after rnn if "word"
        return out


def made():
    return Net(1, True), Net(2, word="relu"), Net(2, word="gelu"), Net(3, False, "selu"), Net(3, word="elu"), Net(2, nothing="x")


# drive: Net(2, True, "relu", 5, "x")(torch.zeros(5, 2, 3))
# drive: Net(0)(torch.zeros(5, 2, 3))
