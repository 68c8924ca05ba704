"""A model to look at: its parts as a tree, a value's way step by step, its graph as a picture, all of it as a page.

``outline`` makes plain values of the objects that the interpreter built; everything else here draws on these, on the graph
and on the facts, and changes none of them.
"""
