"""The data-flow graph: what the interpreter writes down and everything else reads.

A node is one application of one operation at one place, in one chain of calls; an edge says that the value of one node
reaches another, under a guard. Whoever knows ``torch.fx`` knows the kinds of node; added are ``join`` (a value that
may be one of several), ``element`` (one part of a result, such as ``h_n``), ``operator`` (arithmetic, indexing, a
write into a tensor) and ``unresolved`` (a call that could not be followed: what it is given may come out of it).
"""

from staticrelu.graph.model import Activation, Edge, Graph, Layer, Module, Node, Op
from staticrelu.graph.query import Ways, leading_to, spread
from staticrelu.graph.text import dump

__all__ = ["Activation", "Edge", "Graph", "Layer", "Module", "Node", "Op", "Ways", "dump", "leading_to", "spread"]
