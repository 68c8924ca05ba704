from .heads import ReluHead as Head
from .recurrent import Encoder

__all__ = ["Encoder", "Head"]
