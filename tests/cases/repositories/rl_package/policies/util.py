from torch import nn

ACT = {"tanh": nn.Tanh, "relu": nn.ReLU, "silu": nn.SiLU}


def orthogonal(layer: nn.Linear, gain: float = 1.0) -> nn.Linear:
    nn.init.orthogonal_(layer.weight, gain)
    layer.bias.data.zero_()
    return layer
