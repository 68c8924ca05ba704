"""HuggingFace-like outputs: dataclass with optional fields, **kwargs through three levels."""
from collections import namedtuple
from dataclasses import dataclass
from typing import Any, Optional, Tuple

import torch
import torch.nn as nn

Cache = namedtuple("Cache", ["hidden", "cell"])


@dataclass
class ModelOutput:
    last_hidden_state: torch.Tensor
    pooler_output: Optional[torch.Tensor] = None
    embeddings: Optional[torch.Tensor] = None
    cache: Optional[Tuple[Any, ...]] = None

    def to_tuple(self):
        return tuple(v for v in (self.last_hidden_state, self.pooler_output) if v is not None)


class Config:
    def __init__(self, vocab_size=9, hidden_size=4, hidden_act="gelu", **kwargs):
        self.vocab_size = vocab_size
        self.hidden_size = hidden_size
        self.hidden_act = hidden_act
        self.num_labels = kwargs.pop("num_labels", 2)


class PreTrainedModel(nn.Module):
    def __init__(self, config, *inputs, **kwargs):
        super().__init__()
        self.config = config

    def init_weights(self):
        self.apply(self._init)

    def _init(self, module):
        if isinstance(module, nn.Linear):
            module.weight.data.normal_(mean=0.0, std=0.02)


class RecurrentModel(PreTrainedModel):
    def __init__(self, config):
        super().__init__(config)
        self.embeddings = nn.Embedding(config.vocab_size, config.hidden_size)
        self.encoder = nn.LSTM(config.hidden_size, config.hidden_size, batch_first=True)  #: layer enc
        self.pooler = nn.Linear(config.hidden_size, config.hidden_size)
        self.init_weights()

    def forward(self, input_ids, cache=None, return_dict=True):
        emb = self.embeddings(input_ids)
        out, state = self.encoder(emb, None if cache is None else (cache.hidden, cache.cell))
        pooled = torch.tanh(self.pooler(out[:, 0]))
        return ModelOutput(last_hidden_state=out, pooler_output=pooled, embeddings=emb, cache=Cache(*state))


class ForTokenAndTone(PreTrainedModel):
    def __init__(self, config):
        super().__init__(config)
        self.model = RecurrentModel(config)
        self.token = nn.Sequential(nn.Linear(config.hidden_size, 4), nn.ReLU(), nn.Linear(4, config.num_labels))
        self.tone = nn.Sequential(nn.Linear(config.hidden_size, 4), nn.ReLU(), nn.Linear(4, 2))
        self.seq = nn.Linear(config.hidden_size, config.num_labels)

    def forward(self, input_ids, **kwargs):
        outputs = self.model(input_ids, **kwargs)
        tone = self.tone(outputs.embeddings)
        seq, pooled = outputs.to_tuple()
        logits = self.seq(pooled)
        tok = self.token(seq)  #: after enc defined=63
        return ModelOutput(last_hidden_state=tok, pooler_output=logits, embeddings=tone, cache=outputs.cache)


def run():
    model = ForTokenAndTone(Config(num_labels=3))
    ids = torch.zeros(2, 4, dtype=torch.long)
    first = model(ids)
    return model(ids, cache=first.cache)


# drive: run()
