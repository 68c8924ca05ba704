"""Where the shipped rules are, and what a mistake in a file of rules is; reading the files takes more (``loader.py``)."""

from __future__ import annotations

from pathlib import Path


class CatalogError(ValueError):
    """A file of rules that is not as it should be. Line and column count from 1."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.path = path
        self.line = line
        self.column = column
        self.message = message


def rules_folder(part: str) -> Path:
    """Where a part of the shipped rules is: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "rules" / part, package.parent / "rules" / part):
        if folder.is_dir():
            return folder
    raise CatalogError(str(package / "rules" / part), 1, 1, "cannot be found: the installation is incomplete")
