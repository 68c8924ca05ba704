"""The judge: runs a case under real PyTorch and says which of its written facts are true.

``marks`` follows values through tensor operations, ``places`` says where in the case something was written,
``recorder`` puts both to work on a running program, ``verdict`` compares what was seen with what the case expects.
Nothing here knows the analyser.
"""
