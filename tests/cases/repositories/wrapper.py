"""DataParallel-like wrapper, jit.script and compile decorators, a Lambda module and __getattr__ forwarding."""

import torch
import torch.nn as nn


class Lambda(nn.Module):
    def __init__(self, func):
        super().__init__()
        self.func = func

    def forward(self, *args):
        return self.func(*args)


class Parallel(nn.Module):
    def __init__(self, module):
        super().__init__()
        self.module = module

    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except AttributeError:
            return getattr(self.module, name)

    def forward(self, *inputs, **kwargs):
        chunks = [[part] for part in inputs[0].chunk(2, dim=1)]
        return torch.cat([self.module(*chunk, **kwargs) for chunk in chunks], dim=1)


@torch.jit.script
def swish_or_relu(x, flag: bool):
    if flag:
        return torch.relu(x)  #: after rnn if "relu"
    return x * torch.sigmoid(x)


class Core(nn.Module):
    def __init__(self, relu=False):
        super().__init__()
        self.flag = relu
        self.body = nn.Sequential(
            nn.Linear(3, 4),
            Lambda(lambda t: t.relu()),  #: before rnn
            nn.RNN(4, 4),  #: layer rnn
            Lambda(lambda pair: pair[0]),
        )

    @torch.compile(dynamic=True)
    def forward(self, x):
        return swish_or_relu(self.body(x), self.flag)

    def describe(self):
        return len(list(self.parameters()))


def run(relu):
    model = Parallel(Core(relu))
    assert model.describe() > 0
    return model(torch.rand(5, 4, 3))


# drive: run(True)
# drive: run(False)
