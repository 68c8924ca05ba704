"""``python -m staticrelu``."""

from __future__ import annotations

from staticrelu.cli import main

if __name__ == "__main__":
    main()
