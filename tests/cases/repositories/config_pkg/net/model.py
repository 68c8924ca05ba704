import torch.nn as nn

from .config import Config
from .layers import get_cell, mlp


class ActorCritic(nn.Module):
    def __init__(self, cfg: Config, n_obs: int, n_act: int):
        super().__init__()
        enc = cfg.encoder
        self.core = get_cell(enc.cell)(n_obs, enc.hidden, enc.layers, batch_first=True)  #: layer core
        self.pi = mlp([enc.hidden, *cfg.policy.sizes, n_act], cfg.policy.activation)
        self.v = mlp([enc.hidden, *cfg.value.sizes, 1], cfg.value.activation)

    def forward(self, obs, state=None):
        out, state = self.core(obs, state)
        logits = self.pi(out)  #: after core if "cfg.policy.activation"
        return logits, self.v(out), state  #: after core
