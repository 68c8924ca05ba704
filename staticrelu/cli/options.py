"""What several commands are given and how it is read: configuration, catalogs, rules, files."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from staticrelu import config, limits
from staticrelu.cli import terminal
from staticrelu.config import Config, ConfigError, Settings
from staticrelu.problem import Problem
from staticrelu.report.text import place
from staticrelu.report.v1 import Error
from staticrelu.sources import Content, PathError, SourceFile, discover, report_path
from staticrelu.sources.ignore import compile_patterns

if TYPE_CHECKING:  # what a command needs is loaded when it runs: help, and an interrupt, do not wait for it
    from staticrelu.catalog import Catalog
    from staticrelu.checks import Rule

STDIN = "-"

Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Files and folders (default: .); - reads a program from standard input.", show_default=False),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file.")]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="Leave out what matches (gitignore syntax). May be repeated."),
]
Activation = Annotated[
    list[str] | None,
    typer.Option("--activation", metavar="KINDS", help="Which activations are meant (default: relu); or all."),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="This configuration instead of the nearest one.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="No configuration at all.")]


@contextlib.contextmanager
def usage() -> Iterator[None]:
    """End a command with a message and the status 2 for wrong usage, 130 for an interrupt."""
    try:
        yield
    except (ValueError, terminal.OutputError) as error:
        if not isinstance(error, _wrong_usage()):
            raise
        terminal.complain(f"staticrelu: {error}")
        raise typer.Exit(2) from error
    except KeyboardInterrupt as error:
        terminal.complain("staticrelu: interrupted")
        raise typer.Exit(130) from error


def _wrong_usage() -> tuple[type[Exception], ...]:
    """The errors whose text is a message for the user."""
    from staticrelu.catalog import CatalogError
    from staticrelu.checks.baseline import BaselineError
    from staticrelu.checks.choose import UnknownRuleError
    from staticrelu.view.steps import NoSuchStartError
    from staticrelu.view.svg import CannotDrawError

    return (
        PathError,
        NoSuchStartError,
        CannotDrawError,
        terminal.OutputError,
        ConfigError,
        CatalogError,
        UnknownRuleError,
        BaselineError,
    )


class UsageError(PathError):
    """Options that do not fit together."""


def complain_of(errors: Sequence[Error]) -> None:
    """Say on standard error what could not be read or analysed."""
    for error in errors:
        terminal.complain(f"{place(error)}:{error.column}: {error.kind}: {error.message}")


class Inputs(NamedTuple):
    """What is read, what could not be listed, and the paths that are reported on."""

    files: list[SourceFile | Content]
    problems: tuple[Problem, ...]
    reported: frozenset[str]


class Knowledge(NamedTuple):
    """The configuration, and the catalogs and rules that it names beside the shipped ones."""

    config: Config
    catalog: Catalog
    rules: list[Rule]


def split(words: Sequence[str] | None) -> list[str]:
    """Lists may be given in one option with commas, or in several options."""
    return [word.strip() for text in words or () for word in text.split(",") if word.strip()]


def configuration(path: Path | None, isolated: bool) -> Config:
    """The named configuration, else the nearest one, or none at all."""
    if isolated:
        return Config(Settings(), Path.cwd())
    return config.read(path) if path is not None else config.find(Path.cwd())


def known_catalog(found: Config) -> Catalog:
    """The shipped catalog with those of the configuration."""
    from staticrelu import catalog

    return catalog.load(found.paths(found.settings.catalogs))


def knowledge(found: Config) -> Knowledge:
    """Load what the configuration names."""
    from staticrelu import checks
    from staticrelu.checks.suppress import UNUSED

    loaded = known_catalog(found)
    return Knowledge(found, loaded, [*checks.load(loaded, found.paths(found.settings.rules)), UNUSED])


def kinds(loaded: Catalog, words: Sequence[str]) -> frozenset[str]:
    """The chosen kinds of activation, all of which must be known; ``all`` stands for every one."""
    known = loaded.kinds()
    for word in words:
        if word not in known and word != "all":
            raise UsageError(f"no activation is called {word!r}; there are {', '.join(sorted(known))}, and all")
    return known if "all" in words else frozenset(words)


def inputs(paths: Sequence[str], exclude: Sequence[str]) -> Inputs:
    """What is named, and all of it reported. Raises PathError where that leaves nothing to read."""
    found = discover((path for path in paths if path != STDIN), exclude)
    files: list[SourceFile | Content] = list(found.files)
    if STDIN in paths:
        files.insert(0, standard_input("<stdin>"))
    if not files:
        for problem in found.problems:
            terminal.complain(str(problem))
        raise PathError(f"nothing to read: no Python files in {', '.join(paths)}")
    return Inputs(files, found.problems, frozenset(file.path for file in files))


def project_inputs(paths: Sequence[str], exclude: Sequence[str], stdin_name: str | None, found: Config) -> Inputs:
    """What is named is reported; where single files are named, the project around them is read, too.

    A file's findings depend on other files, so the same file must say the same alone and among all others.
    """
    if stdin_name is not None and STDIN not in paths:
        raise UsageError("--stdin-filename needs the path -")
    named = [path for path in paths if path != STDIN]
    alone = [path for path in named if Path(path).is_file()]
    root = _project_root(found)
    inside = [path for path in (*alone, *([stdin_name] if stdin_name else [])) if _is_below(path, root)]
    read = discover([*named, *([str(root)] if inside else [])], exclude)
    files: list[SourceFile | Content] = list(read.files)
    reported = {file.path for file in discover(named, exclude).files} if named else set[str]()
    if STDIN in paths:
        content = standard_input(report_path(stdin_name) if stdin_name else "<stdin>")
        files = [content, *(file for file in files if file.path != content.path)]
        reported.add(content.path)
    if not reported:
        raise PathError(f"nothing to read: no Python files in {', '.join(paths)}")
    return Inputs(files, read.problems, frozenset(reported))


def not_excluded(paths: Sequence[str], exclude: Sequence[str]) -> list[str]:
    """The paths that no pattern leaves out: who hands over changed files does not know of patterns."""
    spec = compile_patterns(exclude)
    return [path for path in paths if path == STDIN or not spec.match_file(report_path(path))]


def standard_input(name: str) -> Content:
    """A program from standard input. One byte more than allowed is enough to see that there is too much."""
    return Content(name, sys.stdin.buffer.read(limits.MAX_FILE_BYTES + 1))


def _project_root(found: Config) -> Path:
    """The folder of the configuration, else the one around the working directory that git knows, else that itself."""
    here = Path.cwd()
    if found.path is not None:
        return found.folder
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _is_below(path: str, root: Path) -> bool:
    return Path(path).resolve().is_relative_to(root.resolve())
