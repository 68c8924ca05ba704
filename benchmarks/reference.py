"""What the program is measured against, each as a process of its own: ``reference.py read|parse FOLDER``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

RECURRENT = re.compile(rb"\b(?:RNN|LSTM|GRU|RNNCell|LSTMCell|GRUCell|RNNBase|RNNCellBase)\b")


def read(folder: Path) -> list[bytes]:
    """Read all bytes and search them; gives those that name a recurrent class."""
    texts = (path.read_bytes() for path in sorted(folder.rglob("*.py")) if path.is_file())
    return [text for text in texts if RECURRENT.search(text)]


def parse(folder: Path) -> int:
    """Parse what names a recurrent class; gives the number of trees."""
    import libcst

    trees = 0
    for text in read(folder):
        try:
            libcst.parse_module(text)
        except libcst.ParserSyntaxError:
            continue
        trees += 1
    return trees


if __name__ == "__main__":
    {"read": read, "parse": parse}[sys.argv[1]](Path(sys.argv[2]))
