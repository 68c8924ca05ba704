from .reader import Reader
