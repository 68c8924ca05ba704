"""What every name means across files: modules and packages, imports, what a name is bound by, the order of base classes.

Names are resolved here and not by libcst's providers, which cost several times the parse. Nothing is evaluated: this
room says *which statements* give a name its meaning; the interpreter runs them when it needs the value.
"""

from staticrelu.project.modules import Files, Module, Project
from staticrelu.project.names import bindings, bound_names
from staticrelu.project.naming import Naming
from staticrelu.project.order import linearize

__all__ = ["Files", "Module", "Naming", "Project", "bindings", "bound_names", "linearize"]
