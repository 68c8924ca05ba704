"""What the names of libraries mean: ``load()`` reads ``rules/catalog``, and everything is asked of the ``Catalog``."""

from __future__ import annotations

from staticrelu.catalog.loader import load, rules_folder
from staticrelu.catalog.model import Catalog, Choice, Entry, Package
from staticrelu.catalog.nodes import CatalogError

__all__ = ["Catalog", "CatalogError", "Choice", "Entry", "Package", "load", "rules_folder"]
