"""The configuration: ``staticrelu.toml``, or ``[tool.staticrelu]`` in ``pyproject.toml``, the nearest one.

The nearest file counts alone: nothing is merged. A ``pyproject.toml`` that says nothing about this program is passed over.
Paths in a file are relative to its folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import msgspec

from staticrelu.regular import read_regular

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Severity = Literal["error", "warning", "note"]
FailOn = Literal["error", "warning", "note", "never"]

OWN_FILE = "staticrelu.toml"
SHARED_FILE = "pyproject.toml"
MAX_CONFIG_BYTES = 250_000
"""More is no configuration."""
MAX_LINE_DOTS = 1_000
"""Dots in one line of it: the parser takes time with the square of a key's parts."""


class ConfigError(ValueError):
    """A configuration that cannot be used; its text is the message for the user."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """What a project says. Rules are named by code, by name, by the beginning of codes, or all of them by ``ALL``."""

    select: tuple[str, ...] | None = None
    """The rules that are on; without it those that are on by default."""
    extend_select: tuple[str, ...] = ()
    """Rules that are on besides."""
    ignore: tuple[str, ...] = ()
    """Rules that are off."""
    severity: dict[str, Severity] = {}
    """Another severity for some rules."""
    fail_on: FailOn = "note"
    """The least severity of a finding that makes the exit status 1."""
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    """Patterns of files (gitignore syntax), each with rules that are off there."""
    activation: tuple[str, ...] = ("relu",)
    """The kinds of activation that are reported."""
    rules: tuple[str, ...] = ()
    """Files or folders with rules of your own."""
    catalogs: tuple[str, ...] = ()
    """Files or folders with catalogs of your own."""
    exclude: tuple[str, ...] = ()
    """Patterns of files that are not read."""
    baseline: str | None = None
    """The baseline."""


class Config(msgspec.Struct, frozen=True):
    """The settings, the folder that paths in them are relative to, and the file they came from (none for the defaults)."""

    settings: Settings
    folder: Path
    path: Path | None = None

    def paths(self, names: tuple[str, ...]) -> list[Path]:
        """Paths of the file, seen from the working directory."""
        return [self.folder / name for name in names]


def find(start: Path) -> Config:
    """The nearest configuration, from a folder upwards. Raises ConfigError."""
    for folder in (start, *start.parents):
        for name in (OWN_FILE, SHARED_FILE):
            path = folder / name
            if path.is_file():
                table = _table(path)
                if table is not None:
                    return _config(path, table)
    return Config(Settings(), start)


def read(path: Path) -> Config:
    """The configuration in a file that was named. Raises ConfigError."""
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: expected a table [tool.staticrelu]")
    return _config(path, table)


def _table(path: Path) -> object:
    """What a file says about this program; None for a shared file that says nothing."""
    try:
        data = read_regular(path, MAX_CONFIG_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_CONFIG_BYTES:
        raise ConfigError(f"{path}: more than {MAX_CONFIG_BYTES:,} bytes")
    if any(line.count(b".") > MAX_LINE_DOTS for line in data.split(b"\n")):
        raise ConfigError(f"{path}: more than {MAX_LINE_DOTS:,} dots in one line")
    try:
        document = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # also what is not UTF-8, and a number of thousands of digits
        raise ConfigError(f"{path}: expected TOML: {error}") from error
    if path.name != SHARED_FILE:
        return document
    tools = document.get("tool", {})
    return tools.get("staticrelu") if isinstance(tools, dict) else None


def _config(path: Path, table: object) -> Config:
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: expected a table")
    known = [field.encode_name for field in msgspec.structs.fields(Settings)]
    for key in table:
        if key not in known:
            raise ConfigError(f"{path}: unknown key `{key}`; there are {', '.join(known)}")
    try:
        return Config(msgspec.convert(table, Settings), path.parent, path)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {error}") from error
