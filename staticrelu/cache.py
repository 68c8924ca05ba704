"""What is kept from run to run: values by keys that name their content, in one SQLite file.

A value is only ever the answer to its key, so an old one is never wrong, and several runs may share the file. Nothing in
it is trusted: a file that is no cache of this program, or is damaged, is made anew, and a value whose checksum does not
fit, or that cannot be decoded, is not there. A cache that cannot be used costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import time
import zlib
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

import msgspec

T = TypeVar("T")
Key: TypeAlias = "tuple[str, bytes]"
"""What kind of value it is, and a digest of all that it depends on."""

FILE = "cache.sqlite3"
MAX_BYTES = 500_000_000
"""Size of the file above which the values that were not used for longest are forgotten."""
KEPT_SHARE = 0.7
"""The share of ``MAX_BYTES`` that is left then, so that it does not happen in every run."""

_APPLICATION = 0x52654C55
_LAYOUT = 1
_DAY = 86_400
_PATIENCE = 2.0
"""Seconds to wait for another run that writes."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (kind TEXT, key BLOB, used INTEGER, value BLOB, PRIMARY KEY (kind, key))"
_CHECKSUM = 8


class CacheError(ValueError):
    """A cache that cannot be used; its text is the message for the user."""


class Cache:
    """A cache that keeps nothing."""

    def get(self, key: Key, decoder: msgspec.msgpack.Decoder[T]) -> T | None:
        """The value of a key; None if there is none."""
        return None

    def put(self, key: Key, value: bytes) -> None:
        """Keep the value of a key."""

    def close(self) -> None:
        """Write what was put."""


class Info(NamedTuple):
    """What a cache holds: values and bytes by kind, and the size of its file."""

    path: Path
    size: int
    kinds: tuple[tuple[str, int, int], ...]


class DiskCache(Cache):
    """A cache in a folder, made if it is not there. Raises CacheError where that cannot be."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._new: dict[Key, bytes] = {}
        self._used: set[Key] = set()
        self._today = int(time.time()) // _DAY
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = self._open()
        except (OSError, sqlite3.Error) as error:
            raise CacheError(f"the cache {self.path} cannot be used: {error}") from error

    def get(self, key: Key, decoder: msgspec.msgpack.Decoder[T]) -> T | None:
        """The value of a key; None if there is none, or if it is damaged."""
        if key in self._new:
            return decoder.decode(self._new[key])
        try:
            query = "SELECT used, value FROM kept WHERE kind = ? AND key = ?"
            row = self._database.execute(query, key).fetchone()
            if row is None:
                return None
            value = decoder.decode(_unpacked(row[1]))
        except (sqlite3.Error, msgspec.DecodeError, ValueError, TypeError, zlib.error, RecursionError):
            return None
        if row[0] != self._today:
            self._used.add(key)
        return value

    def put(self, key: Key, value: bytes) -> None:
        """Keep the value of a key, when the cache is closed."""
        self._new[key] = value

    def close(self) -> None:
        """Write what was put, note what was used, forget what is too much, in this order."""
        with contextlib.suppress(sqlite3.Error):
            if self._new or self._used:
                self._write()
        with contextlib.suppress(sqlite3.Error):
            self._database.close()

    def info(self) -> Info:
        """What the cache holds."""
        query = "SELECT kind, count(*), sum(length(value)) FROM kept GROUP BY kind ORDER BY kind"
        return Info(self.path, self.path.stat().st_size, tuple(self._database.execute(query).fetchall()))

    def _write(self) -> None:
        with self._database:  # one transaction: all or nothing
            self._database.execute("BEGIN IMMEDIATE")
            rows = [(*key, self._today, _packed(value)) for key, value in self._new.items()]
            self._database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            used = [(self._today, *key) for key in self._used]
            self._database.executemany("UPDATE kept SET used = ? WHERE kind = ? AND key = ?", used)
        self._new.clear()
        self._used.clear()
        if self.path.stat().st_size > MAX_BYTES:
            self._forget()

    def _forget(self) -> None:
        with self._database:
            rest = int(MAX_BYTES * KEPT_SHARE)
            query = "SELECT rowid, length(value) FROM kept ORDER BY used DESC, rowid DESC"
            gone = []
            for row, size in self._database.execute(query):
                rest -= size
                if rest < 0:
                    gone.append((row,))
            self._database.executemany("DELETE FROM kept WHERE rowid = ?", gone)
        self._database.execute("VACUUM")

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.OperationalError:
            raise  # locked, or not to be written: it may well be a good one
        except sqlite3.DatabaseError:
            remove(self.path.parent)
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            _prepare(database)
        except BaseException:
            database.close()
            raise
        return database


def _prepare(database: sqlite3.Connection) -> None:
    """Make an empty file a cache. Raises sqlite3.DatabaseError for one that is damaged or something else."""
    if _marks(database) != (_APPLICATION, _LAYOUT):
        with contextlib.suppress(sqlite3.OperationalError):  # another run is at it
            database.execute("PRAGMA journal_mode = WAL")
        with database:
            database.execute("BEGIN IMMEDIATE")  # of two runs that find an empty file, one waits for the other
            if _marks(database) != (_APPLICATION, _LAYOUT):
                if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise sqlite3.DatabaseError("a database of another program, or of another version")
                database.execute(_SCHEMA)
                database.execute(f"PRAGMA application_id = {_APPLICATION}")
                database.execute(f"PRAGMA user_version = {_LAYOUT}")
    database.execute("PRAGMA synchronous = NORMAL")


def _marks(database: sqlite3.Connection) -> tuple[int, int]:
    """What tells a cache of this program, and of which layout it is."""
    marks = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return marks[0], marks[1]


def remove(folder: Path) -> int:
    """Remove the cache in a folder; gives the number of bytes that it had. Raises CacheError."""
    size = 0
    for suffix in ("", "-wal", "-shm"):
        path = folder / f"{FILE}{suffix}"
        try:
            size += path.stat().st_size
            path.unlink()
        except FileNotFoundError:
            pass
        except OSError as error:
            raise CacheError(f"{path}: {error.strerror or error}") from error
    return size


def default_folder() -> Path:
    """Where the cache is unless somebody says otherwise: among the user's caches, never in the scanned tree."""
    import platformdirs  # only when asked for: it is not free

    return platformdirs.user_cache_path("staticrelu", appauthor=False)


def _packed(value: bytes) -> bytes:
    return hashlib.sha256(value).digest()[:_CHECKSUM] + zlib.compress(value, 1)


def _unpacked(stored: bytes) -> bytes:
    """Raises ValueError, TypeError or zlib.error for what is no stored value, or one too large to be."""
    inflater = zlib.decompressobj()
    value = inflater.decompress(stored[_CHECKSUM:], MAX_BYTES)
    if hashlib.sha256(value).digest()[:_CHECKSUM] != stored[:_CHECKSUM]:
        raise ValueError("damaged")
    return value
