"""The whole journey for many files: sources, trees, names, graphs, facts, report.

``journey.py`` leads it, ``survey.py`` does what takes time; ``contents.py`` holds the bytes and what is asked of them,
``trees.py`` the trees, ``analysis.py`` analyses one model. With several processes (``pool.py``, ``worker.py``), trees and
models are made by workers, which are sent what they need and nothing else (``messages.py``). ``memory.py`` says when the
facts of an earlier run still hold, ``parts.py`` joins what several machines found.
"""

from staticrelu.scan.journey import Checked, check_part, check_sources, scan_part, scan_sources
from staticrelu.scan.options import Options, Progress

__all__ = ["Checked", "Options", "Progress", "check_part", "check_sources", "scan_part", "scan_sources"]
