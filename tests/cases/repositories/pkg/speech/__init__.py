from .modules import *  # noqa: F403
from .model import DeepSpeech

__all__ = ["DeepSpeech"]
