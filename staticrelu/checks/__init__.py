"""Rules as data: ``rules/checks/*.yaml`` say what is worth reporting, as queries over the graph.

A rule (``rule.py``) is read by ``loader.py``, asked of one model's graph by ``query.py``, about the things that ``subjects.py``
finds there, and what all models answer becomes findings in ``gather.py``. ``suppress.py`` and ``baseline.py`` take findings
away again.
"""

from __future__ import annotations

from staticrelu.checks.finding import Finding, Spot
from staticrelu.checks.loader import load
from staticrelu.checks.rule import Rule

__all__ = ["Finding", "Rule", "Spot", "load"]
