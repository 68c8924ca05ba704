"""What the command line of a check asks for: plain values, which help need not wait for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from staticrelu.config import FailOn
    from staticrelu.scan.parts import Shard


class Choice(NamedTuple):
    """Which rules are asked, and how severe their findings are; None is what the command line leaves to the configuration."""

    select: list[str] | None = None
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Sequence[str] = ()


class Wanted(NamedTuple):
    """What a check is asked for; None is what the command line leaves to the configuration.

    With a ``shard``, the answers of a share of the models are asked for; ``joined`` are the files with those of all shares.
    """

    paths: list[str]
    rules: Choice
    fail_on: FailOn | None
    activation: list[str]
    exclude: list[str]
    force_exclude: bool
    baseline: Path | None
    write_baseline: bool
    stdin_filename: str | None
    jobs: int
    shard: Shard | None = None
    joined: Sequence[Path] = ()
