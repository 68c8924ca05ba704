from dataclasses import dataclass, field
from typing import List


@dataclass
class EncoderConfig:
    hidden: int = 4
    layers: int = 1
    cell: str = "gru"


@dataclass
class HeadConfig:
    sizes: List[int] = field(default_factory=lambda: [4, 3])
    activation: str = "tanh"


@dataclass
class Config:
    encoder: EncoderConfig = field(default_factory=EncoderConfig)
    policy: HeadConfig = field(default_factory=HeadConfig)
    value: HeadConfig = field(default_factory=lambda: HeadConfig(activation="relu"))
