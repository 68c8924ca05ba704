"""The rules of a check, from the cache if neither they nor the catalogs have changed: YAML takes long to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from staticrelu import catalog, checks
from staticrelu.cache import Cache
from staticrelu.scan.tool import data, program

_RULES = msgspec.msgpack.Decoder(list[checks.Rule])


def rules(catalogs: Sequence[Path], folders: Sequence[Path], cache: Cache) -> list[checks.Rule]:
    """The shipped rules and those in ``folders``, by code. Raises ``CatalogError`` as ``checks.load`` does."""
    sources = [catalog.rules_folder("catalog"), *catalogs, catalog.rules_folder("checks"), *folders]
    key = ("rules", program() + data(sources) + str(sources).encode("utf-8", "backslashreplace"))
    kept = cache.get(key, _RULES)
    if kept is None:
        kept = checks.load(catalog.load(catalogs), folders)
        cache.put(key, msgspec.msgpack.encode(kept))
    return kept
