"""Rules as data: ``rules/checks/*.yaml`` say what is worth reporting, as queries over the graph.

A rule (``rule.py``) is read by ``loader.py``, asked of one model's graph by ``query.py``, about the things that ``subjects.py``
finds there, and what all models answer becomes findings in ``gather.py``. ``suppress.py`` and ``baseline.py`` take findings
away again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from staticrelu.catalog import Catalog
from staticrelu.checks.finding import Finding, Spot
from staticrelu.checks.rule import Rule

__all__ = ["Finding", "Rule", "Spot", "load"]


def load(catalog: Catalog, folders: Sequence[Path] = ()) -> list[Rule]:
    """The shipped rules and those in ``folders`` (or files), by code. The catalog says which kinds and traits there are.

    Raises ``CatalogError`` with file, line and what was expected.
    """
    from staticrelu.checks import loader  # brings the reader of YAML: not before something is read

    return loader.load(catalog, folders)
