"""What the names of libraries mean: ``load()`` reads ``rules/catalog``, and everything is asked of the ``Catalog``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from staticrelu.catalog.folder import CatalogError, rules_folder
from staticrelu.catalog.model import Catalog, Choice, Entry, Package

__all__ = ["Catalog", "CatalogError", "Choice", "Entry", "Package", "load", "rules_folder"]


def load(extra: Sequence[Path] = ()) -> Catalog:
    """The shipped catalog, with the files (or folders of ``*.yaml``) of ``extra`` added; what comes later wins.

    Raises ``CatalogError`` with file, line and what was expected.
    """
    from staticrelu.catalog import loader  # brings the reader of YAML: not before something is read

    return loader.load(extra)
