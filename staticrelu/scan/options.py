"""What a scan is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from staticrelu.cache import Cache
from staticrelu.facts import RELU_ONLY
from staticrelu.scan.parts import Shard

if TYPE_CHECKING:
    from staticrelu.checks.rule import Rule

Progress = Callable[[str, int, int], None]
"""Is told how far a scan is: what is being done (``files`` parsed, ``models`` analysed), how many are done, and of how many."""


class Options(NamedTuple):
    """What a scan looks for: kinds of activation, rules, the user's own catalogs; and how: processes, the cache.

    With a ``shard``, only a share of the models is analysed.
    """

    kinds: frozenset[str] = RELU_ONLY
    rules: Sequence[Rule] = ()
    catalogs: Sequence[Path] = ()
    jobs: int = 1
    cache: Cache = Cache()
    shard: Shard | None = None
