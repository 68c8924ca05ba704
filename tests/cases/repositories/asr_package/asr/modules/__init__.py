from .frontend import Frontend
from .rnn import BLSTMP, get_rnn

__all__ = ["BLSTMP", "Frontend", "get_rnn"]
