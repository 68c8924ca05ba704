"""Two modules that import each other."""

import encoder  # noqa: F401
from decoder import Decoder

# drive: Decoder()(torch.zeros(5, 2, 3))
