"""MAPPO: MLP base chosen by index from a list of activations, RNN layer with masks, norm after, act layer."""

import torch
import torch.nn as nn


def init(module, weight_init, bias_init, gain=1):
    weight_init(module.weight.data, gain=gain)
    bias_init(module.bias.data)
    return module


class MLPLayer(nn.Module):
    def __init__(self, input_dim, hidden, layer_n, use_relu):
        super().__init__()
        active = [nn.Tanh(), nn.ReLU()][use_relu]

        def init_(m):
            return init(m, nn.init.orthogonal_, lambda x: nn.init.constant_(x, 0))

        self.fc1 = nn.Sequential(init_(nn.Linear(input_dim, hidden)), active, nn.LayerNorm(hidden))
        self.fc2 = nn.ModuleList(
            [nn.Sequential(init_(nn.Linear(hidden, hidden)), active, nn.LayerNorm(hidden)) for _ in range(layer_n)]
        )

    def forward(self, x):
        x = self.fc1(x)  #: before rnn if "use_ReLU" defined=16
        for fc in self.fc2:
            x = fc(x)  #: before rnn if "use_ReLU" defined=16
        return x


class RNNLayer(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.rnn = nn.GRU(inputs, outputs)  #: layer rnn on_output=no
        for name, param in self.rnn.named_parameters():
            if "bias" in name:
                nn.init.constant_(param, 0)
        self.norm = nn.LayerNorm(outputs)

    def forward(self, x, hxs, masks):
        x, hxs = self.rnn(x.unsqueeze(0), (hxs * masks.unsqueeze(-1)).transpose(0, 1).contiguous())
        return self.norm(x.squeeze(0)), hxs.transpose(0, 1)


class R_Actor(nn.Module):
    def __init__(self, args, obs=3, actions=2):
        super().__init__()
        self._use_ReLU = args["use_ReLU"]
        self.base = MLPLayer(obs, args["hidden"], args["layer_N"], self._use_ReLU)
        self.rnn = RNNLayer(args["hidden"], args["hidden"])
        self.act = nn.Linear(args["hidden"], actions)

    def forward(self, obs, states, masks, deterministic=False):
        feats, states = self.rnn(self.base(obs), states, masks)
        dist = torch.distributions.Categorical(logits=self.act(feats))
        action = dist.probs.argmax(-1) if deterministic else dist.sample()
        return action, dist.log_prob(action), states


# drive: R_Actor({"use_ReLU": 1, "hidden": 4, "layer_N": 1})(torch.rand(2, 3), torch.zeros(2, 1, 4), torch.ones(2, 1))
# drive: R_Actor({"use_ReLU": 0, "hidden": 4, "layer_N": 1})(torch.rand(2, 3), torch.zeros(2, 1, 4), torch.ones(2, 1))
