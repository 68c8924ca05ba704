"""``staticrelu show`` and ``staticrelu trace``: one file's models to look at."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from staticrelu.cli import options, terminal
from staticrelu.cli.progress import Progress

if TYPE_CHECKING:
    from staticrelu.scan.look import Looked
    from staticrelu.view.look import Look

Target = Annotated[
    str,
    typer.Argument(
        metavar="FILE[:NAME]",
        help="A file, and the class or function in it (default: all that has to do with a recurrent layer).",
    ),
]


class Format(str, Enum):
    """How a model is shown."""

    text = "text"
    mermaid = "mermaid"
    dot = "dot"
    svg = "svg"
    json = "json"


def show(
    target: Target,
    output_format: Annotated[Format, typer.Option("--format", help="The tree of parts, or the graph.")] = Format.text,
    output: options.Output = None,
    exclude: options.Exclude = None,
    config_file: options.ConfigFile = None,
    isolated: options.Isolated = False,
) -> None:
    """Show a model: its parts in the order in which they are called, with their arguments, or its graph.

    Calls of functions stand among the parts, what is never called is marked, and so is a ReLU that a library's layer applies
    in its own code.
    """
    with options.usage():
        if output is not None:
            terminal.check_output(output)
        looked = _looked(target, exclude or [], config_file, isolated)
        coloured = output is None and terminal.is_coloured()
        terminal.deliver(_shown(looked, output_format, coloured), output, None if coloured else "utf-8")


def trace(
    target: Target,
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="NAME", help="Start at this part or argument (default: recurrent layers)."),
    ] = None,
    line: Annotated[
        int | None, typer.Option("--to", metavar="LINE", help="Only the way to this line of the file.")
    ] = None,
    exclude: options.Exclude = None,
    config_file: options.ConfigFile = None,
    isolated: options.Isolated = False,
) -> None:
    """Follow a value through a model, without running it: one line a step, and where it stops and why.

    This is also how to find out why a relation is not reported: the last step is where the value was lost.
    """
    from staticrelu.view import steps

    with options.usage():
        looked = _looked(target, exclude or [], config_file, isolated)
        coloured = terminal.is_coloured()
        texts = []
        for look in looked.looks:
            ways = steps.ways(look, looked.told, start, line)
            texts.append(steps.render(look, looked.told, ways, line, coloured=coloured))
        terminal.deliver("\n".join(texts), None)


def _shown(looked: Looked, output_format: Format, coloured: bool) -> str:
    from staticrelu.view import describe, dot, mermaid, show, svg
    from staticrelu.view.picture import picture

    if output_format is Format.text:
        return "\n".join(show.render(look, looked.told, coloured=coloured) for look in looked.looks)
    if output_format is Format.json:
        return describe.render(looked.looks, looked.told)
    if len(looked.looks) > 1:
        names = ", ".join(look.name.rpartition(".")[2] for look in looked.looks)
        raise options.UsageError(f"--format {output_format.value} draws one model; name one of {names}, as FILE:NAME")
    renderers = {Format.mermaid: mermaid.render, Format.dot: dot.render, Format.svg: svg.render}
    return renderers[output_format](picture(looked.looks[0]))


def _looked(target: str, exclude: list[str], config_file: Path | None, isolated: bool) -> Looked:
    """The models that are asked for. The project around the file is read, too. Raises UsageError where there is none."""
    from staticrelu.scan import Options
    from staticrelu.scan.look import Only, look_at
    from staticrelu.sources import report_path

    found = options.configuration(config_file, isolated)
    file, name = _parted(target)
    if Path(file).is_dir():
        raise options.UsageError(f"{file} is a folder: name one file, or one model in it as FILE:NAME")
    inputs = options.project_inputs([file], exclude, None, found)
    only = Only(report_path(file), name)
    with options.opened_cache(no_cache=False, folder=None) as cache, Progress() as progress:
        chosen = Options(catalogs=found.paths(found.settings.catalogs), cache=cache)
        looked = look_at(inputs.files, inputs.problems, progress.update, chosen, _as_it_is, only)
    options.complain_of([error for error in looked.report.errors if error.path == only.path])
    if not looked.looks:
        raise options.UsageError(f"{file}: {_nothing(file, name, looked.bound)}")
    return looked


_MOST_NAMES = 20
"""Names of a file that are listed where the one that was asked for is not among them."""


def _nothing(file: str, name: str, bound: frozenset[str]) -> str:
    """Why there is nothing to look at, and what to ask for instead."""
    outer = name.partition(".")[0]
    if not name:
        return "there is no model with a recurrent layer; any other class or function can be named, as FILE:NAME"
    if outer != name and outer in bound:
        return f"{name} stands inside of {outer}: a class is looked at as a whole, as {file}:{outer}"
    if name in bound:
        return (
            f"{name} is no class or function that can be entered; "
            f"what the file itself builds and calls is shown with the whole file, and `trace {file} --from {name}`"
        )
    shown = ", ".join(sorted(bound)[:_MOST_NAMES]) + (", ..." if len(bound) > _MOST_NAMES else "")
    return f"there is no {name!r}" + (f"; the file has: {shown}" if bound else "")


def _as_it_is(look: Look) -> Look:
    return look


def _parted(target: str) -> tuple[str, str]:
    """File and name; a file whose own name has a colon is taken as it is."""
    file, colon, name = target.rpartition(":")
    is_name = name.isidentifier() or (Path(file).exists() and all(word.isidentifier() for word in name.split(".")))
    return (file, name) if colon and is_name and not Path(target).exists() else (target, "")
