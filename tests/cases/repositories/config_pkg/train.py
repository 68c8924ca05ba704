import torch

from net.config import Config
from net.model import ActorCritic


def main():
    cfg = Config()
    model = ActorCritic(cfg, 3, 2)
    state = None
    for _ in range(2):
        logits, value, state = model(torch.rand(2, 4, 3), state)
        state = state.detach()
    return logits, value


# drive: main()
# drive: ActorCritic(Config(policy=Config().value), 3, 2)(torch.rand(2, 4, 3))
