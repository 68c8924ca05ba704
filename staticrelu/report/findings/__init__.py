"""The findings of a check in the formats of the places where teams meet them: one file a format, one function each.

A format is told a ``Result`` and gives text. Everything that comes from scanned code is escaped for where it is printed,
the limits of the places that take the reports are kept, and what was left out for them is said.
"""

from __future__ import annotations

from staticrelu.report.findings.result import Result, Summary

__all__ = ["Result", "Summary"]
