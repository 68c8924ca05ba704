"""What several commands are given and how it is read: configuration, catalogs, rules, files."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from staticrelu import limits
from staticrelu.cli import terminal

if TYPE_CHECKING:  # what a command needs is loaded when it runs: help, and an interrupt, do not wait for it
    from staticrelu.cache import Cache
    from staticrelu.catalog import Catalog
    from staticrelu.checks import Rule
    from staticrelu.config import Config
    from staticrelu.problem import Problem
    from staticrelu.report.v1 import Error
    from staticrelu.scan.parts import Shard
    from staticrelu.sources import Content, SourceFile
    from staticrelu.sources.ignore import Ignores

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
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes (default: the cores that this one may use)."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep trees and facts of earlier runs.")]
CacheDir = Annotated[
    Path | None,
    typer.Option("--cache-dir", metavar="FOLDER", envvar="STATICRELU_CACHE_DIR", help="Where the cache is."),
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
    from staticrelu.cache import CacheError
    from staticrelu.catalog import CatalogError
    from staticrelu.checks.baseline import BaselineError
    from staticrelu.checks.choose import UnknownRuleError
    from staticrelu.config import ConfigError
    from staticrelu.scan.parts import PartError
    from staticrelu.sources import PathError
    from staticrelu.view.steps import NoSuchStartError
    from staticrelu.view.svg import CannotDrawError

    rooms = (PathError, ConfigError, CatalogError, UnknownRuleError, BaselineError, CacheError, PartError)
    return UsageError, terminal.OutputError, NoSuchStartError, CannotDrawError, *rooms


class UsageError(ValueError):
    """Options that do not fit together, or leave nothing to do."""


MAX_COMPLAINTS = 20
"""Lines about what could not be read that a person still reads; the reports for programs hold all."""


def complain_of(errors: Sequence[Error]) -> None:
    """Say on standard error what could not be read or analysed: files first, then models, and how many there are more."""
    from staticrelu.report.text import place

    ordered = sorted(errors, key=lambda error: error.kind == "timeout")
    for error in ordered[:MAX_COMPLAINTS]:
        terminal.complain(f"{place(error)}:{error.column}: {error.kind}: {error.message}")
    if len(ordered) > MAX_COMPLAINTS:
        terminal.complain(f"staticrelu: {len(ordered) - MAX_COMPLAINTS:,} more of these: --format json has them all")


class Inputs(NamedTuple):
    """What is read, what could not be listed, and the paths that are reported on."""

    files: list[SourceFile | Content]
    problems: tuple[Problem, ...]
    reported: frozenset[str]


class Knowledge(NamedTuple):
    """The configuration, and the rules that it names beside the shipped ones."""

    config: Config
    rules: list[Rule]


@contextlib.contextmanager
def opened_cache(no_cache: bool, folder: Path | None) -> Iterator[Cache]:
    """The cache that a command was told to use; one that cannot be used is said, and gone without.

    No configuration names it: a scanned tree must not say where this program writes.
    """
    from staticrelu.cache import Cache, CacheError, DiskCache, default_folder

    cache = Cache()
    if not no_cache:
        try:
            cache = DiskCache(folder or default_folder())
        except CacheError as error:
            terminal.complain(f"staticrelu: {error}")
    try:
        yield cache
    finally:
        cache.close()


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def split(words: Sequence[str] | None) -> list[str]:
    """Lists may be given in one option with commas, or in several options."""
    return [word.strip() for text in words or () for word in text.split(",") if word.strip()]


def shard(text: str) -> Shard:
    """The share that ``I/N`` names. Raises UsageError."""
    from staticrelu.scan.parts import Shard

    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise UsageError(f"--shard: expected I/N with I from 1 to N, not {text!r}")
    return Shard(int(number), int(of))


def configuration(path: Path | None, isolated: bool) -> Config:
    """The named configuration, else the nearest one, or none at all."""
    from staticrelu import config

    if isolated:
        return config.Config(config.Settings(), Path.cwd())
    return config.read(path) if path is not None else config.find(Path.cwd())


def known_catalog(found: Config) -> Catalog:
    """The shipped catalog with those of the configuration."""
    from staticrelu import catalog

    return catalog.load(found.paths(found.settings.catalogs))


def knowledge(found: Config, cache: Cache | None = None) -> Knowledge:
    """Load what the configuration names."""
    from staticrelu.cache import Cache
    from staticrelu.checks.suppress import UNUSED
    from staticrelu.scan.rules import rules

    named = rules(found.paths(found.settings.catalogs), found.paths(found.settings.rules), cache or Cache())
    return Knowledge(found, [*named, UNUSED])


def kinds(loaded: Callable[[], Catalog], words: Sequence[str]) -> frozenset[str]:
    """The chosen kinds of activation, all of which must be known; ``all`` stands for every one."""
    from staticrelu.facts import RELU_ONLY

    if frozenset(words) == RELU_ONLY:
        return RELU_ONLY  # without asking the catalog, which takes time to read
    known = loaded().kinds()
    for word in words:
        if word not in known and word != "all":
            raise UsageError(f"no activation is called {word!r}; there are {', '.join(sorted(known))}, and all")
    return known if "all" in words else frozenset(words)


def configured_patterns(found: Config, key: str, lines: Sequence[str]) -> Ignores:
    """Patterns of a configuration: relative to its folder, wherever the program is run. Raises ConfigError."""
    from staticrelu.config import ConfigError
    from staticrelu.sources.ignore import Ignores, compile_patterns

    try:
        return Ignores(str(found.folder), compile_patterns(lines))
    except ValueError as error:
        raise ConfigError(f"{found.path}: {key}: {error}") from error


def _excluded(found: Config) -> Ignores:
    return configured_patterns(found, "exclude", found.settings.exclude)


def inputs(paths: Sequence[str], exclude: Sequence[str], found: Config) -> Inputs:
    """What is named, and all of it reported. Raises UsageError where that leaves nothing to read."""
    from staticrelu.sources import discover

    read = discover((path for path in paths if path != STDIN), exclude, _excluded(found))
    files: list[SourceFile | Content] = list(read.files)
    if STDIN in paths:
        files.insert(0, standard_input("<stdin>"))
    if not files:
        for problem in read.problems:
            terminal.complain(str(problem))
        raise _nothing_to_read(paths)
    return Inputs(files, read.problems, frozenset(file.path for file in files))


def project_inputs(paths: Sequence[str], exclude: Sequence[str], stdin_name: str | None, found: Config) -> Inputs:
    """What is named is reported; where single files are named, the project around them is read, too.

    A file's findings depend on other files, so the same file must say the same alone and among all others.
    """
    from staticrelu.sources import discover, report_path

    if stdin_name is not None and STDIN not in paths:
        raise UsageError("--stdin-filename needs the path -")
    named = [path for path in paths if path != STDIN]
    alone = [path for path in named if Path(path).is_file()]
    root = _project_root(found)
    inside = [path for path in (*alone, *([stdin_name] if stdin_name else [])) if is_below(path, root)]
    configured = _excluded(found)
    read = discover([*named, *([str(root)] if inside else [])], exclude, configured)
    files: list[SourceFile | Content] = list(read.files)
    asked = discover(named, exclude, configured)
    reported = {file.path for file in asked.files}
    if STDIN in paths:
        content = standard_input(report_path(stdin_name) if stdin_name else "<stdin>")
        files = [content, *(file for file in files if file.path != content.path)]
        reported.add(content.path)
    if not reported:
        raise _nothing_to_read(paths)
    _tell_of_project(len(files) - len(reported), root, found)
    return Inputs(files, asked.problems, frozenset(reported))


def _nothing_to_read(paths: Sequence[str]) -> UsageError:
    named = ", ".join(paths)
    return UsageError(f"nothing to read: no Python file, notebook or Markdown page in {named} that is not excluded")


def _tell_of_project(others: int, root: Path, found: Config) -> None:
    """Say that many files are read which nobody may have meant: nothing tells where the project of the named ones ends."""
    if others > limits.MAX_UNTOLD and found.path is None and _repository() is None:
        terminal.complain(
            f"staticrelu: {others:,} more files below {root} are read as the project of what was named: there is no "
            "repository and no configuration here; a staticrelu.toml (an empty one will do) in the project's folder marks it"
        )


def not_excluded(paths: Sequence[str], exclude: Sequence[str], found: Config) -> list[str]:
    """The paths that no pattern leaves out: who hands over changed files does not know of patterns."""
    from staticrelu.sources.ignore import Ignores, compile_patterns, is_ignored

    patterns = (Ignores(".", compile_patterns(exclude)), _excluded(found))
    return [path for path in paths if path == STDIN or not is_ignored(path, Path(path).is_dir(), patterns)]


def standard_input(name: str) -> Content:
    """A program from standard input. One byte more than allowed is enough to see that there is too much."""
    from staticrelu.sources import Content

    return Content(name, sys.stdin.buffer.read(limits.MAX_FILE_BYTES + 1))


def file_bytes(path: Path) -> bytes:
    """The bytes of a file that was named. Raises UsageError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def home(found: Config) -> str:
    """The working directory, as seen from the root of the repository; without one, from the folder of the configuration.

    So what stands on records (fingerprints, a baseline, reports to platforms) is the same from every folder.
    """
    root = _repository() or (found.folder if is_below(".", found.folder) else Path.cwd())
    return Path.cwd().relative_to(root.resolve()).as_posix()


def _project_root(found: Config) -> Path:
    """The folder of the configuration, else the repository, else the working directory."""
    return found.folder if found.path is not None else _repository() or Path.cwd()


def _repository() -> Path | None:
    """The folder around the working directory that git knows."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)


def is_below(path: str | Path, root: Path) -> bool:
    """Whether a path, whatever links it leads through, ends in a folder or below it."""
    return Path(path).resolve().is_relative_to(root.resolve())
