from .builder import MODELS, build_model
from . import rnn_models  # noqa: F401
