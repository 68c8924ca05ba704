"""The abstract interpreter: it runs constructors and ``forward`` bodies over abstract values and writes down the graph.

Read ``values.py`` (what it computes with), ``frames.py`` (where things are kept) and ``machine.py`` (the elementary
steps) first. Every kind of statement and expression has its handler in one of the other files, each kind of callable
its own; ``roots.py`` enters a model.
"""

from staticrelu.trace import expressions, imports, loops, statements, words
from staticrelu.trace.given import Site
from staticrelu.trace.machine import Machine
from staticrelu.trace.roots import Traced, parts_of, trace_class, trace_function, trace_module

__all__ = [
    "Machine",
    "Site",
    "Traced",
    "expressions",
    "imports",
    "loops",
    "parts_of",
    "statements",
    "trace_class",
    "trace_function",
    "trace_module",
    "words",
]
