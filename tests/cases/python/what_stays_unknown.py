"""What cannot be known (getters of open names, names of files, what lies outside) is named where a fact rests on it."""

import operator
import random

import torch
from torch import nn


class Plain:
    kind = "plain"


class Net(nn.Module):
    def __init__(self, names, name, thing, base):
        super().__init__()
        self.names, self.name, self.thing, self.base = names, name, thing, base
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        torch.relu(operator.attrgetter(self.name)(out))  #: after rnn maybe "attrgetter"
        torch.relu(operator.itemgetter(*self.names)(out))  #: after rnn maybe "itemgetter"
        torch.relu(operator.methodcaller(self.name)(out))  #: after rnn maybe "methodcaller"
        torch.relu(self.thing(out))  #: after rnn maybe "thing"
        torch.relu(self.thing.step(out))  #: after rnn maybe "thing.step"
        torch.relu(self.thing["a"](out))  #: after rnn maybe "thing["
        if __file__ == "net.py" or __doc__ == "other":
            torch.relu(out)  #: after rnn if "__file__"
        if vars(self.thing)["bend"]:
            torch.relu(out)  #: after rnn if "bend"
        if issubclass(self.base, nn.Module) and not issubclass(Plain, nn.Module):
            torch.relu(out)  #: after rnn if "issubclass"
        if isinstance(self.thing, Plain):
            torch.relu(out)  #: after rnn if "isinstance"
        if random.random() > 0.5:
            torch.relu(out)  #: after rnn if "random"
        if random.random() > 0.5 and random.random() <= 0.5:
            torch.relu(out)  #: after rnn if "random"
        if self.name.isupper() and self.name.split("-")[0] == "A":
            torch.relu(out)  #: after rnn if "isupper"
        if hasattr(self.thing, self.name) and getattr(self.thing, self.name):
            torch.relu(out)  #: after rnn if "name"
        return out
