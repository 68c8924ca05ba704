"""What is raised, returned, asserted or left in the midst of all else: what follows holds only where it is reached."""

import sys

import torch
from torch import nn


class Stopped(Exception):
    pass


class Net(nn.Module):
    def __init__(self, mode="run", strict=False, depth=1):
        super().__init__()
        if depth < 1:
            raise ValueError("depth")
        assert mode, "no mode"
        self.mode, self.strict, self.depth = mode, strict, depth
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def check(self, x):
        if self.strict:
            raise Stopped
        return x

    def early(self, x):
        if self.mode == "early":
            return torch.relu(x)  #: after rnn if "mode"
        return torch.tanh(x)

    def always(self, x):
        try:
            return torch.tanh(x)
        finally:
            torch.relu(x)  #: after rnn

    def forward(self, x):
        out = self.rnn(x)[0]
        torch.relu(out)  #: after rnn
        self.early(out)
        self.always(out)
        try:
            self.check(out)
            torch.relu(out)  #: missing after rnn if; spurious after rnn
        except Stopped:
            torch.relu(out)  #: after rnn if "Stopped is raised"
        else:
            torch.relu(out)  #: missing after rnn if; spurious after rnn
        finally:
            torch.relu(out)  #: after rnn
        try:
            raise Stopped
            torch.relu(out)
        except ValueError:
            torch.relu(out)
        except Stopped as stopped:
            torch.relu(out)  #: after rnn
        try:
            raise RuntimeError("now")
        except (ValueError, RuntimeError):
            torch.relu(out)  #: after rnn
        except Exception:
            torch.relu(out)
        try:
            raise NotImplementedError
        except RuntimeError:
            torch.relu(out)  #: after rnn
        if not self.mode:
            torch.relu(out)
        if self.depth > 5:
            sys.exit(1)
            torch.relu(out)
        while True:
            if self.mode == "left":
                torch.relu(out)  #: after rnn if "mode"
                break
            torch.relu(out)  #: after rnn if "mode"
            break
        for _ in range(2):
            if self.mode == "skip":
                continue
            torch.relu(out)  #: after rnn if "mode"
        with torch.no_grad():
            if self.mode == "none":
                return out
        return torch.relu(out)  #: after rnn if "mode"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("early", True)(torch.zeros(5, 2, 3))
# drive: Net("left")(torch.zeros(5, 2, 3))
# drive: Net("none")(torch.zeros(5, 2, 3))
# drive: Net("skip")(torch.zeros(5, 2, 3))
