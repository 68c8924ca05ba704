from . import encoder as encoder
