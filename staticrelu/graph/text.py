"""The graph as text, one node a line: for golden files, for people, for finding out where a value was lost."""

from __future__ import annotations

from staticrelu.graph.model import Graph, Node


def dump(graph: Graph) -> str:
    """All nodes in order: number, kind, what is applied, inputs with their guards, line, when it is reached."""
    lines = [_line(graph, node) for node in graph.nodes]
    for layer in graph.layers:
        when = graph.space.text(layer.guard)
        inside = "".join(f"  inside {kind}" for kind, _ in layer.inside)
        lines.append(
            f"r{layer.number}  {layer.type}  {layer.attribute}  {layer.place}{inside}{when and '  when ' + when}"
        )
    return "\n".join(lines) + "\n"


def _line(graph: Graph, node: Node) -> str:
    inputs = []
    for edge in node.inputs:
        when = graph.space.text(edge.guard)
        inputs.append(f"n{edge.source}" + (f" when {when}" if when else ""))
    notes = [f"applies {a.kind}" + (f" built at {a.defined.line}" if a.defined else "") for a in node.activations]
    if node.layer is not None:
        notes.append(f"r{node.layer}")
    when = graph.space.text(node.guard)
    if when:
        notes.append(f"when {when}")
    head = f"n{node.number:<4} {node.op:<14} {node.target:<28} {' | '.join(inputs):<24}"
    return f"{head} {node.place.line:>4}  {'  '.join(notes)}".rstrip()
