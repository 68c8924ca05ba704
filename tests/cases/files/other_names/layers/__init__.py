from .rnn import Encoder as TextEncoder
