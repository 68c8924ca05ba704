from .conv import MaskConv, conv_stack
from .rnn import BatchRNN, InferenceBatchSoftmax
from .rnn import supported_rnns as RNNS

__all__ = ["MaskConv", "BatchRNN", "InferenceBatchSoftmax", "conv_stack", "RNNS"]
